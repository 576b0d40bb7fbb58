pub mod index {
    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
    pub struct Index {}
}
pub mod light {
    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, ts_rs::TS)]
    pub struct Light {
        pub shade: Shade,
    }
    #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
    pub enum Shade {
        Ring,
    }
}
pub mod query {
    use super::*;
    use crate::*;
    pub fn light(_: &store::Reader, _: id::ProjectId) -> Result<light::Light> {
        Ok(light::Light { shade: light::Shade::Ring })
    }
    pub fn index_of(_: &approval::query::Checklist, _: &[matter::Matter]) -> index::Index {
        index::Index {}
    }
    pub fn light_of(
        _: &store::Reader,
        _: &project::Project,
        _: &approval::query::Checklist,
        _: &[matter::Matter],
    ) -> light::Light {
        light::Light { shade: light::Shade::Ring }
    }
}
