//! The desks of one program: the officer's own, and the sample desk's five offices beside it, of which one is shown.
//!
//! A sample office is a desk folder of its own under `<data>/sample/`, with its own day; nothing done there touches the officer's data.

use crate::api::{self, Command, Nothing, Reply, Run};
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, Fault, FileProblem, Result, Rule};
use crate::people::Office;
use crate::safety::clear::{self, ClearInput, Cleared};
use crate::safety::points::{PointName, RestorePoint};
use crate::safety::rescue;
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
    /// The own desk, or why it could not be opened when it was last tried.
    own: RwLock<std::result::Result<Arc<Desk>, Fault>>,
    caller: RwLock<Caller>,
    /// The office of the sample desk that is shown in place of the own one.
    sample: RwLock<Option<Shown>>,
    /// One switch at a time.
    switching: Mutex<()>,
}

struct Shown {
    desk: Arc<Desk>,
    office: SampleOffice,
}

/// What is kept of a desk that could not be opened.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Rescued {
    /// Where the file lies that could not be opened.
    pub kept: String,
}

impl Desks {
    /// Opens the own desk of a data folder; the sample desk is made when it is first asked for.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self> {
        let own = Desk::open(folder, clock.clone())?;
        Ok(Self::with(folder, clock, Ok(Arc::new(own))))
    }

    /// As [`Desks::open`]; a desk that cannot be opened answers every command with the reason, until it can be, or until a
    /// restore point has been put in its place ([`Desks::rescue`]).
    #[must_use]
    pub fn open_or_tell(folder: &Path, clock: Arc<dyn Clock>) -> Self {
        let own = Desk::open(folder, clock.clone()).map(Arc::new).map_err(Fault::from);
        Self::with(folder, clock, own)
    }

    fn with(folder: &Path, clock: Arc<dyn Clock>, own: std::result::Result<Arc<Desk>, Fault>) -> Self {
        let (own, sample) = (RwLock::new(own), RwLock::default());
        Self { folder: folder.into(), clock, own, caller: RwLock::default(), sample, switching: Mutex::default() }
    }

    /// As whom the own desk is used: `--as NAME`.
    pub fn act_as(&mut self, name: &str) -> std::result::Result<(), Fault> {
        *self.caller.get_mut().unwrap_or_else(PoisonError::into_inner) = self.own()?.caller_named(name)?;
        Ok(())
    }

    /// The own desk; one that could not be opened is tried again.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn own(&self) -> std::result::Result<Arc<Desk>, Fault> {
        if let Ok(own) = &*self.own.read().unwrap_or_else(PoisonError::into_inner) {
            return Ok(own.clone());
        }
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        if own.is_err() {
            *own = Desk::open(&self.folder, self.clock.clone()).map(Arc::new).map_err(Fault::from);
        }
        own.clone()
    }

    /// The desk that is shown, and who acts on it.
    ///
    /// # Errors
    /// As [`Desks::own`].
    pub fn shown(&self) -> std::result::Result<(Arc<Desk>, Caller), Fault> {
        match &*self.sample.read().unwrap_or_else(PoisonError::into_inner) {
            // A person of the own desk is nobody in the sample.
            Some(shown) => Ok((shown.desk.clone(), Caller::default())),
            None => Ok((self.own()?, *self.caller.read().unwrap_or_else(PoisonError::into_inner))),
        }
    }

    /// The restore points of the own desk, newest first, whether or not it can be opened.
    pub fn rescue_points(&self) -> Result<Done<Vec<RestorePoint>>> {
        Ok(api::unchanged(rescue::points(&self.folder)?))
    }

    /// Puts a restore point in the place of an own desk that cannot be opened; its file is kept aside.
    pub fn rescue(&self, point: &PointName) -> Result<Done<Rescued>> {
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        if own.is_ok() {
            let detail = "the desk can be opened".into();
            return Err(Error::BadInput { command: "desk_rescue".into(), detail });
        }
        let (desk, kept) = rescue::rescue(&self.folder, &self.clock, &point.point)?;
        *own = Ok(Arc::new(desk));
        let value = Rescued { kept: kept.to_string_lossy().into_owned() };
        Ok(Done { value, changed: vec!["local".into()], txn: None })
    }

    /// What clearing would take from this computer.
    ///
    /// # Errors
    /// While the sample desk is shown, or where the own desk has no office or cannot be opened.
    pub fn clear_look(&self) -> Result<Done<Cleared>> {
        let desk = self.own_shown()?;
        Ok(api::unchanged(Cleared::of(&desk, &self.ours()?)?))
    }

    /// Clears the own desk off this computer, the sample desk with it; the certificate stays with the empty desk that
    /// begins in its place.
    ///
    /// # Errors
    /// Another name than the office's, a desk still at work, or a file that cannot be deleted: what is left can be cleared
    /// again.
    pub fn clear(&self, input: &ClearInput) -> Result<Done<Cleared>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        let named = office(&*self.own_shown()?)?.ok_or(Error::NotStarted)?.name;
        if input.office.trim() != named {
            return Err(Error::invalid("office", Rule::NotAChoice));
        }
        // Nobody asks or writes from here on: what is told is what goes.
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        let busy = || Error::DatabaseBusy { path: self.folder.join("zhuanban.db") };
        let desk = match std::mem::replace(&mut *own, Err(Fault::from(busy()))).map(alone) {
            Ok(Ok(desk)) => desk,
            Ok(Err(shared)) => {
                *own = Ok(shared);
                return Err(busy());
            }
            Err(fault) => {
                *own = Err(fault);
                return Err(Error::NotStarted);
            }
        };
        let outcome = settings(&desk).and_then(|kept| {
            let cleared = Cleared::of(&desk, &self.ours()?)?;
            clear::keep_newest(&self.folder);
            drop(desk);
            // Looked for again: closing took the newest pages' first name away.
            clear::wipe(&self.ours()?)?;
            Ok((kept, cleared))
        });
        *own = Desk::open(&self.folder, self.clock.clone()).map(Arc::new).map_err(Fault::from);
        let (kept, mut cleared) = outcome?;
        cleared.ms = self.clock.now_ms();
        *self.caller.write().unwrap_or_else(PoisonError::into_inner) = Caller::default();
        if let Ok(desk) = &*own {
            let told = serde_json::to_string(&cleared).map_err(|e| Error::Internal(e.to_string()))?;
            desk.set_local("cleared", &told)?;
            for (key, value) in kept {
                desk.set_local(key, &value)?;
            }
        }
        Ok(Done { value: cleared, changed: switched().changed, txn: None })
    }

    fn own_shown(&self) -> Result<Arc<Desk>> {
        let sample = self.sample.read().unwrap_or_else(PoisonError::into_inner).is_some();
        match self.own() {
            Ok(own) if !sample => Ok(own),
            _ => Err(Error::NotStarted),
        }
    }

    /// Every file of the own desk and the sample's, and copies of papers that were opened.
    fn ours(&self) -> Result<Vec<PathBuf>> {
        let files = clear::files(&self.folder)?;
        Ok([clear::opened(&std::env::temp_dir(), &files)?, files].concat())
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
        let (desk, caller) = self.shown()?;
        api::dispatch(pages, &desk, &caller, name, input)
    }

    pub fn samples(&self) -> Result<Samples> {
        let own = self.own().ok().map(|own| office(&own)).transpose()?.flatten();
        let shown = self.sample.read().unwrap_or_else(PoisonError::into_inner).as_ref().map(|shown| shown.office);
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
        let desk = self.sample_desk(office)?;
        if let Ok((from, _)) = self.shown() {
            carry(&from, &desk)?;
        }
        *self.sample.write().unwrap_or_else(PoisonError::into_inner) = Some(Shown { desk, office });
        Ok(switched())
    }

    /// Shows the own desk again.
    pub fn leave_sample(&self) -> Result<Done<Nothing>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        let mut sample = self.sample.write().unwrap_or_else(PoisonError::into_inner);
        if let (Some(shown), Ok(own)) = (&*sample, self.own()) {
            carry(&shown.desk, &own)?;
        }
        *sample = None;
        Ok(switched())
    }

    /// Makes an office of the sample desk anew, as it came with the program.
    pub fn reset_sample(&self, office: SampleOffice) -> Result<Done<Nothing>> {
        let _turn = self.switching.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody asks the desk that goes away: questions wait until the new one is there.
        let mut sample = self.sample.write().unwrap_or_else(PoisonError::into_inner);
        let mut kept = None;
        if let Some(old) = sample.take_if(|shown| shown.office == office) {
            kept = Some(settings(&old.desk)?);
            if let Err(desk) = close(old.desk) {
                *sample = Some(Shown { desk, office });
                return Err(Error::DatabaseBusy { path: self.sample_folder(office) });
            }
        }
        let folder = self.sample_folder(office);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|e| Error::file(&folder, FileProblem::Unwritable, e))?;
        }
        if let Some(settings) = kept {
            let desk = self.sample_desk(office)?;
            for (key, value) in settings {
                desk.set_local(key, &value)?;
            }
            *sample = Some(Shown { desk, office });
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

fn office(desk: &Desk) -> Result<Option<Office>> {
    desk.read(&Caller::default(), |r| Ok(crate::settings::query::desk(r)?.office))
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
fn close(desk: Arc<Desk>) -> std::result::Result<(), Arc<Desk>> {
    alone(desk).map(drop)
}

/// Waits until nobody else has it.
fn alone(mut desk: Arc<Desk>) -> std::result::Result<Desk, Arc<Desk>> {
    for _ in 0..100 {
        match Arc::try_unwrap(desk) {
            Ok(last) => return Ok(last),
            Err(still) => desk = still,
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(desk)
}
