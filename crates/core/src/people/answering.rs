//! Which unit answers for an item. A library says it by the trade, as 发改, 生态环境/行政审批 or 自然资源牵头,住建、人防等; an office calls a
//! unit of its address book (practice C05: every act is a unit's).

use super::{Level, Office, UnitKind};
use crate::error::Result;
use crate::region::by_code;
use crate::store::Reader;
use crate::store::record::cell;
use std::cell::RefCell;
use std::collections::HashMap;

/// The units of the address book, by what they are called.
#[derive(Default)]
pub struct Answering {
    units: Vec<Named>,
    /// What was asked for already.
    known: RefCell<HashMap<String, (String, String)>>,
}

struct Named {
    name: String,
    short: Option<String>,
    kind: UnitKind,
    /// What it is shown by: its short name, where no other unit has it.
    shown: String,
}

/// A unit as it stands in the book: its name, its short name and its kind.
type Written = (String, Option<String>, UnitKind);

/// A name of a trade has at least so many characters.
const SHORTEST: usize = 2;
/// What a place's name ends with before the unit's own begins.
const PLACES: &str = "省市区县旗州盟";
/// The trade of an [`UnitKind::ApprovalBureau`].
const BUREAU: &str = "行政审批";
/// Words for whoever it is in the case: no unit of a book is meant by them.
const NOBODY: &[&str] = &["单位", "本级政府", "属地政府", "主管部门"];

impl Answering {
    /// The units in official order, those of the office's own place first, without those of a province where the office is below one.
    pub fn read(r: &Reader) -> Result<Self> {
        let office: Option<Office> = r.office().ok().map(|id| r.get(id)).transpose()?;
        let provincial = office.as_ref().is_some_and(|office| office.level == Level::Province);
        let place = office.and_then(|office| by_code(&office.region?)).map_or("", |region| region.name);
        let mut find = r
            .db()
            .prepare_cached("select name, short_name, kind from department order by position is null, position, id")?;
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, cell(row, 2)?));
        let mut all: Vec<Written> = find.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
        all.retain(|(name, ..)| provincial || !name.contains('省'));
        all.sort_by_key(|(name, ..)| !name.starts_with(place));
        Ok(Self::of_units(&all))
    }

    fn of_units(all: &[Written]) -> Self {
        let alone = |short: &String| all.iter().filter(|one| one.1.as_ref() == Some(short)).count() == 1;
        let units = all.iter().map(|(name, short, kind)| {
            let short = short.clone().filter(|short| !short.is_empty() && alone(short));
            Named { shown: short.as_ref().unwrap_or(name).clone(), name: name.clone(), short, kind: *kind }
        });
        Self { units: units.collect(), known: RefCell::default() }
    }

    /// A unit that was written down by its name: as the address book shows it, else as it was written.
    #[must_use]
    pub fn named(&self, name: &str) -> String {
        self.exact(name).map_or_else(|| name.to_string(), |unit| unit.shown.clone())
    }

    /// The unit that is meant by the words of a library, in Chinese and English: 行政审批局 where the words name it and there is one
    /// (practice C28), else the first of the alternatives that the address book knows, else the first of them. Of several that work
    /// together it is the one that leads.
    #[must_use]
    pub fn of(&self, words: &str, words_en: &str) -> (String, String) {
        if let Some(known) = self.known.borrow().get(words) {
            return known.clone();
        }
        let found = self.find(words, words_en);
        self.known.borrow_mut().insert(words.to_string(), found.clone());
        found
    }

    fn find(&self, words: &str, words_en: &str) -> (String, String) {
        let leads: Vec<&str> = words.split('/').map(lead).collect();
        let first = leads.first().copied().unwrap_or(words);
        let somebody = !NOBODY.iter().any(|nobody| first.ends_with(nobody));
        let bureau = || self.units.iter().find(|unit| unit.kind == UnitKind::ApprovalBureau);
        let unit = self
            .exact(words)
            .or_else(|| bureau().filter(|_| somebody && leads.contains(&BUREAU)))
            .or_else(|| leads.iter().filter(|_| somebody).find_map(|lead| self.meant(lead)));
        match unit {
            Some(unit) => (unit.shown.clone(), unit.shown.clone()),
            None => (first.to_string(), lead_en(words_en, first.ends_with(')')).to_string()),
        }
    }

    fn exact(&self, name: &str) -> Option<&Named> {
        self.units.iter().find(|unit| unit.name == name || unit.short.as_deref() == Some(name))
    }

    /// A unit of that trade: an authority whose name begins with it behind its place, as a whole or by its first characters (自然资源局,
    /// 发展和改革委员会); of a supplier (供电企业) the utility that has it in its name.
    fn meant(&self, trade: &str) -> Option<&Named> {
        let (supplier, trade) = trade.strip_suffix("企业").map_or((false, trade), |trade| (true, trade));
        if trade.chars().count() < SHORTEST {
            return None;
        }
        let of = |kinds: &'static [UnitKind]| self.units.iter().filter(move |unit| kinds.contains(&unit.kind));
        if supplier {
            return of(&[UnitKind::Utility]).find(|unit| unit.name.contains(trade));
        }
        let authorities = || of(&[UnitKind::Government, UnitKind::Vertical, UnitKind::ApprovalBureau]);
        let says = |unit: &&Named, fits: fn(&str, &str) -> bool| {
            let short = unit.short.as_deref().unwrap_or_default();
            fits(trade, short) || behind_places(&unit.name).any(|own| fits(trade, own))
        };
        let whole = |trade: &str, own: &str| own.starts_with(trade);
        authorities().find(|unit| says(unit, whole)).or_else(|| authorities().find(|unit| says(unit, abbreviates)))
    }
}

