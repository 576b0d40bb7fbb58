//! The words of faults, from the same files as the window's.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use zhuanban_core::Fault;
use zhuanban_core::error::FieldFault;

static ZH: LazyLock<Value> = LazyLock::new(|| parse(include_str!("../../../ui/src/text/faults.zh.json")));
static EN: LazyLock<Value> = LazyLock::new(|| parse(include_str!("../../../ui/src/text/faults.en.json")));

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("a test reads both files")
}

/// The language of everything said to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Zh,
    En,
}

impl Lang {
    /// `--lang`, else the system's language; Chinese where neither says.
    pub fn choose(asked: Option<&str>) -> Self {
        let system = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        };
        match asked.map(String::from).or_else(system) {
            Some(name) if name.starts_with("en") => Self::En,
            _ => Self::Zh,
        }
    }

    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        if self == Self::Zh { zh } else { en }
    }

    fn table(self) -> &'static Value {
        if self == Self::Zh { &ZH } else { &EN }
    }

    /// A fault as lines: what went wrong, then each field.
    pub fn fault(self, fault: &Fault) -> String {
        let mut lines = vec![self.words("code", &fault.code, &fault.params)];
        lines.extend(fault.fields.iter().map(|field| format!("  {}", self.field(field))));
        if matches!(fault.code, zhuanban_core::error::Code::Internal | zhuanban_core::error::Code::BadInput) {
            lines.push(format!("  {}", fault.detail));
        }
        lines.join("\n")
    }

    pub fn field(self, fault: &FieldFault) -> String {
        format!("{}: {}", fault.field, self.words("rule", &fault.rule, &fault.params))
    }

    fn words(self, group: &str, code: &impl serde::Serialize, params: &BTreeMap<String, String>) -> String {
        let code = serde_json::to_value(code).unwrap_or_default();
        let code = code.as_str().unwrap_or_default();
        let words = self.table()[group][code].as_str().unwrap_or(code);
        fill(words, params)
    }
}

/// Puts parameters where `{{name}}` stands; one that was not given leaves nothing behind.
fn fill(words: &str, params: &BTreeMap<String, String>) -> String {
    let (mut out, mut rest) = (String::new(), words);
    while let Some((before, name, after)) =
        rest.split_once("{{").and_then(|(b, r)| r.split_once("}}").map(|(n, a)| (b, n, a)))
    {
        out.push_str(before);
        out.push_str(params.get(name.trim()).map_or("", String::as_str));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use zhuanban_core::Error;

    #[test]
    fn both_languages_have_the_same_words_to_say() {
        let keys =
            |table: &Value, group: &str| -> Vec<String> { table[group].as_object().unwrap().keys().cloned().collect() };
        for group in ["code", "rule"] {
            assert_eq!(keys(&ZH, group), keys(&EN, group));
            assert!(!keys(&ZH, group).is_empty());
        }
    }

    /// The declarations name every code, so a new one without words fails here too.
    #[test]
    fn every_code_and_rule_has_words() {
        let config = ts_rs::Config::from_env();
        let declared = [
            ("code", <zhuanban_core::error::Code as ts_rs::TS>::inline(&config)),
            ("rule", <zhuanban_core::error::Rule as ts_rs::TS>::inline(&config)),
        ];
        for (group, names) in declared {
            for name in names.split('|').map(|name| name.trim().trim_matches('"')) {
                assert!(ZH[group][name].is_string() && EN[group][name].is_string(), "{group} {name} has no words");
            }
        }
    }

    #[test]
    fn a_fault_is_said_with_its_parameters() {
        let fault = Fault::from(Error::UnknownCommand { name: "project_sing".into() });
        assert_eq!(Lang::Zh.fault(&fault), "没有名为 project_sing 的命令，程序各部分的版本可能不一致。");
        assert_eq!(fill("{{a}}—{{b}}", &BTreeMap::from([("a".into(), "1".into())])), "1—");
    }
}
