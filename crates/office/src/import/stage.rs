//! The rows of a file, typed, in a temporary file: a ledger of any size costs a few bytes of memory a row.

use crate::read::ReadRow;
use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};
use zhuanban_core::{Error, Result};

/// Rows being written.
pub struct Draft {
    out: BufWriter<File>,
    ends: Vec<u64>,
    at: u64,
}

impl Draft {
    pub fn new() -> Result<Self> {
        let file = tempfile::tempfile().map_err(|e| broken(&e))?;
        Ok(Self { out: BufWriter::with_capacity(1 << 20, file), ends: vec![], at: 0 })
    }

    pub fn push(&mut self, row: &ReadRow) -> Result<()> {
        let bytes = rmp_serde::to_vec(row).map_err(|e| Error::Internal(e.to_string()))?;
        self.out.write_all(&bytes).map_err(|e| broken(&e))?;
        self.at += bytes.len() as u64;
        self.ends.push(self.at);
        Ok(())
    }

    pub fn done(self) -> Result<Stage> {
        let file = self.out.into_inner().map_err(|e| broken(e.error()))?;
        Ok(Stage { file: Mutex::new(file), ends: self.ends })
    }
}

/// Rows to be read, in any order, by their number from 0.
pub struct Stage {
    file: Mutex<File>,
    ends: Vec<u64>,
}

impl Stage {
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, at: usize) -> Result<ReadRow> {
        let (from, to) = (if at == 0 { 0 } else { self.ends[at - 1] }, self.ends[at]);
        let mut bytes = vec![0; usize::try_from(to - from).unwrap_or(0)];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(from)).and_then(|_| file.read_exact(&mut bytes)).map_err(|e| broken(&e))?;
        rmp_serde::from_slice(&bytes).map_err(|e| Error::Internal(e.to_string()))
    }

    /// Hands every row to `each`, in order, reading ahead in large pieces.
    pub fn each(&self, mut each: impl FnMut(usize, ReadRow) -> Result<()>) -> Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(0)).map_err(|e| broken(&e))?;
        let mut from = std::io::BufReader::with_capacity(1 << 20, &mut *file);
        let (mut bytes, mut start) = (vec![], 0);
        for (at, end) in self.ends.iter().enumerate() {
            bytes.resize(usize::try_from(end - start).unwrap_or(0), 0);
            from.read_exact(&mut bytes).map_err(|e| broken(&e))?;
            start = *end;
            each(at, rmp_serde::from_slice(&bytes).map_err(|e| Error::Internal(e.to_string()))?)?;
        }
        Ok(())
    }
}

fn broken(error: &std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return Error::DiskFull { path: std::env::temp_dir() };
    }
    Error::Internal(format!("staging: {error}"))
}