/// The trade of one alternative: who leads, without what stands in brackets. What is another level's keeps its brackets: 住建(省级) is no
/// unit of a city's address book.
fn lead(words: &str) -> &str {
    let (own, bracket) = match words.find(['(', '（']) {
        Some(at) => words.split_at(at),
        None => (words, ""),
    };
    if bracket.contains(['省', '部']) {
        return words.trim();
    }
    let first = own.split([',', '，', '、', ';', '；', '+']).next().unwrap_or(own).trim();
    first.trim_end_matches('等').trim_end_matches("牵头")
}

fn lead_en(words: &str, whole: bool) -> &str {
    let first = words.split(" / ").next().unwrap_or(words);
    let first = first.split(" leads").next().unwrap_or(first);
    if whole { first } else { first.split(" (").next().unwrap_or(first) }
}

/// A unit's name, and what is left of it behind each character a place's name may end with.
fn behind_places(unit: &str) -> impl Iterator<Item = &str> {
    let ends = unit.char_indices().filter(|(_, c)| PLACES.contains(*c)).map(|(at, c)| at + c.len_utf8());
    std::iter::once(0).chain(ends).filter_map(|at| unit.get(at..))
}

/// Whether the characters of `trade` stand in a name in their order, the first of them first: 住建 is 住房和城乡建设局.
fn abbreviates(trade: &str, own: &str) -> bool {
    let (mut left, mut asked) = (own.chars(), trade.chars());
    left.next() == asked.next() && asked.all(|c| left.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::template::shipped;

    fn book(units: &[(&str, &str, UnitKind)]) -> Answering {
        let unit = |(name, short, kind): &(&str, &str, UnitKind)| ((*name).into(), Some((*short).into()), *kind);
        Answering::of_units(&units.iter().map(unit).collect::<Vec<_>>())
    }

    fn city() -> Answering {
        book(&[
            ("大庆市发展和改革委员会", "发改委", UnitKind::Government),
            ("大庆市自然资源局", "自然资源局", UnitKind::Government),
            ("大庆市住房和城乡建设局", "住建局", UnitKind::Government),
            ("大庆市市场监督管理局", "市监局", UnitKind::Government),
            ("大庆市人民防空办公室", "人防办", UnitKind::Government),
            ("国网大庆供电公司", "供电公司", UnitKind::Utility),
            ("大同区自然资源局", "大同资源局", UnitKind::County),
        ])
    }

    #[test]
    fn the_words_of_a_library_lead_to_the_unit_of_the_book() {
        for (words, unit) in [
            ("自然资源", "自然资源局"),
            ("自然资源牵头,住建、人防、城管等", "自然资源局"),
            ("自然资源(不动产登记)", "自然资源局"),
            ("发改/工信(技改)/行政审批", "发改委"),
            ("住建/施工图审查机构", "住建局"),
            ("市场监管/行政审批", "市监局"),
            ("人防/住建", "人防办"),
            ("供电企业", "供电公司"),
            // The book has no 生态环境局.
            ("生态环境/发改", "发改委"),
            ("大庆市住房和城乡建设局", "住建局"),
        ] {
            assert_eq!(city().of(words, "").0, unit, "{words}");
        }
    }

    #[test]
    fn what_the_book_does_not_know_is_called_by_its_first_word() {
        for (words, words_en, zh, en) in [
            ("水务/行政审批", "Water / Administrative Approval", "水务", "Water"),
            ("属地政府/主管部门", "Local government / competent authority", "属地政府", "Local government"),
            ("建设单位(生态环境监督)", "Developer (supervised by Ecology and Environment)", "建设单位", "Developer"),
            ("燃气企业", "Gas utility", "燃气企业", "Gas utility"),
        ] {
            let of = book(&[]).of(words, words_en);
            assert_eq!((of.0.as_str(), of.1.as_str()), (zh, en));
        }
    }

    #[test]
    fn certificates_are_the_approval_bureaus_where_there_is_one() {
        let bureau = ("大庆市行政审批局", "审批局", UnitKind::ApprovalBureau);
        let trade = ("大庆市生态环境局", "生态环境局", UnitKind::Vertical);
        assert_eq!(book(&[trade, bureau]).of("生态环境/行政审批", "").0, "审批局");
        assert_eq!(book(&[trade, bureau]).of("生态环境", "").0, "生态环境局");
        assert_eq!(book(&[trade]).of("生态环境/行政审批", "").0, "生态环境局");
    }

    #[test]
    fn who_supplies_or_has_the_word_elsewhere_in_its_name_does_not_answer_for_a_trade() {
        let utility = ("大庆水务集团", "水务集团", UnitKind::Utility);
        assert_eq!(book(&[utility]).of("水务/行政审批", "Water / Administrative Approval").0, "水务");
        assert_eq!(book(&[("交通银行大庆分行", "交行", UnitKind::Bank)]).of("交通(公路)", "").0, "交通");
        let police = ("大庆市公安局交通警察支队", "交警支队", UnitKind::Government);
        let transport = ("大庆市交通运输局", "交通局", UnitKind::Government);
        assert_eq!(book(&[police, transport]).of("交通(公路)", "").0, "交通局");
        let services = ("大庆市政务服务局", "政务局", UnitKind::Government);
        assert_eq!(book(&[services]).of("城管/市政+公安交管", "").0, "城管");
        // Its name says another thing than its trade; its short name does not.
        let defence = ("大庆市国防动员办公室", "人防办", UnitKind::Government);
        let housing = ("大庆市住房和城乡建设局", "住建局", UnitKind::Government);
        assert_eq!(book(&[housing, defence]).of("人防/住建", "").0, "人防办");
    }

    #[test]
    fn the_developer_and_whom_it_hires_are_nobody_of_the_book() {
        for words in ["建设单位/卫健", "评估单位/自然资源", "属地政府/主管部门", "建设单位(生态环境监督)"]
        {
            let first = words.split(['/', '(']).next().unwrap();
            let health = ("大庆市卫生健康委员会", "卫健委", UnitKind::Government);
            assert_eq!(
                book(&[health, ("大庆市自然资源局", "自然资源局", UnitKind::Government)]).of(words, "").0,
                first
            );
        }
    }

    #[test]
    fn another_levels_unit_is_not_the_citys() {
        let of = city().of("住建(省级)", "Housing and Construction (province)");
        assert_eq!((of.0.as_str(), of.1.as_str()), ("住建(省级)", "Housing and Construction (province)"));
        assert_eq!(city().of("自然资源(部、省级)", "").0, "自然资源(部、省级)");
    }

    #[test]
    fn a_written_name_is_shown_as_the_book_shows_it_and_cut_by_nobody() {
        assert_eq!(city().named("大庆市自然资源局"), "自然资源局");
        assert_eq!(city().named("自然资源局"), "自然资源局");
        assert_eq!(city().named("住建局/消防科"), "住建局/消防科");
    }

    #[test]
    fn no_item_of_the_programs_library_is_without_a_name_for_who_answers() {
        for item in shipped().items() {
            let (zh, en) = book(&[]).of(&item.department, &item.department_en);
            assert!(!zh.is_empty() && !en.is_empty() && !zh.contains('/') && !en.contains('/'), "{}", item.code);
        }
    }
}
