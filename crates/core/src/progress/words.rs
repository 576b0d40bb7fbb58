//! What changed in the words of a report: the new text in pieces, each kept or new (本月新变化标红, practice C34).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stretch of the new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    pub text: String,
    pub fresh: bool,
}

/// The new text, with what the old one did not say marked; the pieces together are the new text.
///
/// A figure or a Latin word changes as a whole. Between two changes a single character that stayed is marked with
/// them: a mark that breaks inside a word reads worse than one character too many.
#[must_use]
pub fn marked(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (tokens(old), tokens(new));
    let mut fresh = vec![false; after.len()];
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &before, &after) {
        if !matches!(op, similar::DiffOp::Equal { .. }) {
            fresh[op.new_range()].fill(true);
        }
    }
    close_gaps(&after, &mut fresh);
    let mut pieces: Vec<Piece> = vec![];
    for (text, fresh) in after.into_iter().zip(fresh) {
        match pieces.last_mut().filter(|last| last.fresh == fresh) {
            Some(last) => last.text.push_str(text),
            None => pieces.push(Piece { text: text.into(), fresh }),
        }
    }
    pieces
}

fn close_gaps(after: &[&str], fresh: &mut [bool]) {
    for at in 1..fresh.len().saturating_sub(1) {
        let word = after[at].chars().all(char::is_alphanumeric);
        if fresh[at - 1] && !fresh[at] && fresh[at + 1] && word {
            fresh[at] = true;
        }
    }
}

/// Figures with their point, percent and unit sign, and Latin words, whole; every other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '％');
    let (mut out, mut start) = (vec![], 0);
    let mut open = false;
    for (at, c) in text.char_indices() {
        if at > start && !(open && joins(c)) {
            out.push(&text[start..at]);
            start = at;
        }
        open = joins(c);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        let mark = |p: Piece| if p.fresh { format!("[{}]", p.text) } else { p.text };
        marked(old, new).into_iter().map(mark).collect()
    }

    #[test]
    fn what_is_new_is_marked() {
        for (old, new, words) in [
            ("主体封顶，设备安装60%", "主体封顶，设备安装75%", "主体封顶，设备安装[75%]"),
            ("主体施工", "主体封顶，设备进场", "主体[封顶，设备进场]"),
            ("无", "无", "无"),
            ("", "土地证未办", "[土地证未办]"),
            ("土地证未办", "", ""),
            ("完成1.2亿元", "完成1.25亿元", "完成[1.25]亿元"),
            ("高压线迁改未定。", "高压线迁改方案已定。", "高压线迁改[方案已]定。"),
            ("基础施工完成", "基础施工全部完成", "基础施工[全部]完成"),
        ] {
            assert_eq!(shown(old, new), words, "{old} → {new}");
        }
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_new_text(old in "[主体施工，0-9%a. ]{0,20}", new in "[主体施工，0-9%a. ]{0,20}") {
            let pieces = marked(&old, &new);
            let whole: String = pieces.iter().map(|p| p.text.as_str()).collect();
            prop_assert_eq!(&whole, &new);
            prop_assert!(pieces.windows(2).all(|w| w[0].fresh != w[1].fresh));
            prop_assert!(marked(&new, &new).iter().all(|p| !p.fresh));
        }
    }
}
