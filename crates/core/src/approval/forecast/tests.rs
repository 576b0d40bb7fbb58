//! Ranks of experience.

use super::*;
use proptest::prelude::*;

#[test]
fn half_and_four_of_five() {
    let of = |days: &[u16]| usual("B03", days.to_vec()).map(|u| (u.median_days, u.most_days, u.thin));
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[7]), Some((7, 7, true)));
    assert_eq!(of(&[9, 1, 5, 3, 7]), Some((5, 7, false)));
    assert_eq!(of(&[1, 2, 3, 4]), Some((2, 4, true)));
    assert_eq!(of(&[10, 20, 30, 40, 50, 60, 70, 80, 90, 100]), Some((50, 80, false)));
}

proptest! {
    #[test]
    fn so_many_of_them_took_no_longer(days in prop::collection::vec(0u16..400, 1..60)) {
        let found = usual("B03", days.clone()).unwrap();
        for (of_ten, rank) in [(5, found.median_days), (8, found.most_days)] {
            let within = |limit: u16| days.iter().filter(|day| **day <= limit).count() * 10;
            prop_assert!(within(rank) >= days.len() * of_ten, "enough took no longer");
            prop_assert!(rank == 0 || within(rank - 1) < days.len() * of_ten, "and no less would do");
        }
    }
}
