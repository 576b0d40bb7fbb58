//! A Word document of one page: our template, filled and zipped. Plain layout that Word, WPS and LibreOffice open alike.

use quick_xml::escape::escape;
use std::io::{Seek, Write};
use zhuanban_core::Result;
use zhuanban_core::error::Error;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// One part of the page, top to bottom.
pub enum Block {
    Title(String),
    Note(String),
    /// A lead in bold and what follows it.
    Text {
        lead: String,
        text: String,
    },
    /// Rows of cells; widths in parts of the whole. The first row is a head where `head` says so.
    Table {
        widths: Vec<u32>,
        rows: Vec<Vec<String>>,
        head: bool,
    },
}

pub struct Sheet {
    pub title: String,
    pub office: String,
    pub footer: String,
    pub landscape: bool,
    pub blocks: Vec<Block>,
}

/// Type sizes in half points, of the text and of tables, 三号 first: the largest with which everything stands on one side.
const SIZES: &[Type] = &[
    Type { text: 32, cell: 21 },
    Type { text: 28, cell: 21 },
    Type { text: 24, cell: 21 },
    Type { text: 21, cell: 21 },
    Type { text: 21, cell: 18 },
    SMALLEST,
];
/// 9 points: smaller type is not read by leaders.
const SMALLEST: Type = Type { text: 18, cell: 18 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    text: u32,
    cell: u32,
}

/// Points of the text area: A4 without the template's margins.
const SHORT: f64 = 595.0 - 130.0;
const LONG: f64 = 842.0 - 122.0;

impl Sheet {
    fn width(&self) -> f64 {
        if self.landscape { LONG } else { SHORT }
    }

    fn height(&self) -> f64 {
        if self.landscape { SHORT } else { LONG }
    }

    /// The largest type that fits, and whether any does; the smallest where none does.
    fn fitting(&self) -> (Type, bool) {
        let fits = |size: &&Type| self.blocks.iter().map(|b| self.tall(b, **size)).sum::<f64>() <= self.height();
        SIZES.iter().find(fits).map_or((SMALLEST, false), |size| (*size, true))
    }

    /// It takes more than one side even in the smallest type.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !self.fitting().1
    }

    /// Height of a block in points, counted as if every character were full width.
    fn tall(&self, block: &Block, size: Type) -> f64 {
        match block {
            Block::Title(text) => 26.0 * lines(text, self.width(), 18.0),
            Block::Note(text) => 6.0 + 16.0 * lines(text, self.width(), 12.0),
            Block::Text { lead, text } => {
                let points = f64::from(size.text) / 2.0;
                f64::from(line_twips(size.text)) / 20.0 * lines(&format!("　　{lead}{text}"), self.width(), points)
            }
            Block::Table { widths, rows, .. } => rows.iter().map(|row| self.row_tall(widths, row, size.cell)).sum(),
        }
    }

    fn row_tall(&self, widths: &[u32], row: &[String], half: u32) -> f64 {
        let whole: u32 = widths.iter().sum();
        let line = f64::from(cell_twips(half)) / 20.0 + 0.5;
        let cells = row.iter().zip(widths).map(|(text, width)| {
            let inside = self.width() * f64::from(*width) / f64::from(whole.max(1)) - 12.0;
            line * lines(text, inside, f64::from(half) / 2.0) + 2.0
        });
        cells.fold(line + 2.0, f64::max)
    }

    pub fn write(&self, out: impl Write + Seek) -> Result<()> {
        let (size, _) = self.fitting();
        let styles = include_str!("template/styles.xml")
            .replace("{{half}}", &size.text.to_string())
            .replace("{{line}}", &line_twips(size.text).to_string())
            .replace("{{indent}}", &(size.text * 20).to_string())
            .replace("{{cell}}", &size.cell.to_string())
            .replace("{{cell line}}", &cell_twips(size.cell).to_string());
        let size = if self.landscape {
            "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\""
        } else {
            "w:w=\"11906\" w:h=\"16838\""
        };
        let body: String = self.blocks.iter().map(|block| self.block(block)).collect();
        let document = include_str!("template/document.xml").replace("{{size}}", size).replace("{{body}}", &body);
        let core = include_str!("template/core.xml")
            .replace("{{title}}", &escape(&self.title))
            .replace("{{office}}", &escape(&self.office));
        let footer = include_str!("template/footer.xml").replace("{{footer}}", &escape(&self.footer));
        let parts = [
            ("[Content_Types].xml", include_str!("template/content-types.xml").to_string()),
            ("_rels/.rels", include_str!("template/rels.xml").to_string()),
            ("docProps/core.xml", core),
            ("word/_rels/document.xml.rels", include_str!("template/document-rels.xml").to_string()),
            ("word/styles.xml", styles),
            ("word/footer1.xml", footer),
            ("word/document.xml", document),
        ];
        let mut zip = ZipWriter::new(out);
        for (name, text) in parts {
            zip.start_file(name, SimpleFileOptions::default()).map_err(|e| Error::Internal(e.to_string()))?;
            zip.write_all(text.as_bytes()).map_err(|e| Error::Internal(e.to_string()))?;
        }
        zip.finish().map_err(|e| Error::Internal(e.to_string()))?;
        Ok(())
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Title(text) => paragraph("Title", &run(text, false)),
            Block::Note(text) => paragraph("Note", &run(text, false)),
            Block::Text { lead, text } => paragraph("Body", &format!("{}{}", run(lead, true), run(text, false))),
            Block::Table { widths, rows, head } => self.table(widths, rows, *head),
        }
    }

    fn table(&self, widths: &[u32], rows: &[Vec<String>], head: bool) -> String {
        let whole: u32 = widths.iter().sum();
        let twips = |width: u32| (self.width() * 20.0 * f64::from(width) / f64::from(whole.max(1))) as u32;
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let borders: String = edges
            .iter()
            .map(|e| format!("<w:{e} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"))
            .collect();
        let grid: String = widths.iter().map(|w| format!("<w:gridCol w:w=\"{}\"/>", twips(*w))).collect();
        let body: String = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let top = head && at == 0;
                let mark = if top { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
                let cells: String = row
                    .iter()
                    .zip(widths)
                    .enumerate()
                    .map(|(column, (text, width))| {
                        // Without a head row every other cell is the name of the next one.
                        let bold = top || (!head && column % 2 == 0);
                        let text = paragraph("Cell", &run(text, bold));
                        format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{text}</w:tc>", twips(*width))
                    })
                    .collect();
                format!("<w:tr>{mark}{cells}</w:tr>")
            })
            .collect();
        format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>",
            (self.width() * 20.0) as u32
        )
    }
}

