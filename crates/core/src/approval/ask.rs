//! When an item applies, and what must come before it: the two small languages of the template's columns `ask` and `predecessors`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The question on which an item hangs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum Ask {
    Always,
    /// Where the question is answered yes; `words` stand at the question's first item only.
    Yes {
        question: String,
        words: Option<String>,
    },
    /// Where it is answered no.
    Not {
        question: String,
    },
    /// Where the answer is one of these.
    Choice {
        question: String,
        values: Vec<String>,
    },
}

/// An answer to a question, written as `yes`, `no` or the chosen word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(from = "String", into = "String")]
#[ts(type = "string")]
pub enum Answer {
    Yes,
    No,
    Choice(String),
}

/// What is answered of a project, by question; what is absent was not asked yet.
pub type Answers = BTreeMap<String, Answer>;

impl From<String> for Answer {
    fn from(text: String) -> Self {
        match text.as_str() {
            "yes" => Self::Yes,
            "no" => Self::No,
            _ => Self::Choice(text),
        }
    }
}

impl From<Answer> for String {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => "yes".into(),
            Answer::No => "no".into(),
            Answer::Choice(word) => word,
        }
    }
}

impl Ask {
    /// `always`, `code words?`, `code`, `not code`, `code=word|word`; `None` where it is none of these.
    #[must_use]
    pub fn parse(cell: &str) -> Option<Self> {
        if cell == "always" {
            return Some(Self::Always);
        }
        if let Some((question, values)) = cell.split_once('=') {
            let values = values.split('|').map(Into::into).collect();
            return Some(Self::Choice { question: question.into(), values });
        }
        if let Some(question) = cell.strip_prefix("not ") {
            return Some(Self::Not { question: question.into() });
        }
        let (question, words) = cell.split_once(' ').map_or((cell, None), |(code, words)| (code, Some(words.into())));
        let is_code = !question.is_empty() && question.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_code.then(|| Self::Yes { question: question.into(), words })
    }

    /// What [`Ask::parse`] reads.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Always => "always".into(),
            Self::Yes { question, words: None } => question.clone(),
            Self::Yes { question, words: Some(words) } => format!("{question} {words}"),
            Self::Not { question } => format!("not {question}"),
            Self::Choice { question, values } => format!("{question}={}", values.join("|")),
        }
    }

    #[must_use]
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Always => None,
            Self::Yes { question, .. } | Self::Not { question } | Self::Choice { question, .. } => Some(question),
        }
    }

    /// Whether the item applies under the answer to its question; `None` while there is none.
    #[must_use]
    pub fn applies(&self, answer: Option<&Answer>) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::Yes { .. } => answer.map(|a| *a == Answer::Yes),
            Self::Not { .. } => answer.map(|a| *a == Answer::No),
            Self::Choice { values, .. } => answer.map(|a| matches!(a, Answer::Choice(word) if values.contains(word))),
        }
    }

    /// The question and the answer under which the item applies; of several answers the first.
    #[must_use]
    pub fn implied(&self) -> Option<(String, Answer)> {
        match self {
            Self::Always => None,
            Self::Yes { question, .. } => Some((question.clone(), Answer::Yes)),
            Self::Not { question } => Some((question.clone(), Answer::No)),
            Self::Choice { question, values } => Some((question.clone(), Answer::Choice(values.first()?.clone()))),
        }
    }
}

/// What must come before an item: all groups, and of each group any one code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Needs(pub Vec<Vec<String>>);

impl Needs {
    /// `A03|A04|A05;A09`: one of the first three, and A09.
    #[must_use]
    pub fn parse(cell: &str) -> Self {
        Self(
            cell.split(';')
                .filter(|group| !group.is_empty())
                .map(|group| super::template::all_of(group, '|'))
                .collect(),
        )
    }

    /// What [`Needs::parse`] reads.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|group| group.join("|")).collect::<Vec<_>>().join(";")
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(String::as_str)
    }

    /// Without the items that do not apply; a group that is left empty asks for nothing.
    #[must_use]
    pub fn among(&self, applies: impl Fn(&str) -> bool) -> Self {
        let group = |group: &Vec<String>| group.iter().filter(|code| applies(code)).cloned().collect::<Vec<_>>();
        Self(self.0.iter().map(group).filter(|group| !group.is_empty()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_read() {
        let question = || "gas".to_string();
        for (cell, expected) in [
            ("always", Some(Ask::Always)),
            ("gas 管道燃气?", Some(Ask::Yes { question: question(), words: Some("管道燃气?".into()) })),
            ("gas", Some(Ask::Yes { question: question(), words: None })),
            ("not gas", Some(Ask::Not { question: question() })),
            ("gas=甲|乙", Some(Ask::Choice { question: question(), values: vec!["甲".into(), "乙".into()] })),
            ("", None),
            ("管道燃气?", None),
        ] {
            if let Some(ask) = &expected {
                assert_eq!(ask.text(), cell);
            }
            assert_eq!(Ask::parse(cell), expected, "{cell}");
        }
    }

    #[test]
    fn answers_decide() {
        let choice = Answer::Choice("报告表".into());
        for (cell, answer, expected) in [
            ("always", None, Some(true)),
            ("gas", None, None),
            ("gas", Some(Answer::Yes), Some(true)),
            ("gas", Some(Answer::No), Some(false)),
            ("not gas", Some(Answer::Yes), Some(false)),
            ("not gas", Some(Answer::No), Some(true)),
            ("eia=报告书|报告表", Some(choice.clone()), Some(true)),
            ("eia=登记表", Some(choice), Some(false)),
            ("eia=登记表", Some(Answer::No), Some(false)),
        ] {
            assert_eq!(Ask::parse(cell).unwrap().applies(answer.as_ref()), expected, "{cell} {answer:?}");
        }
        let json = serde_json::to_string(&[Answer::Yes, Answer::Choice("报告书".into())]).unwrap();
        assert_eq!(json, r#"["yes","报告书"]"#);
        assert_eq!(serde_json::from_str::<Vec<Answer>>(&json).unwrap()[1], Answer::Choice("报告书".into()));
    }

    #[test]
    fn what_comes_before_leaves_out_what_does_not_apply() {
        let needs = Needs::parse("A03|A04|A05;A09");
        assert_eq!(needs.0, [vec!["A03", "A04", "A05"], vec!["A09"]]);
        assert_eq!(needs.text(), "A03|A04|A05;A09");
        assert_eq!(needs.among(|code| code == "A05").0, [["A05"]]);
        assert_eq!(Needs::parse("").0, Vec::<Vec<String>>::new());
    }
}
