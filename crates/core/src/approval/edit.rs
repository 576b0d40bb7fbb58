use crate::{Result, store::Writer};
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Answer {}
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct SaveApproval {}
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct NewStep {}
pub fn answer(_: &mut Writer, _: Answer) -> Result<super::record::Condition> {
    Err(crate::Error::NotStarted)
}
pub fn save(_: &mut Writer, _: SaveApproval) -> Result<super::record::Approval> {
    Err(crate::Error::NotStarted)
}
pub fn step(_: &mut Writer, _: NewStep) -> Result<super::record::ApprovalStep> {
    Err(crate::Error::NotStarted)
}
pub fn withdraw(_: &mut Writer, _: crate::id::ApprovalStepId) -> Result<bool> {
    Ok(false)
}
