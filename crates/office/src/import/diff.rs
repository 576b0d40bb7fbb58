//! The difference a row would make, field by field, for the preview and for writing only what was ticked.

use super::records::Records;
use serde_json::Value as Json;
use zhuanban_core::progress::Progress;
use zhuanban_core::store::{Record, Value};

/// One field that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// `total`, `done_total`, `enterprise`, `need:用地`, `approval:B02` …
    pub field: String,
    pub table: &'static str,
    pub old: Json,
    pub new: Json,
}

/// Fields that say where a row came from or to whom it belongs; they are no news.
const SILENT: &[&str] = &[
    "source_sender",
    "source_file",
    "source_sheet",
    "source_row",
    "source_at",
    "enterprise",
    "project",
    "owner",
    "period",
    "basis",
    "as_of",
    "role",
    "kind",
    "source",
    "position",
    "total_about",
    "plan_about",
    "done_about",
    "region_text",
];

pub fn differences(old: &Records, new: &Records) -> Vec<Difference> {
    let mut out = fields(Some(&old.project), &new.project);
    if old.project.region_text != new.project.region_text && new.project.region.is_none() {
        out.push(text(
            "region_text",
            "project",
            old.project.region_text.as_deref(),
            new.project.region_text.as_deref(),
        ));
    }
    about(old, new, &mut out);
    if old.enterprise.as_ref().map(|e| &e.name) != new.enterprise.as_ref().map(|e| &e.name) {
        let name = |r: &Records| r.enterprise.as_ref().map(|e| e.name.clone());
        out.push(text("enterprise", "project", name(old).as_deref(), name(new).as_deref()));
    }
    if old.enterprise.as_ref().and_then(|e| e.uscc.as_ref()) != new.enterprise.as_ref().and_then(|e| e.uscc.as_ref()) {
        let code = |r: &Records| r.enterprise.as_ref().and_then(|e| e.uscc.clone());
        out.push(text("uscc", "enterprise", code(old).as_deref(), code(new).as_deref()));
    }
    if let Some(progress) = &new.progress {
        out.extend(fields::<Progress>(old.progress.as_ref(), progress));
    }
    let leader = |r: &Records| r.leader.as_ref().map(|d| d.name.clone());
    if leader(old) != leader(new) {
        out.push(text("leader", "duty", leader(old).as_deref(), leader(new).as_deref()));
    }
    if let Some(contact) = &new.contact {
        let renamed = fields(old.contact.as_ref(), contact).into_iter();
        out.extend(renamed.map(|d| if d.field == "name" { Difference { field: "contact".into(), ..d } } else { d }));
    }
    if old.books.entered != new.books.entered {
        let (field, was, is) = ("entered".into(), old.books.entered.into(), new.books.entered.into());
        out.push(Difference { field, table: "statistics_entry", old: was, new: is });
    }
    for (field, was, is) in
        [("statistics_code", &old.books.code, &new.books.code), ("statistics_name", &old.books.name, &new.books.name)]
    {
        if was != is {
            out.push(text(field, "statistics_entry", was.as_deref(), is.as_deref()));
        }
    }
    needs(old, new, &mut out);
    approvals(old, new, &mut out);
    out
}

fn fields<R: Record>(old: Option<&R>, new: &R) -> Vec<Difference> {
    let old = old.map(Record::values);
    let changed = R::META.fields.iter().zip(new.values()).enumerate().filter_map(|(at, (field, new))| {
        let before = old.as_ref().map_or(&Value::Null, |old| &old[at]);
        let same = *before == new || SILENT.contains(field);
        (!same).then(|| Difference {
            field: (*field).into(),
            table: R::META.table,
            old: before.json(),
            new: new.json(),
        })
    });
    changed.collect()
}

/// 约 that came or went while the figure stayed.
fn about(old: &Records, new: &Records, out: &mut Vec<Difference>) {
    let flags = [
        ("total", old.project.total_about, new.project.total_about, new.project.total),
        ("plan", old.project.plan_about, new.project.plan_about, new.project.plan),
    ];
    for (field, was, is, value) in flags {
        if was != is && value.is_some() && !out.iter().any(|d| d.field == field) {
            out.push(Difference { field: format!("{field}_about"), table: "project", old: was.into(), new: is.into() });
        }
    }
}

