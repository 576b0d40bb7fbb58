//! What a state is called for a kind of item (`practice.md` §5.2), where the program itself writes it, e.g. on a sheet.

use super::State;
use crate::approval::template::ItemKind;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The word in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct StateWord {
    pub zh: String,
    pub en: String,
}

/// The word of a state; empty for one the kind does not have.
#[must_use]
pub fn word(kind: ItemKind, state: State) -> &'static StateWord {
    static WORDS: OnceLock<HashMap<String, HashMap<String, StateWord>>> = OnceLock::new();
    static NONE: StateWord = StateWord { zh: String::new(), en: String::new() };
    let words = WORDS.get_or_init(|| {
        let text = include_str!("../../../data/state-words.json");
        serde_json::from_str(text).unwrap_or_else(|e| panic!("state-words.json: {e}"))
    });
    words.get(kind.code()).and_then(|states| states.get(state.code())).unwrap_or(&NONE)
}
