//! The page of the window, with what it shows first already in it: its rows are to be seen before its script has asked for them.

use crate::open::{Opened, PAGES};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{App, Assets, Context, Wry};

/// What every page asks at its start, and with what.
const QUESTIONS: &str = include_str!("../../ui/src/first/questions.json");
/// A desk that takes longer to open, for it is being brought up to date, is asked by the page itself.
const PATIENCE: Duration = Duration::from_millis(500);

/// The built page; its answers are put into it each time it is loaded.
struct Page {
    built: Box<dyn Assets<Wry>>,
    opened: Arc<Opened>,
    /// The answers of the first time, which are found while the window is made.
    ahead: Mutex<Option<JoinHandle<Option<Vec<Answer>>>>>,
}

/// Stands where the built page was taken from.
struct Taken;

#[derive(Serialize)]
struct Answer {
    name: String,
    input: Value,
    value: Value,
}

/// Lets the page of a program come with the answers of its desks.
pub fn answered(mut context: Context<Wry>, opened: Arc<Opened>) -> Context<Wry> {
    let built = context.set_assets(Box::new(Taken));
    let asked = opened.clone();
    let ahead = Mutex::new(Some(std::thread::spawn(move || answers(&asked))));
    context.set_assets(Box::new(Page { built, opened, ahead }));
    context
}

/// None where the desks take longer to open.
fn answers(opened: &Opened) -> Option<Vec<Answer>> {
    let desks = opened.desks_within(PATIENCE)?;
    let asked: Vec<(String, Value)> = serde_json::from_str(QUESTIONS).expect("a list of names and inputs");
    let answer = |(name, input): (String, Value)| {
        let value = desks.dispatch(PAGES, &name, input.clone()).ok()?.value;
        Some(Answer { name, input, value })
    };
    Some(asked.into_iter().filter_map(answer).collect())
}

impl Assets<Wry> for Page {
    fn setup(&self, app: &App<Wry>) {
        self.built.setup(app);
    }

    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        let page = self.built.get(key)?;
        if key.as_ref() != "/index.html" {
            return Some(page);
        }
        let ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner).take();
        let answers = match ahead {
            Some(found) => found.join().unwrap_or_default(),
            None => answers(&self.opened),
        };
        match answers {
            Some(answers) => Some(Cow::Owned(with(&String::from_utf8_lossy(&page), &answers).into_bytes())),
            None => Some(page),
        }
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        self.built.iter()
    }

    fn csp_hashes(&self, html_path: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        self.built.csp_hashes(html_path)
    }
}

impl Assets<Wry> for Taken {
    fn get(&self, _: &AssetKey) -> Option<Cow<'_, [u8]>> {
        None
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

/// The page with answers as data at the end of its head; nothing in them can end their place in it.
fn with(page: &str, answers: &[Answer]) -> String {
    let data = serde_json::to_string(answers).expect("answers are JSON").replace('<', "\\u003c");
    let place = format!("<script type=\"application/json\" id=\"answers\">{data}</script></head>");
    page.replacen("</head>", &place, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_project_is_called_cannot_end_the_answers() {
        let value = json!({ "name": "</script><script>alert(1)</script>" });
        let answers = [Answer { name: "project_list".into(), input: json!({}), value: value.clone() }];
        let page = with("<html><head></head><body></body></html>", &answers);
        assert_eq!(page.matches("</script>").count(), 1, "{page}");
        let data = page.split_once("id=\"answers\">").unwrap().1.split_once("</script></head><body>").unwrap().0;
        let read: Vec<Value> = serde_json::from_str(data).unwrap();
        assert_eq!(read[0]["value"], value);
    }

    #[test]
    fn every_question_is_a_command() {
        let asked: Vec<(String, Value)> = serde_json::from_str(QUESTIONS).unwrap();
        let known = |name: &str| PAGES.iter().any(|page| page.iter().any(|command| command.name == name));
        assert!(!asked.is_empty() && asked.iter().all(|(name, _)| known(name)));
    }
}
