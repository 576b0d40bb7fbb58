#[derive(Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct IndustryChoice {
    pub code: String,
}
pub fn choices() -> Vec<IndustryChoice> {
    vec![]
}
pub fn is_code(_: &str) -> bool {
    true
}
pub fn name(_: &str) -> Option<&'static str> {
    None
}
