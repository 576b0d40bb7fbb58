//! How many lines of each party are shown on a page of a given height: no blank page under folded lines.

/// Lines of a party that are shown in any case before all are asked for.
const FEW: usize = 4;
/// The head of a party is as high as so many lines.
const HEAD: usize = 2;

/// Of parties with so many lines each, how many are shown of each: a few of all, and where the page has room for more, more of
/// the first ones. The line that says how many are left takes room too.
pub(super) fn shares(lines: &[usize], room: usize) -> Vec<usize> {
    let mut shares: Vec<usize> = lines.iter().map(|all| FEW.min(*all)).collect();
    let used: usize = lines.iter().map(|all| HEAD + FEW.min(*all) + usize::from(*all > FEW)).sum();
    let mut left = room.saturating_sub(used);
    for (share, all) in shares.iter_mut().zip(lines).filter(|(share, all)| **share < **all) {
        // With the last of them the line that counts the rest goes.
        let wanted = all - *share - 1;
        if wanted <= left {
            *share = *all;
            left -= wanted;
        } else {
            *share += left;
            left = 0;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;
    use proptest::prelude::*;

    fn height(lines: &[usize], shares: &[usize]) -> usize {
        lines.iter().zip(shares).map(|(all, share)| super::HEAD + share + usize::from(all > share)).sum()
    }

    #[test]
    fn the_page_is_filled_from_above() {
        for (lines, room, shown) in [
            (vec![7], 0, vec![4]),
            (vec![7], 9, vec![7]),
            (vec![7], 8, vec![5]),
            (vec![5], 7, vec![5]),
            (vec![7, 3, 9], 30, vec![7, 3, 9]),
            (vec![7, 3, 9], 21, vec![7, 3, 4]),
            (vec![7, 3, 9], 22, vec![7, 3, 5]),
            (vec![7, 3, 9], 20, vec![5, 3, 4]),
            (vec![], 30, vec![]),
        ] {
            assert_eq!(shares(&lines, room), shown, "{lines:?} in {room}");
        }
    }

    proptest! {
        #[test]
        fn never_more_than_fits_nor_less_than_a_few(lines in prop::collection::vec(1_usize..40, 0..12), room in 0_usize..80) {
            let shown = shares(&lines, room);
            let few = shares(&lines, 0);
            prop_assert!(shown.iter().zip(&lines).all(|(share, all)| share <= all));
            prop_assert!(shown.iter().zip(&few).all(|(share, few)| share >= few));
            prop_assert!(height(&lines, &shown) <= room.max(height(&lines, &few)));
            let folded = shown.iter().zip(&lines).any(|(share, all)| share < all);
            // Where something is folded, the page is full: one line more, or the last one of a party, would not fit.
            prop_assert!(!folded || height(&lines, &shown) + 1 > room);
        }
    }
}
