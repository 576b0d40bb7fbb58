//! Which region a ledger's words mean: the one that exists, nearest to the office where the name is shared (朝阳区).

use std::collections::HashMap;
use zhuanban_core::Result;
use zhuanban_core::people::Office;
use zhuanban_core::region::{OwnRegion, Region, by_code, by_name, lies_in};
use zhuanban_core::store::Reader;

pub struct Regions {
    home: Option<String>,
    own: HashMap<String, String>,
    known: HashMap<String, Option<String>>,
}

impl Regions {
    pub fn read(r: &Reader) -> Result<Self> {
        let office: Office = r.get(r.office()?)?;
        let own: Vec<OwnRegion> = r.all("order by id", [])?;
        let own = own.into_iter().map(|o| (o.name, o.code)).collect();
        Ok(Self { home: office.region, own, known: HashMap::new() })
    }

    /// The code of a region; none where the text names none, or several and none of them is ours.
    pub fn code(&mut self, text: &str) -> Option<String> {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let own = self.own.get(text).cloned();
        let code = own.or_else(|| coded(text)).or_else(|| self.nearest(&by_name(text)));
        self.known.insert(text.to_string(), code.clone());
        code
    }

    fn nearest(&self, found: &[&'static Region]) -> Option<String> {
        if let [only] = found {
            return Some(only.code.to_string());
        }
        // In our own region first, then in our city's, then in our province's.
        let mut above = self.home.clone();
        while let Some(code) = above {
            let mut inside = found.iter().filter(|r| lies_in(r.code, &code));
            if let (Some(one), None) = (inside.next(), inside.next()) {
                return Some(one.code.to_string());
            }
            above = by_code(&code).and_then(|r| r.parent).map(str::to_string);
        }
        None
    }
}

/// The region of a code that stands in place of its name: of county, town or village (12 digits, 统计用区划代码), the county.
fn coded(text: &str) -> Option<String> {
    let digits = matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| by_code(text.get(..6)?)).flatten().map(|region| region.code.to_string())
}
