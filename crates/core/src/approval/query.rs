#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Checklist {}
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct LibraryItem {}
pub fn checklist(_: &crate::store::Reader, _: crate::id::ProjectId) -> crate::Result<Checklist> {
    Ok(Checklist {})
}
pub fn library(_: &crate::store::Reader, _: crate::id::ProjectId) -> crate::Result<Vec<LibraryItem>> {
    Ok(vec![])
}
