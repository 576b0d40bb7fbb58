//! Scores: the guarantee index 要素保障指数 of a project, and its light.

pub mod index;
pub mod light;
pub mod query;
mod share;
