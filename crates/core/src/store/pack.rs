//! Encoding, hashing and packing changesets beside the writing: a large import fills the next while the last is packed.

use super::body::{Body, Hash};
use super::log::{self, Packed};
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Changesets on their way; each is a few MiB.
const ON_THE_WAY: usize = 3;

/// The last link of each stream's chain, by office and class.
type Links = HashMap<(uuid::Uuid, String), Hash>;

/// A thread that packs changesets in the order they come.
pub struct Packer {
    send: SyncSender<(i64, Body)>,
    receive: Receiver<Result<Packed>>,
    waiting: usize,
}

impl Packer {
    pub fn start() -> Self {
        let (send, work) = sync_channel::<(i64, Body)>(ON_THE_WAY);
        let (done, receive) = sync_channel(1024);
        std::thread::spawn(move || {
            let mut links = Links::new();
            for (number, mut body) in work {
                let key = (body.head.office, body.head.class.clone());
                body.head.prev = links.get(&key).copied().or(body.head.prev);
                let packed = log::pack(number, &body);
                if let Ok(packed) = &packed {
                    links.insert(key, packed.hash);
                }
                if done.send(packed).is_err() {
                    return;
                }
            }
        });
        Self { send, receive, waiting: 0 }
    }

    /// Takes a changeset; its `prev` is kept only for the first of its stream.
    pub fn take(&mut self, db: &Connection, number: i64, body: Body) -> Result<()> {
        self.send.send((number, body)).map_err(|_| stopped())?;
        self.waiting += 1;
        while let Ok(packed) = self.receive.try_recv() {
            self.waiting -= 1;
            log::append(db, &packed?)?;
        }
        Ok(())
    }

    /// Stores everything that is still on its way.
    pub fn settle(&mut self, db: &Connection) -> Result<()> {
        while self.waiting > 0 {
            let packed = self.receive.recv().map_err(|_| stopped())?;
            self.waiting -= 1;
            log::append(db, &packed?)?;
        }
        Ok(())
    }
}

fn stopped() -> Error {
    Error::Internal("packing stopped".into())
}
