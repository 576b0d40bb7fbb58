//! Handing out: a workbook a unit, into a folder or one archive.

use super::sheet::{Sender, workbook};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};
use ts_rs::TS;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::id::{RoundId, RoundUnitId};
use zhuanban_core::job::Phase;
use zhuanban_core::people::{Office, Person};
use zhuanban_core::round::unit::{HandedOut as Noted, handed_out};
use zhuanban_core::round::{Round, RoundUnit, edit, period_name, query};
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done, Error};

/// What to hand out, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandOut {
    pub round: RoundId,
    /// Empty: every unit.
    #[serde(default)]
    pub units: Vec<RoundUnitId>,
    /// A folder that exists, or the path of the .zip to write.
    pub file: String,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandedOut {
    pub file: String,
    /// The workbooks' names.
    pub names: Vec<String>,
}

/// One workbook that waits to be put in its place.
struct Made {
    name: String,
    bytes: Vec<u8>,
    noted: Noted,
}

/// Writes all workbooks, then notes that they were handed out.
pub fn hand_out(desk: &Desk, caller: &Caller, input: HandOut) -> Result<Done<HandedOut>> {
    let job = desk.jobs.begin(&input.job);
    let made = desk.read(caller, |r| {
        let round = edit::open_round(r, input.round)?;
        let wanted = |unit: &RoundUnit| input.units.is_empty() || input.units.contains(&unit.id);
        let units: Vec<_> = query::units(r, round.id)?.into_iter().filter(wanted).collect();
        job.phase(Phase::Writing, units.len() as u64);
        let made = units.iter().zip(0..).map(|(unit, at)| {
            job.at(at)?;
            make(r, &round, unit)
        });
        Ok((round.clone(), made.collect::<Result<Vec<_>>>()?))
    });
    desk.jobs.end(&input.job);
    let (round, made) = made?;
    let path = Path::new(&input.file);
    if path.is_dir() {
        into_folder(path, &made)?
    } else {
        into_archive(path, &made)?
    }
    let noted: Vec<_> = made.iter().map(|m| m.noted.clone()).collect();
    let done = desk.write("round_hand_out", caller, |w| handed_out(w, &round, &noted))?;
    let names = made.into_iter().map(|m| m.name).collect();
    Ok(Done { value: HandedOut { file: input.file, names }, changed: done.changed, txn: done.txn })
}

fn make(r: &Reader, round: &Round, unit: &RoundUnit) -> Result<Made> {
    let office: Office = r.get(r.office()?)?;
    let person: Person = r.get(r.person()?)?;
    let rows = super::row::handed_rows(r, round, unit)?;
    let sender = Sender { office: &office.name, person: &person.name };
    let (mut book, hash) = workbook(round, unit, &rows.iter().collect::<Vec<_>>(), &sender)?;
    let bytes = book.save_to_buffer().map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Made { name: file_name(round, unit), bytes, noted: Noted { unit: unit.id, hash } })
}

/// 岱岳区_2023年一季度_重点项目_截至0331.xlsx
pub fn file_name(round: &Round, unit: &RoundUnit) -> String {
    let period = period_name(round.kind, &round.period);
    let what = if round.name == period { "重点项目" } else { round.name.as_str() };
    let safe = |text: &str| text.chars().filter(|c| !c.is_control() && !"/\\<>:\"|?*".contains(*c)).collect::<String>();
    format!("{}_{period}_{}_截至{}.xlsx", safe(&unit.name), safe(what), round.as_of.format("%m%d"))
}

fn unwritable(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    |e| Error::file(path, FileProblem::Unwritable, e)
}

/// Every file is complete before the first takes its place.
fn into_folder(folder: &Path, made: &[Made]) -> Result<()> {
    let mut drafts: Vec<(tempfile::NamedTempFile, PathBuf)> = vec![];
    for one in made {
        let place = folder.join(&one.name);
        let mut draft = tempfile::Builder::new();
        draft.prefix(".zhuanban-").suffix(".xlsx");
        #[cfg(unix)]
        draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut draft = draft.tempfile_in(folder).map_err(unwritable(folder))?;
        draft.write_all(&one.bytes).map_err(unwritable(&place))?;
        drafts.push((draft, place));
    }
    for (draft, place) in drafts {
        draft.persist(&place).map_err(|e| Error::file(&place, FileProblem::Unwritable, e.error))?;
    }
    Ok(())
}

fn into_archive(path: &Path, made: &[Made]) -> Result<()> {
    let broken = |e: zip::result::ZipError| Error::file(path, FileProblem::Unwritable, e);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for one in made {
        // Workbooks are archives already.
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(&one.name, stored).map_err(broken)?;
        archive.write_all(&one.bytes).map_err(unwritable(path))?;
    }
    let bytes = archive.finish().map_err(broken)?.into_inner();
    std::fs::write(path, bytes).map_err(unwritable(path))
}