fn needs(old: &Records, new: &Records, out: &mut Vec<Difference>) {
    for need in &new.needs {
        let same = |m: &&zhuanban_core::matter::Matter| m.element == need.element && m.unit == need.unit;
        let before = old.needs.iter().find(same);
        if before.is_some_and(|b| b.required == need.required && b.content == need.content) {
            continue;
        }
        let field = format!("need:{}", need.element.as_deref().unwrap_or_default());
        let shown = |m: &zhuanban_core::matter::Matter| m.required.map_or_else(|| m.content.clone().into(), Json::from);
        out.push(Difference { field, table: "matter", old: before.map_or(Json::Null, shown), new: shown(need) });
    }
}

fn approvals(old: &Records, new: &Records, out: &mut Vec<Difference>) {
    for marked in &new.approvals {
        let before = old.approvals.iter().find(|a| a.item == marked.item);
        if before.is_some_and(|b| b.state == marked.state && b.certificate == marked.certificate) {
            if let Some(day) = before.and(marked.day()) {
                let (field, new) = (format!("approval_day:{}", marked.item), Json::from(day.to_string()));
                out.push(Difference { field, table: "approval_step", old: Json::Null, new });
            }
            continue;
        }
        let state = |m: &super::records::Marked| Json::from(m.state.code());
        let field = format!("approval:{}", marked.item);
        out.push(Difference { field, table: "approval", old: before.map_or(Json::Null, state), new: state(marked) });
    }
}

fn text(field: &str, table: &'static str, old: Option<&str>, new: Option<&str>) -> Difference {
    Difference { field: field.into(), table, old: old.into(), new: new.into() }
}

/// The new records with the fields that were not ticked put back.
pub fn without(old: &Records, mut new: Records, unticked: &[String]) -> Records {
    let keep = |field: &str| unticked.iter().any(|u| u == field);
    put_back(&old.project, &mut new.project, unticked);
    if keep("region_text") {
        new.project.region_text.clone_from(&old.project.region_text);
    }
    if keep("total") {
        new.project.total_about = old.project.total_about;
    }
    if keep("plan") {
        (new.project.plan_about, new.project.plan_year) = (old.project.plan_about, old.project.plan_year);
    }
    if keep("enterprise") {
        new.enterprise.clone_from(&old.enterprise);
    } else if keep("uscc")
        && let (Some(new), Some(old)) = (&mut new.enterprise, &old.enterprise)
    {
        new.uscc.clone_from(&old.uscc);
    }
    if let Some(progress) = &mut new.progress {
        let blank = zhuanban_core::progress::edit::blank(
            progress.id,
            progress.office,
            progress.project,
            progress.period.clone(),
            progress.basis,
        );
        put_back(old.progress.as_ref().unwrap_or(&blank), progress, unticked);
    }
    if keep("leader") {
        new.leader.clone_from(&old.leader);
    }
    if let Some(contact) = &mut new.contact {
        let (name, phone) = old.contact.as_ref().map_or((None, None), |c| (c.name.clone(), c.phone.clone()));
        if keep("contact") {
            contact.name = name;
        }
        if keep("phone") {
            contact.phone = phone;
        }
    }
    if keep("entered") {
        new.books.entered = old.books.entered;
    }
    if keep("statistics_code") {
        new.books.code.clone_from(&old.books.code);
    }
    if keep("statistics_name") {
        new.books.name.clone_from(&old.books.name);
    }
    let need = |m: &zhuanban_core::matter::Matter| format!("need:{}", m.element.as_deref().unwrap_or_default());
    new.needs.retain(|m| !keep(&need(m)));
    new.needs.extend(old.needs.iter().filter(|m| keep(&need(m))).cloned());
    new.approvals.retain(|a| !["approval", "approval_day"].iter().any(|what| keep(&format!("{what}:{}", a.item))));
    new
}

fn put_back<R: Record + serde::Serialize + serde::de::DeserializeOwned>(old: &R, new: &mut R, unticked: &[String]) {
    let fields: Vec<&String> = unticked.iter().filter(|u| R::META.field(u).is_some()).collect();
    if fields.is_empty() {
        return;
    }
    let (Ok(Json::Object(old)), Ok(Json::Object(mut whole))) = (serde_json::to_value(old), serde_json::to_value(&*new))
    else {
        return;
    };
    for field in fields {
        whole.insert(field.clone(), old.get(field).cloned().unwrap_or(Json::Null));
    }
    if let Ok(restored) = serde_json::from_value(Json::Object(whole)) {
        *new = restored;
    }
}
