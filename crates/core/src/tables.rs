//! Every logged table of the desk, in one list: what fold, undo and history go through.

use crate::store::{Meta, Record};

pub static ALL: &[&Meta] = &[
    crate::people::Office::META,
    crate::people::Department::META,
    crate::people::Person::META,
    crate::people::Duty::META,
    crate::people::Contact::META,
    crate::people::staffing::Staffing::META,
    crate::people::staffing::RoleName::META,
    crate::find::Pin::META,
    crate::enterprise::Enterprise::META,
    crate::region::OwnRegion::META,
    crate::list::List::META,
    crate::list::Membership::META,
    crate::project::Project::META,
    crate::progress::Progress::META,
    crate::matter::Matter::META,
    crate::figure::Figure::META,
    crate::figure::rating::Rating::META,
    crate::calendar::notice::CalendarNotice::META,
    crate::approval::record::Condition::META,
    crate::approval::record::Approval::META,
    crate::approval::record::ApprovalStep::META,
    crate::approval::way::ApprovalWay::META,
    crate::approval::call::ApprovalCall::META,
    crate::approval::material::ApprovalMaterial::META,
    crate::approval::fast::FastTrack::META,
    crate::approval::fast::FastLetter::META,
    crate::approval::version::TemplateVersion::META,
    crate::approval::version::TemplateItem::META,
    crate::approval::version::ChecklistVersion::META,
    crate::approval::version::LimitCheck::META,
    crate::route::record::RouteStep::META,
    crate::settings::Mapping::META,
    crate::project::start::ProjectStart::META,
    crate::statistics::StatisticsEntry::META,
    crate::attachment::Attachment::META,
    crate::view::View::META,
    crate::standing::StandingChange::META,
    crate::check::CheckPass::META,
    crate::year::YearDecision::META,
    crate::year::YearTurn::META,
    crate::year::YearTarget::META,
    crate::snapshot::Snapshot::META,
    crate::snapshot::SnapshotRow::META,
    crate::round::Round::META,
    crate::round::RoundUnit::META,
    crate::round::RoundFile::META,
    crate::round::Correction::META,
    crate::negative::NegativeEntry::META,
];

/// Tables that name a project and outlive it: what was frozen or put on record stays when the project goes.
const OUTLIVING: &[&str] = &["snapshot_row", "correction"];

/// Tables whose rows belong to a row of `table`, with the column that says so.
pub fn followers(table: &str) -> impl Iterator<Item = (&'static Meta, &'static str)> {
    let columns: &[(&str, &str)] = match table {
        "project" => &[("project", ""), ("owner", "contact")],
        "approval" => &[
            ("approval", "approval_step"),
            ("approval", "approval_way"),
            ("approval", "approval_material"),
            ("approval", "approval_call"),
        ],
        "enterprise" => &[("enterprise", "project"), ("owner", "contact")],
        "person" => &[("owner", "contact")],
        "list" => &[("list", "membership")],
        "template_version" => &[("version", "template_item")],
        "snapshot" => &[("snapshot", "snapshot_row")],
        "round" => &[("round", "round_unit"), ("round", "round_file"), ("round", "correction")],
        "round_unit" => &[("unit", "round_file")],
        _ => &[],
    };
    columns.iter().flat_map(|(column, of)| {
        let fits = move |meta: &&&'static Meta| {
            let follows = !OUTLIVING.contains(&meta.table);
            follows && (of.is_empty() || meta.table == *of) && meta.field(column).is_some()
        };
        ALL.iter().filter(fits).map(move |meta| (*meta, *column))
    })
}

#[must_use]
pub fn find(table: &str) -> Option<&'static Meta> {
    ALL.iter().find(|m| m.table == table).copied()
}
