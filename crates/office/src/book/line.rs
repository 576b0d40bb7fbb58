//! A line of the file as a seat: numbers by kind, the role told by the title, the liaison of the line as a seat of its own.

use crate::read::{CellFault, ReadContact};
use zhuanban_core::people::book::ReachedBy;
use zhuanban_core::people::{ContactKind, SeatRole, UnitKind};

/// A seat as the file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Seat {
    pub sheet: String,
    pub row: u32,
    pub unit: Option<String>,
    pub name: Option<String>,
    pub vacant: bool,
    pub title: Option<String>,
    pub duties: Option<String>,
    pub role: Option<SeatRole>,
    pub reach: ReachedBy,
    pub note: Option<String>,
    pub faults: Vec<CellFault>,
}

/// The lines of the file in order; a liaison that has a line of their own there is that line.
pub(super) fn seats(read: Vec<ReadContact>) -> Vec<Seat> {
    let mut seats: Vec<Seat> = vec![];
    let mut liaisons = vec![];
    for mut one in read {
        let own = one.name.is_some() || one.vacant || !one.mobiles.is_empty() || !one.office_phones.is_empty();
        if let Some(name) = one.liaison.take() {
            let mut liaison = Seat { role: Some(SeatRole::Liaison), name: Some(name), ..blank(&one) };
            sort(&mut liaison.reach, std::mem::take(&mut one.liaison_phones), ContactKind::Mobile);
            // Behind the line it stands in, or where the line holds nobody else.
            liaisons.push((seats.len() + usize::from(own), liaison));
        }
        if own {
            seats.push(seat(one));
        }
    }
    for (at, liaison) in liaisons.into_iter().rev() {
        let same = |seat: &&mut Seat| seat.unit == liaison.unit && seat.name == liaison.name;
        match seats.iter_mut().find(same) {
            Some(known) => {
                known.role = known.role.or(liaison.role);
                for mobile in liaison.reach.mobile {
                    if !known.reach.mobile.contains(&mobile) {
                        known.reach.mobile.push(mobile);
                    }
                }
            }
            None => seats.insert(at.min(seats.len()), liaison),
        }
    }
    seats
}

fn blank(one: &ReadContact) -> Seat {
    Seat { sheet: one.sheet.clone(), row: one.row, unit: one.unit.clone(), ..Seat::default() }
}

fn seat(one: ReadContact) -> Seat {
    let mut seat = Seat { role: one.title.as_deref().and_then(role), ..blank(&one) };
    sort(&mut seat.reach, one.mobiles, ContactKind::Mobile);
    sort(&mut seat.reach, one.office_phones, ContactKind::Office);
    sort(
        &mut seat.reach,
        one.short.into_iter().flat_map(|short| crate::value::phone::text(&short).unwrap_or(vec![short])).collect(),
        ContactKind::Short,
    );
    seat.reach.nickname.extend(one.nickname);
    (seat.name, seat.vacant, seat.title, seat.duties) = (one.name, one.vacant, one.title, one.duties);
    (seat.note, seat.faults) = (one.note, one.faults);
    seat
}

/// Puts numbers where they belong, whatever their column was called.
pub(super) fn sort(reach: &mut ReachedBy, phones: Vec<String>, column: ContactKind) {
    for phone in phones {
        let (kind, text) = told(&phone, column);
        let slot = reach.of_mut(kind);
        if !slot.contains(&text) {
            slot.push(text);
        }
    }
}

/// The kind of a number and its text without the word that said so: `66xxxx(短号)` is the short number `66xxxx`.
///
/// `x` and `*` stand for masked digits.
pub(super) fn told(phone: &str, column: ContactKind) -> (ContactKind, String) {
    let marked = ["短号", "小号", "集团号"].iter().any(|mark| phone.contains(mark));
    if marked {
        let bare: String = phone.chars().take_while(|c| !matches!(c, '(' | '（' | '短' | '小' | '集')).collect();
        let tail: String = phone.chars().filter(|c| c.is_ascii_digit() || "xX*".contains(*c)).collect();
        let bare = bare.trim().to_string();
        return (ContactKind::Short, if bare.is_empty() { tail } else { bare });
    }
    let digits = phone.chars().filter(|c| c.is_ascii_digit() || "xX*×".contains(*c)).count();
    let mobile = digits == 11 && phone.starts_with('1') && !phone.contains('-');
    let kind = match column {
        _ if mobile => ContactKind::Mobile,
        ContactKind::Mobile | ContactKind::Short if digits <= 6 => ContactKind::Short,
        _ => ContactKind::Office,
    };
    (kind, phone.to_string())
}

/// What a title says of the place in the unit; nothing where it is not plain.
pub(super) fn role(title: &str) -> Option<SeatRole> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    Some(match title {
        _ if has(&["首席代表", "窗口"]) => SeatRole::Window,
        _ if has(&["联络员"]) => SeatRole::Liaison,
        _ if has(&["经办", "科员", "干事"]) => SeatRole::Handler,
        _ if has(&["科长", "处长", "股长", "科室负责人", "办公室主任"]) => SeatRole::SectionHead,
        _ if has(&[
            "副局长",
            "副主任",
            "副县长",
            "副区长",
            "副市长",
            "副书记",
            "副总",
            "副行长",
            "分管",
            "党组成员",
        ]) =>
        {
            SeatRole::Leading
        }
        _ if has(&["局长", "主任", "县长", "区长", "书记", "总经理", "行长", "董事长"]) => {
            SeatRole::Head
        }
        _ => return None,
    })
}

