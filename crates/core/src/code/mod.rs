//! Codes that others issue and we check: 统一社会信用代码 and 国家统一项目代码.

pub mod credit;
pub mod project_code;
