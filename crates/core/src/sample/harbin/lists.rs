//! 哈尔滨市's lists beside the 252: 256 projects of 1亿元 and more signed in the winter (3170亿元), 110 of 2亿元 and more in reserve
//! (3311亿元). Signed money and money that arrived are never added up (`systems.md` A14, B04).

use super::super::chance::{Chance, split};
use super::super::maker::{Maker, Sheet, exact};
use super::super::words::{self, Names};
use super::{COUNTIES, WAN};
use crate::error::Result;
use crate::id::ListId;
use crate::people::Level;
use crate::project::{Project, Stage};

struct Batch {
    count: usize,
    /// 万元.
    sum: i64,
    floor: i64,
    stage: Stage,
    list: ListId,
    first: i64,
}

pub fn fill(maker: &Maker, chance: &mut Chance, names: &mut Names) -> Result<[ListId; 2]> {
    maker.on("2019-03-30", "ledger_import", "“招商之冬”签约和储备项目.xlsx", |s| {
        let winter = s.list("“招商之冬”新签约亿元以上项目", 2019, "", Level::City, 2)?;
        let signed =
            Batch { count: 256, sum: 31_700_000, floor: 10_000, stage: Stage::Signed, list: winter, first: 1000 };
        write(s, &signed, chance, names)?;
        let list = s.list("新谋划储备2亿元以上产业项目", 2019, "", Level::City, 3)?;
        let reserve = Batch { count: 110, sum: 33_110_000, floor: 20_000, stage: Stage::Conceived, list, first: 2000 };
        write(s, &reserve, chance, names)?;
        Ok([winter, list])
    })
}

fn write(s: &mut Sheet<'_, '_>, batch: &Batch, chance: &mut Chance, names: &mut Names) -> Result<()> {
    let weights: Vec<i64> = (0..batch.count).map(|_| chance.between(1, 12) * chance.between(1, 12)).collect();
    let totals = split(batch.sum, &weights, &vec![batch.floor; batch.count], 1000);
    for (at, total) in totals.into_iter().enumerate() {
        let class = *chance.pick(&["emerging", "industrial", "service"]);
        let (name, brand, product) = names.project(chance, class);
        let county = chance.pick(COUNTIES).0;
        let signed = batch.stage == Stage::Signed;
        // Nobody has founded a firm for what is only conceived.
        let enterprise =
            if signed { Some(names.firm(s, &words::firm("黑龙江", brand, class), county)?) } else { None };
        let day = format!("2019-{:02}-{:02}", chance.between(1, 3), chance.between(1, 28));
        let project = s.project(Project {
            name,
            region: Some(county.into()),
            enterprise,
            industry: Some(product.industry.clone()),
            scale: Some(product.scale.clone()),
            stage: batch.stage,
            total: Some(total * WAN),
            signed_actual: exact(&day).filter(|_| signed),
            conceived_actual: exact(&day).filter(|_| !signed),
            introduced_by: signed.then(|| "哈尔滨市投资促进局".to_string()),
            position: i64::try_from(at).ok().map(|n| batch.first + n),
            ..Project::default()
        })?;
        s.enlist(project.id, batch.list, at + 1, None)?;
    }
    Ok(())
}
