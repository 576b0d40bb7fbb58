//! Which project of the desk a row speaks of (`rules.md` 12): by project code; else by credit code and name;
//! else by name, region and enterprise. A former or other name is a name. A list of figures is found by 统计项目代码 and 统计项目名
//! besides. What is only like a project is shown, never
//! taken for it.

use std::collections::HashMap;
use zhuanban_core::Result;
use zhuanban_core::id::ProjectId;
use zhuanban_core::region::lies_in;
use zhuanban_core::store::Reader;
use zhuanban_core::store::record::cell;
use zhuanban_core::text::{ALIKE, may_be_alike, normalise, similarity};

/// Most candidates that are compared character by character for one row.
const MOST_COMPARED: usize = 64;
/// A pair of characters in more names than this says nothing.
const COMMON: usize = 2000;

/// What identifies a project, in the desk or in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    pub code: Option<String>,
    pub uscc: Option<String>,
    /// 统计项目代码 without leading zeros, which Excel drops.
    pub books: Option<String>,
    pub name: String,
    /// Code or text of the region.
    pub region: String,
    pub enterprise: String,
}

impl Marks {
    /// Each of the ways by which another row may be the same project.
    pub fn alone(&self) -> Vec<Self> {
        let by_code = self.code.as_ref().map(|code| Self { code: Some(code.clone()), ..Self::default() });
        let by_credit = self.uscc.as_ref().map(|uscc| Self {
            uscc: Some(uscc.clone()),
            name: self.name.clone(),
            ..Self::default()
        });
        let by_name = Self { code: None, uscc: None, books: None, ..self.clone() };
        by_code.into_iter().chain(by_credit).chain([by_name]).collect()
    }

    /// A code of the statistics bureau, as it is compared.
    pub fn of_books(code: Option<&str>) -> Option<String> {
        code.map(|code| code.trim_start_matches('0').to_string()).filter(|code| !code.is_empty())
    }
}

/// What was found for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    New,
    Same(usize),
    Like { at: usize, similarity: u32 },
}

/// The known projects, ready to be asked.
#[derive(Default)]
pub struct Known {
    pub ids: Vec<ProjectId>,
    marks: Vec<Marks>,
    codes: HashMap<String, usize>,
    /// Codes that several projects carry: such a code names none of them.
    shared: std::collections::HashSet<String>,
    credit: HashMap<(String, String), usize>,
    /// By 统计项目代码; the bureau may list several projects as one.
    books: HashMap<String, Vec<usize>>,
    /// By 统计项目名.
    theirs: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
    /// By former and other names.
    former: HashMap<String, Vec<usize>>,
    pairs: HashMap<[char; 2], Vec<u32>>,
}

