#[derive(Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct ElementChoice {
    pub code: String,
}
pub fn choices() -> Vec<ElementChoice> {
    vec![]
}
