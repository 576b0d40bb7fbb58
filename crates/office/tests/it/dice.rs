//! Seeded chance and the words that made-up ledgers are written with.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet};
use std::io::{Read, Write};
use std::path::PathBuf;
use tempfile::TempDir;

/// SplitMix64: the same seed gives the same file.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    pub fn pick<'t, T: ?Sized>(&mut self, among: &[&'t T]) -> &'t T {
        among[self.roll(among.len() as u64) as usize]
    }

    pub fn project(&mut self, number: usize) -> String {
        let (place, thing) = (
            self.pick(&["岱北", "泰和", "汶水", "徂徕", "新泰"]),
            self.pick(&["重工装备", "精铸", "锻压", "石墨负极", "冷链物流"]),
        );
        format!("{place}{thing}{number}号项目")
    }

    pub fn enterprise(&mut self) -> String {
        format!(
            "{}{}有限公司",
            self.pick(&["岱北", "泰和", "汶水", "徂徕"]),
            self.pick(&["重工", "精密", "能源", "新材料"])
        )
    }

    pub fn mobile(&mut self) -> String {
        format!("138{:08}", self.roll(100_000_000))
    }
}

/// A workbook in a folder of its own that goes with it.
pub struct Made {
    pub path: PathBuf,
    _folder: TempDir,
}

pub fn save(mut book: Workbook) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("台账.xlsx");
    book.save(&path).unwrap();
    Made { path, _folder: folder }
}

/// The workbook with a piece of one part's XML replaced: for what no writer writes.
pub fn edited(made: &Made, part: &str, from: &str, to: &str) -> Made {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&made.path).unwrap()).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().to_string();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == part {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{text}");
            bytes = text.replace(from, to).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    raw("台账.xlsx", &writer.finish().unwrap().into_inner())
}

pub fn raw(name: &str, bytes: &[u8]) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    Made { path, _folder: folder }
}

pub fn centred() -> Format {
    Format::new().set_align(FormatAlign::Center)
}

/// A row of texts; "" leaves the cell out.
pub fn texts(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        sheet.write(row, column as u16, *text).unwrap();
    }
}

pub fn merge(sheet: &mut Worksheet, from: (u32, u16), to: (u32, u16), text: &str) {
    sheet.merge_range(from.0, from.1, to.0, to.1, text, &centred()).unwrap();
}
