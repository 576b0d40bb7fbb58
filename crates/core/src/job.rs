//! Long work that reports how far it is and can be cancelled: import, export, backup.
//!
//! The caller names the job; another thread asks for it by that name while the command runs.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// What a job is doing now; the interface has the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    #[default]
    Starting,
    Reading,
    Understanding,
    Matching,
    Writing,
    Finishing,
}

/// How far a job is. `all` is 0 while the amount is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JobState {
    pub phase: Phase,
    pub done: u64,
    pub all: u64,
    pub cancelled: bool,
}

/// One running job.
#[derive(Debug, Default)]
pub struct Job {
    phase: Mutex<Phase>,
    done: AtomicU64,
    all: AtomicU64,
    cancelled: AtomicBool,
}

impl Job {
    pub fn phase(&self, phase: Phase, all: u64) {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    /// Says how much is done; fails with [`Error::Cancelled`] once somebody cancelled.
    pub fn at(&self, done: u64) -> Result<()> {
        self.done.store(done, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(Error::Cancelled) } else { Ok(()) }
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn state(&self) -> JobState {
        JobState {
            phase: *self.phase.lock().unwrap_or_else(PoisonError::into_inner),
            done: self.done.load(Ordering::Relaxed),
            all: self.all.load(Ordering::Relaxed),
            cancelled: self.cancelled.load(Ordering::Relaxed),
        }
    }
}

/// The jobs of one desk, by the name their caller gave.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<String, Arc<Job>>>);

impl Jobs {
    /// Begins a job under `name`; an empty name is a job nobody watches.
    pub fn begin(&self, name: &str) -> Arc<Job> {
        let job = Arc::new(Job::default());
        if !name.is_empty() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_string(), job.clone());
        }
        job
    }

    #[must_use]
    pub fn find(&self, name: &str) -> Option<Arc<Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    pub fn end(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}
