//! Which unit answers for an item. A library says it by the trade, as 发改, 生态环境/行政审批 or 自然资源牵头,住建、人防等; an office calls a
//! unit of its address book (practice C05: every act is a unit's).

use super::UnitKind;
use crate::error::Result;
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

/// A name of a trade has at least so many characters.
const SHORTEST: usize = 2;
/// What a place's name ends with before the unit's own begins.
const PLACES: &str = "省市区县旗州盟";

impl Answering {
    /// The units in official order.
    pub fn read(r: &Reader) -> Result<Self> {
        let mut find = r
            .db()
            .prepare_cached("select name, short_name, kind from department order by position is null, position, id")?;
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, cell(row, 2)?));
        let all: Vec<(String, Option<String>, UnitKind)> =
            find.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
        let alone = |short: &String| all.iter().filter(|one| one.1.as_ref() == Some(short)).count() == 1;
        let units = all.iter().map(|(name, short, kind)| {
            let short = short.clone().filter(|short| !short.is_empty() && alone(short));
            Named { shown: short.as_ref().unwrap_or(name).clone(), name: name.clone(), short, kind: *kind }
        });
        Ok(Self { units: units.collect(), known: RefCell::default() })
    }

    /// A unit that was written down by its name: as the address book shows it, else as it was written.
    #[must_use]
    pub fn named(&self, name: &str) -> String {
        self.exact(name).map_or_else(|| name.to_string(), |unit| unit.shown.clone())
    }

    /// The unit that is meant by the words of a library, in Chinese and English: the first of the alternatives that the address book
    /// knows, else the first of them. Of several that work together it is the one that leads.
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
        let unit = self.exact(words).or_else(|| leads.iter().find_map(|lead| self.meant(lead)));
        match (unit, leads.first()) {
            (Some(unit), _) => (unit.shown.clone(), unit.shown.clone()),
            (None, Some(first)) => ((*first).to_string(), lead_en(words_en, first.ends_with(')')).to_string()),
            (None, None) => (words.to_string(), words_en.to_string()),
        }
    }

    fn exact(&self, name: &str) -> Option<&Named> {
        self.units.iter().find(|unit| unit.name == name || unit.short.as_deref() == Some(name))
    }

    /// A unit that approves or supplies, whose name says the trade, as a whole or by its first characters: 自然资源局, 发展和改革委员会.
    fn meant(&self, trade: &str) -> Option<&Named> {
        let supplier = trade.strip_suffix("企业");
        let trade = supplier.unwrap_or(trade);
        let fits = |unit: &&Named| match unit.kind {
            UnitKind::County | UnitKind::Park | UnitKind::ProjectUnit => false,
            UnitKind::Utility => true,
            _ => supplier.is_none(),
        };
        let units = || self.units.iter().filter(fits).filter(|_| trade.chars().count() >= SHORTEST);
        units().find(|unit| unit.name.contains(trade)).or_else(|| units().find(|unit| abbreviates(trade, &unit.name)))
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

/// Whether the characters of `trade` stand in a unit's name in their order, the first of them right after its place: 住建 is 大庆市住房和城乡建设局.
fn abbreviates(trade: &str, unit: &str) -> bool {
    let after_places = unit.char_indices().filter(|(_, c)| PLACES.contains(*c)).map(|(at, c)| at + c.len_utf8());
    std::iter::once(0).chain(after_places).filter_map(|at| unit.get(at..)).any(|own| {
        let mut left = own.chars();
        let mut asked = trade.chars();
        left.next() == asked.next() && asked.all(|c| left.any(|other| other == c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::template::shipped;

    fn book(units: &[(&str, &str, UnitKind)]) -> Answering {
        let unit = |(name, short, kind): &(&str, &str, UnitKind)| Named {
            name: (*name).into(),
            short: Some((*short).into()),
            kind: *kind,
            shown: (*short).into(),
        };
        Answering { units: units.iter().map(unit).collect(), known: RefCell::default() }
    }

    fn city() -> Answering {
        book(&[
            ("大庆市发展和改革委员会", "发改委", UnitKind::Government),
            ("大庆市自然资源局", "自然资源局", UnitKind::Government),
            ("大庆市住房和城乡建设局", "住建局", UnitKind::Government),
            ("大庆市市场监督管理局", "市监局", UnitKind::Government),
            ("大庆市行政审批局", "审批局", UnitKind::Government),
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
            // The book has no 生态环境局: certificates are the bureau's here.
            ("生态环境/行政审批", "审批局"),
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
