//! The one question of the palette: everything that fits, best first.

use super::matching::Hay;
use super::source::{Ask, Candidate, SOURCES};
use super::{Find, Found, Hit, HitKind, KindCount, Said, Span, describe, keep};
use crate::error::Result;
use crate::store::Reader;
use std::collections::HashMap;

/// Most hits of one kind that are ever asked for.
const MOST: usize = 50;

pub fn find(r: &Reader, input: Find) -> Result<Found> {
    let ask = Ask::new(&input.text, input.limit.clamp(1, MOST));
    if ask.words.is_empty() {
        return Ok(Found { hits: vec![], counts: vec![] });
    }
    let opened = keep::opened(r)?;
    let mut kinds: HashMap<HitKind, Vec<Candidate>> = HashMap::new();
    for source in SOURCES {
        for candidate in source(r, &ask)? {
            kinds.entry(candidate.kind).or_default().push(candidate);
        }
    }
    let (mut ranked, mut counts) = (commands(&ask, &input.commands), vec![]);
    if !ranked.is_empty() {
        counts.push(KindCount { kind: HitKind::Command, count: ranked.len() });
        ranked.truncate(ask.limit);
    }
    for kind in HitKind::ALL {
        let Some(found) = kinds.remove(kind) else { continue };
        let best = best(found, &opened, ask.limit);
        counts.push(KindCount { kind: *kind, count: best.0 });
        for candidate in best.1 {
            if let Some(described) = describe::describe(r, *kind, &candidate.id)? {
                ranked.push((candidate.rank, described.marked(&ask)));
            }
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let pins = keep::pinned(r)?;
    let hits = ranked.into_iter().map(|(_, hit)| keep::noted(hit, &pins, &opened)).collect();
    Ok(Found { hits, counts })
}

/// How many different records, and the first of them.
fn best(found: Vec<Candidate>, opened: &keep::Opened, limit: usize) -> (usize, Vec<Candidate>) {
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut each: Vec<Candidate> = vec![];
    for candidate in found {
        match at.get(&candidate.id) {
            Some(known) => each[*known].rank = each[*known].rank.min(candidate.rank),
            None => {
                at.insert(candidate.id.clone(), each.len());
                each.push(candidate);
            }
        }
    }
    let count = each.len();
    // Stable: among equals, and never opened, the order of the table stays.
    each.sort_by_cached_key(|c| (c.rank, std::cmp::Reverse(opened.get(&(c.kind, c.id.clone())).copied().unwrap_or(0))));
    each.truncate(limit);
    (count, each)
}

fn commands(ask: &Ask, all: &[Said]) -> Vec<(u32, Hit)> {
    let mut hay = Hay::default();
    let mut found = vec![];
    for said in all {
        let Some(title) = said.words.first() else { continue };
        let (mut rank, mut spans) = (0, vec![]);
        let fits = ask.words.iter().all(|word| {
            let best = said.words.iter().enumerate().filter_map(|(n, text)| Some((word.said(text, &mut hay)?, n)));
            let Some(((weight, at), n)) = best.min_by_key(|((weight, _), n)| (*weight, *n)) else { return false };
            rank += weight;
            if n == 0 {
                spans.push(Span { from: at.from, to: at.to });
            }
            true
        });
        if fits {
            spans.sort_unstable();
            let mut hit = describe::bare(HitKind::Command, &said.id, title.clone());
            hit.spans = spans;
            found.push((rank, hit));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found
}