/// 孙局, 李科长: a surname and an office instead of a name.
pub(super) fn honorific(name: &str) -> Option<char> {
    const OFFICES: [&str; 20] = [
        "局",
        "局长",
        "主任",
        "科",
        "科长",
        "处",
        "处长",
        "股长",
        "县长",
        "区长",
        "市长",
        "书记",
        "总",
        "经理",
        "院长",
        "行长",
        "工",
        "秘书长",
        "镇长",
        "所长",
    ];
    let surname = name.chars().next()?;
    let rest = &name[surname.len_utf8()..];
    OFFICES.contains(&rest).then_some(surname)
}

/// What kind of unit a name says it is; a person corrects it.
pub(super) fn unit_kind(name: &str) -> UnitKind {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match name {
        _ if has(&["开发区", "高新区", "经开区", "园区", "管委会", "功能区"]) => UnitKind::Park,
        _ if ends(&["审批局", "审批服务局"]) => UnitKind::ApprovalBureau,
        _ if has(&["银行", "信用社", "农信"]) => UnitKind::Bank,
        _ if has(&["供电", "电业", "燃气", "热力", "供水", "自来水", "水务集团", "移动公司", "联通", "电信"]) => {
            UnitKind::Utility
        }
        _ if has(&["税务局", "海关", "气象局", "消防救援", "烟草局", "邮政管理局"]) => {
            UnitKind::Vertical
        }
        _ if ends(&["县", "区", "县政府", "区政府", "县人民政府", "区人民政府"]) => UnitKind::County,
        _ => UnitKind::Government,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_go_where_they_belong() {
        use ContactKind::{Mobile, Office, Short};
        for (phone, column, kind, text) in [
            ("139xxxx1234", Mobile, Mobile, "139xxxx1234"),
            ("13800097482", Office, Mobile, "13800097482"),
            ("0538-8201234转802", Mobile, Office, "0538-8201234转802"),
            ("66xxxx(短号)", Mobile, Short, "66xxxx"),
            ("短号661234", Office, Short, "661234"),
            ("661234", Mobile, Short, "661234"),
            ("8201234", Office, Office, "8201234"),
            ("66123", Office, Office, "66123"),
        ] {
            assert_eq!(told(phone, column), (kind, text.to_string()), "{phone}");
        }
    }

    #[test]
    fn titles_and_honorifics() {
        for (title, expected) in [
            ("党组书记、局长", Some(SeatRole::Head)),
            ("副局长", Some(SeatRole::Leading)),
            ("审批科科长", Some(SeatRole::SectionHead)),
            ("副科长", Some(SeatRole::SectionHead)),
            ("窗口首席代表", Some(SeatRole::Window)),
            ("四级主任科员", Some(SeatRole::Handler)),
            ("工程师", None),
        ] {
            assert_eq!(role(title), expected, "{title}");
        }
        assert_eq!(
            (honorific("孙局"), honorific("李科长"), honorific("张三"), honorific("")),
            (Some('孙'), Some('李'), None, None)
        );
        assert_eq!(unit_kind("市自然资源和规划局"), UnitKind::Government);
        assert_eq!(unit_kind("哈尔滨新区行政审批局"), UnitKind::ApprovalBureau);
        assert_eq!((unit_kind("国网大庆供电公司"), unit_kind("大同区")), (UnitKind::Utility, UnitKind::County));
        assert_eq!((unit_kind("高新技术产业开发区"), unit_kind("市税务局")), (UnitKind::Park, UnitKind::Vertical));
    }

    #[test]
    fn a_liaison_with_a_line_of_their_own_is_that_line() {
        let one = |name: &str, liaison: Option<&str>| ReadContact {
            unit: Some("资规局".into()),
            name: Some(name.into()),
            liaison: liaison.map(Into::into),
            liaison_phones: liaison.map(|_| "13800000009".to_string()).into_iter().collect(),
            ..ReadContact::default()
        };
        let read = seats(vec![one("甲", Some("丙")), one("乙", Some("乙"))]);
        let told: Vec<_> = read.iter().map(|s| (s.name.as_deref().unwrap(), s.role, s.reach.mobile.len())).collect();
        assert_eq!(told, [("甲", None, 0), ("丙", Some(SeatRole::Liaison), 1), ("乙", Some(SeatRole::Liaison), 1)]);
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(digits in "[1-9][0-9]{4,11}", column in prop::sample::select(vec![ContactKind::Mobile, ContactKind::Office, ContactKind::Short])) {
            for phone in [digits.clone(), format!("{digits}(短号)"), format!("短号{digits}")] {
                let (_, text) = told(&phone, column);
                prop_assert_eq!(text, digits.clone());
            }
        }
    }
}
