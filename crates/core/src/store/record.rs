//! A record: one struct, one table, its columns named once.

use super::value::{Kind, Value};
use rusqlite::Row;
use uuid::Uuid;

/// Which stream of its office a table belongs to (`rules.md` 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The office's work: projects, progress, approvals, matters.
    Work,
    /// What flows down the tree: departments, people, lists, regions.
    Ref,
    /// Phone numbers and the like, so that they can be withheld.
    Personal,
}

impl Class {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Ref => "ref",
            Self::Personal => "personal",
        }
    }
}

/// What the change log knows of a table.
#[derive(Debug)]
pub struct Meta {
    pub table: &'static str,
    pub class: Class,
    /// Columns after `id` and `office`, in the order of the struct.
    pub fields: &'static [&'static str],
    pub kinds: &'static [Kind],
    /// The column that names the record this one belongs to, if any, e.g. `project`.
    pub parent: Option<&'static str>,
    /// Asked before a row is made or changed, with its old values, if it has any, and its new ones.
    pub guard: Option<Guard>,
}

/// A noun's rule on its own writes. It may refuse, and may write what goes on record with the change.
pub type Guard = fn(&mut super::Writer, Option<&[Value]>, &[Value]) -> crate::error::Result<()>;

impl Meta {
    #[must_use]
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| *f == name)
    }

    /// `id, office, name, …`: what [`Record::read`] expects, in order.
    #[must_use]
    pub fn columns(&self) -> String {
        format!("id, office, {}", self.fields.join(", "))
    }

    #[must_use]
    pub fn parent_at(&self) -> Option<usize> {
        self.parent.and_then(|p| self.field(p))
    }
}

/// A logged and, later, synced table row. `record!` writes the implementation.
pub trait Record: Sized {
    const META: &'static Meta;
    fn uuid(&self) -> Uuid;
    fn office_uuid(&self) -> Uuid;
    /// Field values in the order of `META.fields`.
    fn values(&self) -> Vec<Value>;
    /// As [`Record::values`], without copying texts.
    fn into_values(self) -> Vec<Value>;
    /// The fields in which `new` differs, by their place in `META.fields`, with their new values.
    fn differing(&self, new: &Self) -> Vec<(usize, Value)>;
    /// Reads `id, office, fields…` from column 0 on.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// Declares a record: the struct, its wire type and its [`Record`] implementation.
#[macro_export]
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident($id:ty) in $table:literal, $class:ident $(, of $parent:literal)? $(, guarded by $guard:path)? { $($(#[$fdoc:meta])* $field:ident: $ty:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub struct $name {
            pub id: $id,
            pub office: $crate::id::OfficeId,
            $($(#[$fdoc])* pub $field: $ty,)*
        }

        impl $crate::store::record::Record for $name {
            const META: &'static $crate::store::record::Meta = &$crate::store::record::Meta {
                table: $table,
                class: $crate::store::record::Class::$class,
                fields: &[$(stringify!($field)),*],
                kinds: &[$(<$ty as $crate::store::value::Cell>::KIND),*],
                parent: { let parent: Option<&'static str> = None; $(let _ = parent; let parent = Some($parent);)? parent },
                guard: { let guard: Option<$crate::store::record::Guard> = None; $(let _ = guard; let guard: Option<$crate::store::record::Guard> = Some($guard);)? guard },
            };
            fn uuid(&self) -> uuid::Uuid { $crate::id::RecordId::uuid(self.id) }
            fn office_uuid(&self) -> uuid::Uuid { self.office.0 }
            fn values(&self) -> Vec<$crate::store::value::Value> {
                vec![$($crate::store::value::Cell::value(&self.$field)),*]
            }
            fn into_values(self) -> Vec<$crate::store::value::Value> {
                vec![$($crate::store::value::Cell::into_value(self.$field)),*]
            }
            fn differing(&self, new: &Self) -> Vec<(usize, $crate::store::value::Value)> {
                let pairs = [$((self.$field != new.$field).then(|| $crate::store::value::Cell::value(&new.$field))),*];
                pairs.into_iter().enumerate().filter_map(|(at, value)| Some((at, value?))).collect()
            }
            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut at = 0;
                let mut next = || { at += 1; at - 1 };
                Ok(Self {
                    id: $crate::store::record::cell(row, next())?,
                    office: $crate::store::record::cell(row, next())?,
                    $($field: $crate::store::record::cell(row, next())?,)*
                })
            }
        }
    };
}

/// Reads column `at` as any [`super::value::Cell`]; a wrong value is an error that names the column, never a default.
pub fn cell<T: super::value::Cell>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let value = row.get_ref(at)?;
    T::cell(value).map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, value.data_type(), Box::new(e)))
}
