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

/// Cuts `whole` into parts of at most `size` bytes beside `path`; answers their paths. Parts of an earlier, longer
/// package under the same name are removed, so that they are not read as if they belonged to this one.
pub fn cut(whole: &mut File, path: &Path, size: u64) -> std::io::Result<Vec<PathBuf>> {
    let length = whole.seek(SeekFrom::End(0))?;
    whole.seek(SeekFrom::Start(0))?;
    let count = usize::try_from(length.div_ceil(size).max(1)).expect("few parts");
    let mut out = vec![];
    for number in 1..=count {
        let place = part(path, number);
        std::io::copy(&mut Read::by_ref(whole).take(size), &mut File::create(&place)?)?;
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

/// Joins all parts, where `path` is one of them, into `to`; answers whether it was one of several.
pub fn join(path: &Path, to: &mut File) -> std::io::Result<bool> {
    let text = path.to_string_lossy();
    let Some((stem, number)) = text.rsplit_once('.') else { return Ok(false) };
    if number.len() != 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(false);
    }
    for number in 1.. {
        let place = part(Path::new(stem), number);
        match File::open(&place) {
            Ok(mut file) => std::io::copy(&mut file, to)?,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && number > 1 => break,
            Err(e) => return Err(e),
        };
    }
    to.flush()?;
    to.seek(SeekFrom::Start(0))?;
    Ok(true)
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
        assert!(join(&folder.path().join("台账.zip.002"), &mut joined).unwrap());
        let mut read = vec![];
        joined.read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        assert!(!join(&path, &mut tempfile::tempfile().unwrap()).unwrap());
    }
}
