//! Identities of records: UUIDv7 newtypes, written as lower-case hyphenated text in tables and JSON.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use uuid::Uuid;

/// What every record identity can do; `ids!` makes the newtypes.
pub trait RecordId: Copy + Eq + std::fmt::Display {
    fn uuid(self) -> Uuid;
    fn from_uuid(uuid: Uuid) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl RecordId for $name {
            fn uuid(self) -> Uuid { self.0 }
            fn from_uuid(uuid: Uuid) -> Self { Self(uuid) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
    )*};
}

ids! {
    /// A task-force office 专班; it names the stream of its records.
    OfficeId,
    /// A department 成员单位, county or bank that answers to the office.
    DepartmentId,
    PersonId,
    DutyId,
    ContactId,
    /// A record kept at hand.
    PinId,
    StaffingId,
    RoleNameId,
    EnterpriseId,
    ProjectId,
    ProgressId,
    ListId,
    MembershipId,
    RegionId,
    MatterId,
    ApprovalId,
    ApprovalStepId,
    ConditionId,
    RouteStepId,
    /// A holiday notice an office entered.
    CalendarNoticeId,
    /// A version of the template of approvals.
    TemplateVersionId,
    TemplateItemId,
    ChecklistVersionId,
    LimitCheckId,
    ApprovalWayId,
    /// A call about an approval.
    ApprovalCallId,
    ApprovalMaterialId,
    FastTrackId,
    FastLetterId,
    StartId,
    StatisticsEntryId,
    AttachmentId,
    StandingChangeId,
    CheckPassId,
    YearDecisionId,
    YearTurnId,
    YearTargetId,
    /// What an office calls a sender's columns, kept to read the next file alike.
    MappingId,
    /// A figure typed in with its source.
    FigureId,
    RatingId,
    /// A saved view of the ledger.
    ViewId,
    SnapshotId,
    SnapshotRowId,
    RoundId,
    RoundUnitId,
    RoundFileId,
    CorrectionId,
    /// A line of the office's negative list.
    NegativeEntryId,
    /// One action of a person; undo takes it back whole.
    TxnId,
}

/// An identity that two desks derive alike from the same parts, so that both touch one record.
///
/// UUID version 8 (RFC 9562 §5.8) over the SHA-256 of the parts.
#[must_use]
pub fn derived(parts: &[&str]) -> Uuid {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest = hash.finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