impl Known {
    pub fn read(r: &Reader) -> Result<Self> {
        let mut known = Self::default();
        let mut all = r.db().prepare(
            "select p.id, p.code, e.uscc, p.name, coalesce(p.region, p.region_text, ''), coalesce(e.name, ''),
                    p.aliases, s.code, s.name
             from project p left join enterprise e on e.id = p.enterprise
             left join statistics_entry s on s.project = p.id order by p.id",
        )?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let (name, enterprise): (String, String) = (row.get(3)?, row.get(5)?);
            let (aliases, books, theirs): (Option<String>, Option<String>, Option<String>) =
                (row.get(6)?, row.get(7)?, row.get(8)?);
            let marks = Marks {
                code: row.get(1)?,
                uscc: row.get(2)?,
                books: Marks::of_books(books.as_deref()),
                name: normalise(&name),
                region: row.get(4)?,
                enterprise: normalise(&enterprise),
            };
            let aliases = aliases.as_deref().unwrap_or_default().lines();
            if let Some(name) = theirs.as_deref().map(normalise).filter(|name| !name.is_empty()) {
                known.theirs.entry(name).or_default().push(known.ids.len());
            }
            known.add(cell(row, 0)?, marks, aliases);
        }
        Ok(known)
    }

    fn add<'n>(&mut self, id: ProjectId, marks: Marks, aliases: impl Iterator<Item = &'n str>) {
        let at = self.ids.len();
        if let Some(code) = &marks.code
            && self.codes.insert(code.clone(), at).is_some()
        {
            self.shared.insert(code.clone());
        }
        let others = aliases.map(normalise).filter(|name| !name.is_empty() && *name != marks.name);
        for name in others {
            // The project that bears the name now comes before one that bore it.
            if let Some(code) = &marks.uscc {
                self.credit.entry((code.clone(), name.clone())).or_insert(at);
            }
            self.former.entry(name).or_default().push(at);
        }
        if let Some(code) = &marks.books {
            self.books.entry(code.clone()).or_default().push(at);
        }
        self.credit.extend(marks.uscc.clone().map(|code| ((code, marks.name.clone()), at)));
        self.names.entry(marks.name.clone()).or_default().push(at);
        for pair in pairs(&marks.name) {
            self.pairs.entry(pair).or_default().push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        self.ids.push(id);
        self.marks.push(marks);
    }

    /// No project at all: nothing need be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    #[must_use]
    pub fn find(&self, row: &Marks) -> Match {
        let own = row.code.as_ref().filter(|code| !self.shared.contains(*code));
        let by_code = own.and_then(|code| self.codes.get(code));
        let by_credit = || row.uscc.as_ref().and_then(|code| self.credit.get(&(code.clone(), row.name.clone())));
        if let Some(at) = by_code.or_else(by_credit) {
            return Match::Same(*at);
        }
        let named = || [&self.names, &self.former].into_iter().filter_map(|by| by.get(&row.name)).flatten();
        let whole = |at: &&usize| {
            let known = &self.marks[**at];
            known.region == row.region && known.enterprise == row.enterprise && !contradicts(known, row)
        };
        if let Some(at) = named().find(whole) {
            return Match::Same(*at);
        }
        if let Some(at) = named().next() {
            return Match::Like { at: *at, similarity: 1000 };
        }
        self.most_alike(row)
    }

    /// As [`find`](Self::find), for a list of figures, which tells little beside code and name (practice S7): by its own code where
    /// that is of one project; else the only project of the name is meant, unless place, enterprise or code speak against it.
    #[must_use]
    pub fn find_for_figures(&self, row: &Marks) -> Match {
        let listed = row.books.as_ref().and_then(|code| self.books.get(code));
        if let Some([at]) = listed.map(Vec::as_slice)
            && !contradicts(&self.marks[*at], row)
        {
            return Match::Same(*at);
        }
        let found = self.find(row);
        if matches!(found, Match::Same(_)) {
            return found;
        }
        let by_name =
            [&self.names, &self.former, &self.theirs].into_iter().filter_map(|by| by.get(&row.name)).flatten();
        let bearers: std::collections::BTreeSet<usize> = by_name.copied().collect();
        match bearers.first() {
            None => found,
            Some(at) if bearers.len() == 1 && self.fits(*at, row) => Match::Same(*at),
            Some(at) => Match::Like { at: *at, similarity: 1000 },
        }
    }

    /// Neither place nor enterprise nor code speaks against it.
    fn fits(&self, at: usize, row: &Marks) -> bool {
        let known = &self.marks[at];
        let agrees = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
        let near = |a: &str, b: &str| agrees(a, b) || lies_in(a, b) || lies_in(b, a);
        near(&known.region, &row.region) && agrees(&known.enterprise, &row.enterprise) && !contradicts(known, row)
    }

    /// The known name most like the row's, if it is like enough.
    fn most_alike(&self, row: &Marks) -> Match {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for pair in pairs(&row.name) {
            for at in self.pairs.get(&pair).filter(|with| with.len() <= COMMON).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        let mut candidates: Vec<(u32, usize)> = shared.into_iter().collect();
        candidates.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
        let length = row.name.chars().count();
        let alike = |at: usize| {
            let known = &self.marks[at];
            let within = contains(known, row);
            let worth = within || may_be_alike(known.name.chars().count(), length);
            let likeness = worth.then(|| similarity(&known.name, &row.name))?;
            (within || likeness >= ALIKE).then_some((likeness, at))
        };
        candidates
            .iter()
            .take(MOST_COMPARED)
            .filter_map(|(at, _)| alike(*at as usize))
            .max_by_key(|(likeness, at)| (*likeness, std::cmp::Reverse(*at)))
            .map_or(Match::New, |(similarity, at)| Match::Like { at, similarity })
    }
}

/// Shorter names than this lie in too many others.
const LEAST_WITHIN: usize = 6;

/// One name lies whole in the other, at the same place and of the same enterprise as far as they are known: 环境保护综合治理项目
/// and 生态环境保护综合治理项目 (`systems.md` B09) are further apart than [`ALIKE`].
fn contains(known: &Marks, row: &Marks) -> bool {
    let (short, long) = match known.name.len() < row.name.len() {
        true => (&known.name, &row.name),
        false => (&row.name, &known.name),
    };
    known.region == row.region
        && known.enterprise == row.enterprise
        && !(row.region.is_empty() && row.enterprise.is_empty())
        && !contradicts(known, row)
        && short.chars().count() >= LEAST_WITHIN
        && long.split_once(short.as_str()).is_some_and(|(before, after)| !numbers(before) && !numbers(after))
}

/// A phase, a section or a number tells one project from another: …产业园 and …产业园二期.
fn numbers(rest: &str) -> bool {
    rest.chars().any(|c| c.is_ascii_digit() || "期段标号第一二三四五六七八九十".contains(c))
}

/// Both give a project code and they differ: two projects, whatever their names.
fn contradicts(known: &Marks, row: &Marks) -> bool {
    known.code.is_some() && row.code.is_some() && known.code != row.code
}

fn pairs(name: &str) -> impl Iterator<Item = [char; 2]> {
    let chars: Vec<char> = name.chars().collect();
    let mut found: Vec<[char; 2]> = chars.windows(2).map(|w| [w[0], w[1]]).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zhuanban_core::id::RecordId;

    fn marks(code: &str, uscc: &str, name: &str, region: &str, enterprise: &str) -> Marks {
        let some = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
        Marks {
            code: some(code),
            uscc: some(uscc),
            books: None,
            name: normalise(name),
            region: region.into(),
            enterprise: normalise(enterprise),
        }
    }

    fn known(all: &[Marks]) -> Known {
        let mut known = Known::default();
        for (n, marks) in all.iter().enumerate() {
            known.add(ProjectId::from_uuid(uuid(n)), marks.clone(), std::iter::empty());
        }
        known
    }

    fn uuid(n: usize) -> zhuanban_core::id::Uuid {
        zhuanban_core::id::derived(&["test", &n.to_string()])
    }

    #[test]
    fn the_code_decides_then_credit_code_and_name_then_all_three() {
        let desk = known(&[
            marks("2307-231005-04-01-503554", "", "生物质热电联产项目", "231005", "镜泊能源"),
            marks("", "91230100YYYY00012K", "玉米深加工项目", "230100", "龙江食品"),
            marks("", "", "冷链物流园项目", "370811", "鲁岳"),
        ]);
        let found = |m: &Marks| desk.find(m);
        assert_eq!(found(&marks("2307-231005-04-01-503554", "", "改了名字", "", "")), Match::Same(0));
        assert_eq!(found(&marks("", "91230100YYYY00012K", "玉米深加工项目", "", "")), Match::Same(1));
        assert_eq!(found(&marks("", "", "冷链物流园项目", "370811", "鲁岳")), Match::Same(2));
        assert_eq!(found(&marks("", "", "冷链物流园项目", "370812", "鲁岳")), Match::Like { at: 2, similarity: 1000 });
        assert_eq!(found(&marks("", "", "完全是另外一件事", "370812", "别家")), Match::New);
    }

    #[test]
    fn a_like_name_is_shown_not_taken() {
        let desk = known(&[marks("", "", "福临大豆精深加工产业园一期项目", "230100", "福临")]);
        let Match::Like { similarity, .. } = desk.find(&marks("", "", "福临大豆精深加工产业园项目", "230100", "福临"))
        else {
            panic!("not alike");
        };
        assert!((ALIKE..1000).contains(&similarity), "{similarity}");
    }

    #[test]
    fn a_name_within_a_name_is_shown_where_place_and_enterprise_agree() {
        let desk = known(&[marks("", "", "生态环境保护综合治理项目", "230883", "抚远")]);
        let of = |name: &str, region: &str, enterprise: &str| desk.find(&marks("", "", name, region, enterprise));
        assert_eq!(of("环境保护综合治理项目", "230883", "抚远"), Match::Like { at: 0, similarity: 833 });
        assert_eq!(of("环境保护综合治理项目", "230883", "别家"), Match::New);
        assert_eq!(of("环境保护综合治理项目", "230882", "抚远"), Match::New);
        assert_eq!(of("治理项目", "230883", "抚远"), Match::New);
        assert_eq!(of("生态环境保护综合治理项目二期配套管网工程", "230883", "抚远"), Match::New);
        // Of several, the likest.
        let both = known(&[
            marks("", "", "抚远城区生态环境保护综合治理项目", "230883", "抚远"),
            marks("", "", "生态环境保护综合治理项目", "230883", "抚远"),
        ]);
        let row = marks("", "", "环境保护综合治理项目", "230883", "抚远");
        assert_eq!(both.find(&row), Match::Like { at: 1, similarity: 833 });
    }

    #[test]
    fn a_former_name_is_a_name_and_the_present_one_comes_first() {
        let mut desk = known(&[]);
        let (id, other) = (ProjectId::from_uuid(uuid(1)), ProjectId::from_uuid(uuid(2)));
        let former = ["环境保护综合治理项目", "", "抚远治理"];
        desk.add(id, marks("", "91230883YYYY00012Y", "生态环境保护综合治理项目", "230883", "抚远"), former.into_iter());
        desk.add(other, marks("", "", "抚远治理", "230883", "抚远"), std::iter::empty());
        let named = |name: &str, region: &str| desk.find(&marks("", "", name, region, "抚远"));
        assert_eq!(named("环境保护综合治理项目", "230883"), Match::Same(0));
        assert_eq!(named("环境保护综合治理项目", "230882"), Match::Like { at: 0, similarity: 1000 });
        assert_eq!(named("抚远治理", "230883"), Match::Same(1));
        let by_credit = marks("", "91230883YYYY00012Y", "环境保护综合治理项目", "", "");
        assert_eq!(desk.find(&by_credit), Match::Same(0));
    }

    #[test]
    fn a_list_of_figures_is_taken_at_its_name_where_only_one_bears_it() {
        let desk = known(&[
            marks("2307-231005-04-01-503554", "", "标准厂房项目", "231005", "园区"),
            marks("", "", "冷链物流园项目", "370811", "鲁岳"),
            marks("", "", "冷链物流园项目", "370812", "鲁岳"),
        ]);
        let found = |code: &str, name: &str, region: &str, enterprise: &str| {
            let row = marks(code, "", name, region, enterprise);
            (desk.find(&row), desk.find_for_figures(&row))
        };
        let like = |at| Match::Like { at, similarity: 1000 };
        assert_eq!(found("", "标准厂房项目", "", "园区"), (like(0), Match::Same(0)));
        assert_eq!(found("", "标准厂房项目", "", ""), (like(0), Match::Same(0)));
        assert_eq!(found("", "标准厂房项目", "231083", "园区"), (like(0), like(0)), "another place");
        assert_eq!(found("", "标准厂房项目", "", "别家"), (like(0), like(0)), "another enterprise");
        assert_eq!(found("2307-231005-04-01-503555", "标准厂房项目", "", ""), (like(0), like(0)), "another code");
        assert_eq!(found("", "冷链物流园项目", "", "鲁岳"), (like(1), like(1)), "two of the name");
    }

    #[test]
    fn the_bureaus_code_serves_its_lists_alone() {
        let with = |code: &str, books: &str, name: &str| Marks {
            books: Some(books.into()),
            ..marks(code, "", name, "231005", "园区")
        };
        let desk = known(&[
            with("2307-231005-04-01-503554", "37091100001", "产业园"),
            with("", "37091100002", "冷链一期"),
            with("", "37091100002", "冷链二期"),
        ]);
        let other = with("", "37091100001", "年产三千台改造项目");
        assert_eq!((desk.find(&other), desk.find_for_figures(&other)), (Match::New, Match::Same(0)));
        let against = with("2307-231005-04-01-999999", "37091100001", "年产三千台改造项目");
        assert_eq!(desk.find_for_figures(&against), Match::New, "another 项目代码 is another project");
        let both = with("", "37091100002", "冷链物流园工程全部");
        assert_eq!(desk.find_for_figures(&both), Match::New, "one code for two projects says nothing");
        assert_eq!(desk.find_for_figures(&with("", "37091100002", "冷链二期")), Match::Same(2), "the name does");
    }

    #[test]
    fn two_codes_are_two_projects() {
        let desk = known(&[marks("2307-231005-04-01-503554", "", "标准厂房项目", "231005", "园区")]);
        let row = marks("2307-231005-04-01-503555", "", "标准厂房项目", "231005", "园区");
        assert_eq!(desk.find(&row), Match::Like { at: 0, similarity: 1000 });
    }
}
