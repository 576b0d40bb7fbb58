//! Reading the command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub const USAGE: &str = "zhuanban [--data DIR] [--as NAME] [--now DATE] [--lang zh|en] [--sample OFFICE] WHAT

  init --office NAME --person NAME [--region CODE] [--level province|city|county]
                                  set up a new desk
  import FILE [--dry-run] [--json] [--skip-errors] [--duplicates ask|new|same] [--sender NAME]
         [--period YYYY-MM] [--basis dispatch|statistics|finance]
                                  read a ledger into the desk, or a list of figures
  export OUT.xlsx [--layout official|list]
                                  write the ledger as a workbook; [--red] what is new since last month in red
  sample OFFICE                   make an office of the sample desk anew: heilongjiang, harbin, fuyuan, taian, daqing;
                                  --sample OFFICE then does WHAT there instead of on the own desk
  call NAME [JSON|-]              run one command; - reads its input from standard input
  commands [--types]              list every command, or their TypeScript files as JSON
  serve [--port N] [--open]       the desk in a browser on this computer; the same port each time while it is free

Exit codes: 0 done, 2 done with findings, 1 failed and nothing written.";

/// Everything the command line says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Args {
    pub data: Option<PathBuf>,
    /// Who acts; the desk's own person when nobody is named.
    pub person: Option<String>,
    /// The day that counts as today.
    pub now: Option<String>,
    pub lang: Option<String>,
    /// An office of the sample desk instead of the own desk.
    pub sample: Option<String>,
    pub what: What,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Usage,
    Version,
    Init {
        office: String,
        person: String,
        region: Option<String>,
        level: Option<String>,
    },
    Import(Import),
    Export {
        out: PathBuf,
        layout: Option<String>,
        /// 本月变化标红
        red: bool,
    },
    /// Makes an office of the sample desk anew.
    Sample {
        office: String,
    },
    Call {
        name: String,
        input: Option<String>,
    },
    Commands {
        types: bool,
    },
    Serve {
        /// Nothing said: the usual one, or any where that is taken. 0 is any.
        port: Option<u16>,
        open: bool,
    },
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Import {
    pub file: PathBuf,
    pub dry_run: bool,
    pub json: bool,
    pub skip_errors: bool,
    pub duplicates: Option<String>,
    pub sender: Option<String>,
    /// Whose figures they are: `dispatch`, `statistics`, `finance`.
    pub basis: Option<String>,
    /// `YYYY-MM`
    pub period: Option<String>,
}

/// Every option and word before it is known which belong together.
#[derive(Default)]
struct Heard {
    words: Vec<OsString>,
    flags: Vec<String>,
    values: Vec<(String, OsString)>,
}

const FLAGS: &[&str] = &["dry-run", "json", "skip-errors", "types", "open", "red", "help", "version"];
const VALUES: &[&str] = &[
    "data",
    "as",
    "now",
    "lang",
    "sample",
    "office",
    "person",
    "region",
    "level",
    "duplicates",
    "sender",
    "basis",
    "period",
    "layout",
    "port",
];

impl Heard {
    fn hear(args: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut heard = Self::default();
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(arg) = parser.next()? {
            match arg {
                lexopt::Arg::Short('h') => heard.flags.push("help".into()),
                lexopt::Arg::Long(name) if FLAGS.contains(&name) => heard.flags.push(name.into()),
                lexopt::Arg::Long(name) if VALUES.contains(&name) => {
                    let name = name.to_string();
                    let value = parser.value()?;
                    heard.values.push((name, value));
                }
                lexopt::Arg::Value(word) => heard.words.push(word),
                other => return Err(other.unexpected()),
            }
        }
        Ok(heard)
    }

    fn flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|flag| flag != name);
        self.flags.len() < before
    }

    fn value(&mut self, name: &str) -> Option<OsString> {
        let at = self.values.iter().position(|(key, _)| key == name)?;
        Some(self.values.remove(at).1)
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, lexopt::Error> {
        self.value(name).map(text).transpose()
    }

    fn needed(&mut self, name: &str) -> Result<String, lexopt::Error> {
        self.text(name)?.ok_or_else(|| format!("--{name} is missing").into())
    }

    fn word(&mut self, what: &str) -> Result<OsString, lexopt::Error> {
        if self.words.is_empty() { Err(format!("{what} is missing").into()) } else { Ok(self.words.remove(0)) }
    }

    /// What nobody asked for is a mistake, not something to overlook.
    fn end(self) -> Result<(), lexopt::Error> {
        let left = self.flags.into_iter().chain(self.values.into_iter().map(|(name, _)| name));
        let left: Vec<String> = left.map(|name| format!("--{name}")).collect();
        if let Some(word) = self.words.first() {
            return Err(format!("unexpected {}", word.to_string_lossy()).into());
        }
        if left.is_empty() { Ok(()) } else { Err(format!("does not belong here: {}", left.join(" ")).into()) }
    }
}

