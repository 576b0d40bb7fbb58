/** Question 7, 这个项目为啥还不开工: what is known to be lacking apart from what nobody asked about, and needs apart from approvals. */
import type { FastHeld, Missing, WhyNot } from "../bindings/types";
import type { Piece } from "./sentence";
import type { Answer, Voice } from "./voice";

const FAILED = ["not_accepted", "refused", "withdrawn", "terminated"];
const NOT_BEGUN = ["not_started", "preparing"];

export function whyAnswer(voice: Voice, why: WhyNot): Answer {
  const values = { name: why.name };
  const end = (pieces: Piece[], none = false) =>
    voice.answer([...pieces, ...voice.say("stop")], why.as_of, "basisWhy", none);
  if (why.started) {
    return voice.answer(voice.say("whyStarted", { ...values, on: voice.day(why.started) }), why.as_of, "basisWhy");
  }
  if (why.begun) return voice.answer(voice.say("whyBegun", values), why.as_of, "basisWhy");
  if (why.fast && why.by_letters) return end([...byLetters(voice, why, why.fast), ...needs(voice, why)]);
  const letters = why.fast ? orLetters(voice, why.fast) : [];
  if (!why.known) return end([...voice.say("whyUnknown", values), ...needs(voice, why), ...letters], true);
  const pieces = voice.say(why.missing.length > 0 ? "why" : "whyNothing", { ...values, n: why.missing.length });
  pieces.push(...voice.first(why.missing.map((one) => missing(voice, one))));
  if (why.not_collected > 0) {
    pieces.push(...voice.say(why.missing.length > 0 ? "whyNotCollected" : "whyOnlyUnasked", { n: why.not_collected }));
  } else if (why.missing.length === 0) pieces.push(...voice.say("whyAllThere"));
  pieces.push(...needs(voice, why));
  if (why.start_on) {
    const key = why.not_collected > 0 ? "whyEarliestUnasked" : "whyEarliest";
    pieces.push(...voice.say(key, { on: voice.day(why.start_on) }));
  }
  return end([...pieces, ...letters]);
}

/** One approval: in whose hands and how long, or why in nobody's. */
function missing(voice: Voice, one: Missing): Piece[] {
  const zh = voice.lang === "zh";
  const name = zh ? one.name : one.name_en;
  if (FAILED.includes(one.state)) return voice.say("whyFailed", { name, state: voice.state(one) });
  if (NOT_BEGUN.includes(one.state)) return voice.say("whyNotBegun", { name });
  const holder = (zh ? one.holder : one.holder_en) ?? voice.text("applicant");
  if (one.days === null) return voice.say("whyHeldSince", { name, holder });
  return voice.say("whyHeld", { name, holder, days: one.days });
}

/** Needs and problems that are not settled: the days are counted from the day they were raised. */
function needs(voice: Voice, why: WhyNot): Piece[] {
  if (why.open.length === 0) return [];
  const told = why.open.map((need) => {
    if (need.days === null) return voice.say(need.holder === null ? "whyOpen" : "whyNeed", wordsOf(need));
    return voice.say(need.holder === null ? "whyOpenDays" : "whyNeedDays", wordsOf(need));
  });
  return [...voice.say("whyNeeds", { n: why.open.length }), ...voice.first(told)];
}

const wordsOf = (need: WhyNot["open"][number]) => ({
  what: need.what,
  holder: need.holder ?? "",
  days: need.days ?? "",
});

/** The formal papers are what it waits for; the letters would do as well, once they are there. */
function orLetters(voice: Voice, fast: FastHeld): Piece[] {
  const letters = voice.letters(fast.missing);
  return letters ? voice.say("whyOrLetters", { letters }) : [];
}

/** 一会三函: work waits for the letters, the formal papers are made good later. */
function byLetters(voice: Voice, why: WhyNot, fast: FastHeld): Piece[] {
  const letters = voice.letters(fast.missing);
  const pieces = voice.say(letters ? "whyLetters" : "whyLettersThere", { name: why.name, letters });
  if (letters && why.start_on) pieces.push(...voice.say("whyEarliest", { on: voice.day(why.start_on) }));
  const good = { n: fast.open.length, on: voice.day(fast.track.formal_by) };
  if (fast.open.length > 0) pieces.push(...voice.say("whyGood", good));
  return pieces;
}
