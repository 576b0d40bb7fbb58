//! Enterprises: investors and project units, with their 统一社会信用代码 (GB 32100-2015).

pub mod edit;
pub mod query;

use crate::id::EnterpriseId;
use crate::record;

record! {
    pub struct Enterprise(EnterpriseId) in "enterprise", Work {
        name: String,
        uscc: Option<String>,
        region: Option<String>,
        note: Option<String>,
    }
}