/// Lines a text takes in a width: full-width characters as wide as the type is high, others half.
fn lines(text: &str, width: f64, size: f64) -> f64 {
    let one = |part: &str| {
        let wide: f64 = part.chars().map(|c| if c.is_ascii() { size * 0.52 } else { size }).sum();
        (wide / width.max(size)).ceil().max(1.0)
    };
    text.split('\n').map(one).sum()
}

/// 三号 stands on lines of 28.9 points; smaller type on lines in proportion.
fn line_twips(half: u32) -> u32 {
    578 * half / 32
}

/// 10.5 point type of a table stands on lines of 15 points; smaller type on lines in proportion.
fn cell_twips(half: u32) -> u32 {
    300 * half / 21
}

fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(text: &str, bold: bool) -> String {
    let look = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let parts: Vec<String> =
        text.split('\n').map(|part| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(plain(part)))).collect();
    format!("<w:r>{look}{}</w:r>", parts.join("<w:br/>"))
}

/// XML has no place for control characters.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let block = |lead: &str| Block::Text { lead: lead.into(), text: text.into() };
        let blocks = vec![Block::Title("甲项目".into()), block("一、"), block("二、"), block("三、")];
        Sheet {
            title: "甲".into(),
            office: "专班".into(),
            footer: "内部资料 注意保存".into(),
            landscape: false,
            blocks,
        }
    }

    #[test]
    fn type_is_as_large_as_the_page_allows() {
        assert_eq!(sheet("主体封顶。").fitting(), (Type { text: 32, cell: 21 }, true), "三号 where it fits");
        let texts = [60, 200, 300, 400, 700, 900];
        let sizes: Vec<_> = texts.iter().map(|n| sheet(&"字".repeat(*n)).fitting()).collect();
        assert!(sizes.windows(2).all(|pair| pair[0].0.text >= pair[1].0.text), "{sizes:?}");
        assert_eq!((sizes[4].1, sizes[5]), (true, (SMALLEST, false)), "{sizes:?}");
        assert!(sheet(&"字".repeat(900)).is_over() && !sheet("主体封顶。").is_over());
    }

    #[test]
    fn a_long_table_is_set_in_smaller_type_too() {
        let of = |rows: usize| {
            let rows = vec![vec!["甲项目".to_string(), "主体封顶，设备安装过半。".repeat(3)]; rows];
            let blocks = vec![Block::Title("甲".into()), Block::Table { widths: vec![1, 4], rows, head: true }];
            Sheet { landscape: true, blocks, ..sheet("") }
        };
        let (few, some, many) = (of(8).fitting(), of(28).fitting(), of(80).fitting());
        assert_eq!((few.0.cell, few.1), (21, true));
        assert!(some.0.cell < 21 && some.1, "{some:?}");
        assert!(!many.1);
        let mut out = std::io::Cursor::new(vec![]);
        of(28).write(&mut out).unwrap();
        let styles =
            std::io::read_to_string(zip::ZipArchive::new(out).unwrap().by_name("word/styles.xml").unwrap()).unwrap();
        assert!(
            styles.contains(&format!("<w:sz w:val=\"{}\"/></w:rPr></w:style></w:styles>", some.0.cell))
                && !styles.contains("{{")
        );
    }

    #[test]
    fn what_people_write_stays_text() {
        assert_eq!(
            run("A<B & \"C\"\u{7}\n二", false),
            "<w:r><w:t xml:space=\"preserve\">A&lt;B &amp; &quot;C&quot;</w:t><w:br/><w:t xml:space=\"preserve\">二</w:t></w:r>"
        );
        let mut out = std::io::Cursor::new(vec![]);
        sheet("<w:p>").write(&mut out).unwrap();
        let mut zip = zip::ZipArchive::new(out).unwrap();
        assert_eq!(zip.len(), 7);
        let text = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
        assert!(text.contains("&lt;w:p&gt;") && !text.contains("{{"));
    }
}