fn text(value: OsString) -> Result<String, lexopt::Error> {
    value.into_string().map_err(lexopt::Error::NonUnicodeValue)
}

/// Reads the words after the program's name.
pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Args, lexopt::Error> {
    let mut heard = Heard::hear(args)?;
    if heard.flag("help") {
        return Ok(Args::default());
    }
    if heard.flag("version") {
        return Ok(Args { what: What::Version, ..Args::default() });
    }
    let data = heard.value("data").map(PathBuf::from);
    let (person, now, lang) = (heard.text("as")?, heard.text("now")?, heard.text("lang")?);
    let sample = heard.text("sample")?;
    let what = what(&mut heard)?;
    heard.end()?;
    Ok(Args { data, person, now, lang, sample, what })
}

fn what(heard: &mut Heard) -> Result<What, lexopt::Error> {
    if heard.words.is_empty() {
        return Ok(What::Usage);
    }
    let name = text(heard.word("a command")?)?;
    Ok(match name.as_str() {
        "init" => What::Init {
            office: heard.needed("office")?,
            person: heard.needed("person")?,
            region: heard.text("region")?,
            level: heard.text("level")?,
        },
        "import" => What::Import(Import {
            file: heard.word("FILE")?.into(),
            dry_run: heard.flag("dry-run"),
            json: heard.flag("json"),
            skip_errors: heard.flag("skip-errors"),
            duplicates: heard.text("duplicates")?,
            sender: heard.text("sender")?,
            basis: heard.text("basis")?,
            period: heard.text("period")?,
        }),
        "export" => {
            What::Export { out: heard.word("OUT.xlsx")?.into(), layout: heard.text("layout")?, red: heard.flag("red") }
        }
        "sample" => What::Sample { office: text(heard.word("OFFICE")?)? },
        "call" => What::Call {
            name: text(heard.word("NAME")?)?,
            input: if heard.words.is_empty() { None } else { Some(text(heard.words.remove(0))?) },
        },
        "commands" => What::Commands { types: heard.flag("types") },
        "serve" => What::Serve { port: port(heard)?, open: heard.flag("open") },
        other => return Err(format!("there is no command {other}").into()),
    })
}

fn port(heard: &mut Heard) -> Result<Option<u16>, lexopt::Error> {
    let Some(text) = heard.text("port")? else { return Ok(None) };
    text.parse().map(Some).map_err(|_| format!("{text} is not a port").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Args, String> {
        super::read(line.split_whitespace().map(OsString::from)).map_err(|e| e.to_string())
    }

    #[test]
    fn options_stand_anywhere() {
        let args = read("import --dry-run a.xlsx --data d --as 王敏 --json").unwrap();
        assert_eq!((args.data, args.person.as_deref()), (Some("d".into()), Some("王敏")));
        let import = Import { file: "a.xlsx".into(), dry_run: true, json: true, ..Import::default() };
        assert_eq!(args.what, What::Import(import));
        assert_eq!(read("serve --port=4000").unwrap().what, What::Serve { port: Some(4000), open: false });
        let args = read("--sample harbin call project_list").unwrap();
        assert_eq!(args.sample.as_deref(), Some("harbin"));
        let red = What::Export { out: "a.xlsx".into(), layout: Some("print".into()), red: true };
        assert_eq!(read("export a.xlsx --red --layout print").unwrap().what, red);
        assert_eq!(read("sample daqing").unwrap().what, What::Sample { office: "daqing".into() });
        assert_eq!(read("").unwrap().what, What::Usage);
        assert_eq!(read("import --help").unwrap().what, What::Usage);
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            ("import", "FILE is missing"),
            ("imprt a.xlsx", "there is no command imprt"),
            ("export a.xlsx --dry-run", "does not belong here: --dry-run"),
            ("commands extra", "unexpected extra"),
            ("serve --port many", "many is not a port"),
            ("init --office 专班", "--person is missing"),
            ("call a --bogus", "invalid option '--bogus'"),
        ];
        for (line, message) in cases {
            assert_eq!(read(line).unwrap_err(), message, "{line}");
        }
    }
}
