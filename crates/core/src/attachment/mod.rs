//! Documents and photos of a project. Here stands what is known of each; the bytes lie once under their SHA-256 in the
//! desk's folder (`keep`), so that the same picture attached twice takes its room once.

pub mod edit;
pub mod keep;
mod media;
pub mod query;

use crate::id::{ApprovalId, AttachmentId, ProjectId, StartId};
use crate::{codes, record};

codes! {
    /// What a document is to the office.
    pub enum AttachmentKind {
        /// 照片
        Photo = "photo",
        /// 文件
        Document = "document",
        /// 扫描件
        Scan = "scan",
        /// 图纸
        Plan = "plan",
        /// 其他
        Other = "other",
    }
}

record! {
    pub struct Attachment(AttachmentId) in "attachment", Work, of "project" {
        project: ProjectId,
        /// The approval of the project whose certificate this is the scan of.
        approval: Option<ApprovalId>,
        /// The start of the project that it shows (现场照片 of 开工认定 and 复工).
        start: Option<StartId>,
        /// The file's name as people call it, with its ending.
        name: String,
        /// SHA-256 of the bytes, lower-case hexadecimal.
        hash: String,
        /// Bytes.
        size: i64,
        /// Media type, by content where it can be told.
        media: String,
        kind: AttachmentKind,
        /// The day the photo was taken or the paper is dated.
        happened_on: Option<chrono::NaiveDate>,
        note: Option<String>,
        /// When it was attached, milliseconds UTC.
        added_ms: i64,
    }
}
