//! The desks of one program: the officer's own, and the sample desk's five offices beside it, of which one is shown.
//!
//! A sample office is a desk folder of its own under `<data>/sample/`, with its own day; nothing done there touches the officer's data.

use crate::api::{self, Command, Nothing, Reply, Run};
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, Fault, FileProblem, Result};
use crate::sample::{self, DayClock, SampleOffice};
use crate::time::Clock;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;
use ts_rs::TS;

/// Settings of this computer that go with the person from desk to desk.
const CARRIED: &[&str] = &["language", "theme", "money_unit", "row_height", "ledger_columns"];

/// Which office of the sample desk.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SampleChoice {
    pub office: SampleOffice,
}

/// The sample desk as the window needs to know it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Samples {
    /// The office that is shown; absent while the own desk is.
    pub shown: Option<SampleOffice>,
    /// The office of the own desk; absent until the first run is done.
    pub own: Option<String>,
    pub offices: Vec<SampleEntry>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleEntry {
    pub office: SampleOffice,
    /// The day that is today there.
    #[ts(type = "string")]
    pub as_of: chrono::NaiveDate,
    /// It lies on this computer already, with what was tried out in it.
    pub made: bool,
}

/// All desks behind one window.
pub struct Desks {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    own: Arc<Desk>,
    caller: Caller,
    shown: RwLock<Shown>,
    /// One switch at a time.
    switching: Mutex<()>,
}

struct Shown {
    desk: Arc<Desk>,
    sample: Option<SampleOffice>,
}

impl Desks {
    /// Opens the own desk of a data folder; the sample desk is made when it is first asked for.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self> {
        let own = Arc::new(Desk::open(folder, clock.clone())?);
        let shown = RwLock::new(Shown { desk: own.clone(), sample: None });
        Ok(Self { folder: folder.into(), clock, own, caller: Caller::default(), shown, switching: Mutex::default() })
    }

    /// As whom the own desk is used: `--as NAME`.
    pub fn act_as(&mut self, name: &str) -> Result<()> {
        self.caller = self.own.caller_named(name)?;
        Ok(())
    }

    /// The desk that is shown, and who acts on it.
    #[must_use]
    pub fn shown(&self) -> (Arc<Desk>, Caller) {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        // A person of the own desk is nobody in the sample.
        let caller = if shown.sample.is_some() { Caller::default() } else { self.caller };
        (shown.desk.clone(), caller)
    }

    /// Runs a command on the desk that is shown, or one about which that is.
    ///
    /// # Errors
    /// What the command refuses with.
    pub fn dispatch(
        &self,
        pages: &[&[Command]],
        name: &str,
        input: serde_json::Value,
    ) -> std::result::Result<Reply, Fault> {
        if let Ok(Command { run: Run::OnDesks(run), .. }) = api::find(pages, name) {
            return api::told(name, run(self, input));
        }
        let (desk, caller) = self.shown();
        api::dispatch(pages, &desk, &caller, name, input)
    }

    pub fn samples(&self) -> Result<Samples> {
        let own = self.own.read(&Caller::default(), |r| Ok(crate::settings::query::desk(r)?.office))?;
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner).sample;
        let entry = |office: &SampleOffice| SampleEntry {
            office: *office,
            as_of: office.as_of(),
            made: self.sample_folder(*office).join("zhuanban.db").exists(),
        };
        Ok(Samples {
            shown,
            own: own.map(|office| office.name),
            offices: SampleOffice::ALL.iter().map(entry).collect(),
        })
    }

    /// Shows an office of the sample desk, made where it is not there yet.
    pub fn show_sample(&self, office: SampleOffice) -> Result<Done<Nothing>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        let (from, _) = self.shown();
        let desk = self.sample_desk(office)?;
        carry(&from, &desk)?;
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Shown { desk, sample: Some(office) };
        Ok(switched())
    }

    /// Shows the own desk again.
    pub fn leave_sample(&self) -> Result<Done<Nothing>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        if shown.sample.is_some() {
            carry(&shown.desk, &self.own)?;
            *shown = Shown { desk: self.own.clone(), sample: None };
        }
        Ok(switched())
    }

    /// Makes an office of the sample desk anew, as it came with the program.
    pub fn reset_sample(&self, office: SampleOffice) -> Result<Done<Nothing>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody asks the desk that goes away: questions wait until the new one is there.
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let settings = settings(&shown.desk)?;
        let was_shown = shown.sample == Some(office);
        if was_shown {
            let old = std::mem::replace(&mut *shown, Shown { desk: self.own.clone(), sample: None });
            if let Err(busy) = close(old.desk) {
                *shown = Shown { desk: busy, sample: old.sample };
                return Err(Error::DatabaseBusy { path: self.sample_folder(office) });
            }
        }
        let folder = self.sample_folder(office);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|e| Error::file(&folder, FileProblem::Unwritable, e))?;
        }
        if was_shown {
            let desk = self.sample_desk(office)?;
            for (key, value) in settings {
                desk.set_local(key, &value)?;
            }
            *shown = Shown { desk, sample: Some(office) };
        } else {
            sample::make(&folder, office)?;
        }
        Ok(switched())
    }

    fn sample_folder(&self, office: SampleOffice) -> PathBuf {
        self.folder.join("sample").join(office.code())
    }

    fn sample_desk(&self, office: SampleOffice) -> Result<Arc<Desk>> {
        let folder = self.sample_folder(office);
        if !folder.join("zhuanban.db").exists() {
            sample::make(&folder, office)?;
        }
        let clock = DayClock::new(office.as_of(), self.clock.clone());
        Ok(Arc::new(Desk::open(&folder, Arc::new(clock))?))
    }
}

/// Everything that is shown has to be asked for again; nothing was logged.
fn switched() -> Done<Nothing> {
    Done { value: Nothing {}, changed: vec!["local".into()], txn: None }
}

fn settings(desk: &Desk) -> Result<Vec<(&'static str, String)>> {
    desk.read(&Caller::default(), |r| {
        let mut found = vec![];
        for key in CARRIED {
            found.extend(r.local(key)?.map(|value| (*key, value)));
        }
        Ok(found)
    })
}

fn carry(from: &Desk, to: &Desk) -> Result<()> {
    for (key, value) in settings(from)? {
        to.set_local(key, &value)?;
    }
    Ok(())
}

/// Waits until whoever still reads is done, then closes the file, so that it can be removed on every system.
fn close(mut desk: Arc<Desk>) -> std::result::Result<(), Arc<Desk>> {
    for _ in 0..100 {
        match Arc::try_unwrap(desk) {
            Ok(last) => {
                drop(last);
                return Ok(());
            }
            Err(still) => desk = still,
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(desk)
}
