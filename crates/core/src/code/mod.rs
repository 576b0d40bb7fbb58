pub mod credit {
    pub fn normalise(t: &str) -> String {
        t.trim().to_uppercase()
    }
    pub fn check(_: &str) -> Vec<crate::error::FieldFault> {
        vec![]
    }
}
pub mod project_code {
    pub fn normalise(t: &str) -> String {
        t.trim().to_string()
    }
    pub fn check(
        _: &str,
        _: Option<&str>,
        _: Option<&str>,
        _: Option<crate::approval::template::Mode>,
        _: chrono::NaiveDate,
    ) -> Vec<crate::error::FieldFault> {
        vec![]
    }
}
