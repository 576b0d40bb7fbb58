//! A long file as parts for mailboxes with a limit, and parts as one file again.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// `X.zip` → `X.zip.001`.
fn part(path: &Path, number: usize) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(format!(".{number:03}"));
    name.into()
}

/// Cuts `whole` into parts of at most `size` bytes beside `path`; answers their paths. They get their names once all of
/// them are written. Parts of an earlier, longer package under the same name are removed, so that they are not read as if
/// they belonged to this one.
pub fn cut(whole: &mut File, path: &Path, size: u64) -> std::io::Result<Vec<PathBuf>> {
    let length = whole.seek(SeekFrom::End(0))?;
    whole.seek(SeekFrom::Start(0))?;
    let count = usize::try_from(length.div_ceil(size).max(1)).expect("few parts");
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut drafts = vec![];
    for _ in 0..count {
        // A draft that is left behind by an error goes by itself.
        let mut draft = tempfile::Builder::new().suffix(".part").tempfile_in(folder)?;
        std::io::copy(&mut Read::by_ref(whole).take(size), &mut draft)?;
        draft.as_file().sync_all()?;
        drafts.push(draft);
    }
    let mut out = vec![];
    for (number, draft) in (1..).zip(drafts) {
        let place = part(path, number);
        draft.persist(&place).map_err(|e| e.error)?;
        out.push(place);
    }
    for number in count + 1.. {
        let old = part(path, number);
        if !old.exists() {
            break;
        }
        std::fs::remove_file(old)?;
    }
    Ok(out)
}

/// A package that is one of several parts, as one file.
pub struct Joined {
    /// The part that would come next, where the last one is as long as those before it: it may be missing.
    pub next: Option<PathBuf>,
}

/// Joins all parts, where `path` is one of them, into `to`; `None` where it is no part.
///
/// # Errors
/// The path of the part that is missing or cannot be read, and why.
pub fn join(path: &Path, to: &mut File) -> std::result::Result<Option<Joined>, (PathBuf, std::io::Error)> {
    let text = path.to_string_lossy();
    let Some((stem, number)) = text.rsplit_once('.') else { return Ok(None) };
    if number.len() != 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let stem = Path::new(stem);
    let mut sizes = vec![];
    for number in 1.. {
        let place = part(stem, number);
        match File::open(&place).and_then(|mut file| std::io::copy(&mut file, to)) {
            Ok(size) => sizes.push(size),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && number > last(stem) => break,
            Err(e) => return Err((place, e)),
        }
    }
    let ended = |e| (path.to_path_buf(), e);
    to.flush().map_err(ended)?;
    to.seek(SeekFrom::Start(0)).map_err(ended)?;
    let full = sizes.last() == sizes.first();
    Ok(Some(Joined { next: full.then(|| part(stem, sizes.len() + 1)) }))
}

/// The highest number of a part that lies beside the others; 0 where there is none.
fn last(stem: &Path) -> usize {
    let folder = stem.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = stem.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let number = |file: String| {
        let digits = file.strip_prefix(&name)?.strip_prefix('.')?.to_string();
        (digits.len() == 3).then(|| digits.parse().ok())?
    };
    names.filter_map(number).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_become_the_whole_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("台账.zip");
        let bytes: Vec<u8> = (0..10_007_u32).flat_map(u32::to_le_bytes).collect();
        let mut whole = tempfile::tempfile().unwrap();
        whole.write_all(&bytes).unwrap();
        assert_eq!(cut(&mut whole, &path, 5000).unwrap().len(), 9);
        assert_eq!(cut(&mut whole, &path, 20_000).unwrap().len(), 3);
        assert!(!folder.path().join("台账.zip.004").exists(), "left from the longer cut");
        let mut joined = tempfile::tempfile().unwrap();
        assert!(join(&folder.path().join("台账.zip.002"), &mut joined).unwrap().is_some_and(|j| j.next.is_none()));
        let mut read = vec![];
        joined.read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        assert!(join(&path, &mut tempfile::tempfile().unwrap()).unwrap().is_none());

        let missing = |number: usize| {
            let place = part(&path, number);
            let kept = std::fs::read(&place).unwrap();
            std::fs::remove_file(&place).unwrap();
            let told = join(&part(&path, 1), &mut tempfile::tempfile().unwrap());
            std::fs::write(place, kept).unwrap();
            told.map(|joined| joined.unwrap().next).map_err(|(path, _)| path)
        };
        assert_eq!([missing(1), missing(2)], [Err(part(&path, 1)), Err(part(&path, 2))]);
        assert_eq!(missing(3), Ok(Some(part(&path, 3))), "the last part may be missing where all are of one length");
    }

    #[test]
    fn a_package_that_cannot_be_written_whole_leaves_the_old_parts_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("台账.zip");
        std::fs::write(part(&path, 1), "旧的第一部分").unwrap();
        // A file that is only written to cannot be read into parts; nothing half-written stays.
        let mut whole = File::create(folder.path().join("只能写")).unwrap();
        whole.write_all(&[7; 1000]).unwrap();
        assert!(cut(&mut whole, &path, 400).is_err(), "it cannot be read");
        assert_eq!(std::fs::read_to_string(part(&path, 1)).unwrap(), "旧的第一部分");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
