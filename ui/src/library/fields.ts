/** The small languages of an item's fields: what is needed before it, on which question it hangs, its papers, its days. */
import type { Ask, Fault, Material } from "../bindings/types";
import { Refused } from "../rpc";

export const listOf = (text: string | null, by: string): string[] =>
  (text ?? "").split(by).filter((part) => part !== "");
export const listText = (list: readonly string[], by: string): string | null => list.join(by) || null;

/** `A03|A04;A09`: all of the groups, any item of each. */
export const groupsOf = (needs: string | null): string[][] => listOf(needs, ";").map((group) => listOf(group, "|"));
export const needsText = (groups: readonly string[][]): string | null =>
  listText(
    groups.filter((group) => group.length > 0).map((group) => group.join("|")),
    ";",
  );

/** `always`, `code words?`, `code`, `not code`, `code=word|word`. */
export function askOf(text: string): Ask {
  if (text === "always") return { when: "always" };
  const choice = /^([^=]*)=(.*)$/s.exec(text);
  if (choice) return { when: "choice", question: choice[1] ?? "", values: listOf(choice[2] ?? "", "|") };
  if (text.startsWith("not ")) return { when: "not", question: text.slice(4) };
  const [question = "", ...words] = text.split(" ");
  return { when: "yes", question, words: words.length === 0 ? null : words.join(" ") };
}

export function askText(ask: Ask): string {
  if (ask.when === "always") return "always";
  if (ask.when === "choice") return `${ask.question}=${ask.values.join("|")}`;
  if (ask.when === "not") return `not ${ask.question}`;
  return ask.words === null ? ask.question : `${ask.question} ${ask.words}`;
}

export interface Asked {
  code: string;
  /** Those of a yes-or-no question. */
  words: string | null;
  /** Those of a question with choices. */
  values: string[];
}

/** Every question the items hang on, in their order. */
export function questionsOf(texts: readonly string[]): Asked[] {
  const found = new Map<string, Asked>();
  for (const ask of texts.map(askOf)) {
    if (ask.when === "always") continue;
    const known = found.get(ask.question) ?? { code: ask.question, words: null, values: [] };
    found.set(ask.question, known);
    if (ask.when === "yes") known.words ??= ask.words;
    if (ask.when === "choice") known.values = [...new Set([...known.values, ...ask.values])];
  }
  return [...found.values()];
}

/** A name for a question of the office's own; such names are lower-case letters. */
export function freeQuestion(taken: readonly string[]): string {
  const name = (n: number): string => (n < 0 ? "" : name(Math.floor(n / 26) - 1) + String.fromCharCode(97 + (n % 26)));
  let n = 0;
  while (taken.includes(`own_${name(n)}`)) n++;
  return `own_${name(n)}`;
}

/** Papers, one a line: `- ` before what was cut, `? ` before what may come later. */
export function papersOf(text: string | null): Material[] {
  return (text ?? "").split("\n").flatMap((line) => {
    const [, cut, lack, name] = /^\s*([-−－]?)\s*([?？]?)\s*(.*?)\s*$/.exec(line) ?? [];
    return name ? [{ name, cut: cut !== "", may_lack: lack !== "" }] : [];
  });
}

export const papersText = (papers: readonly Material[]): string | null =>
  listText(
    papers.map((paper) => `${paper.cut ? "- " : ""}${paper.may_lack ? "? " : ""}${paper.name}`),
    "\n",
  );

/** Half days as days: `7`, `0.5`. */
export const daysText = (half_days: number | null): string => (half_days === null ? "" : String(half_days / 2));

/** Typed days as half days; refused beside the field where they are no half days. What is no number at all the core refuses. */
export function halfDays(field: string, typed: string): number | string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  const half = Number(text) * 2;
  if (Number.isNaN(half)) return text;
  if (Number.isInteger(half)) return half;
  throw new Refused(refusal(field, text));
}

/** A typed count; what is no whole number at all the core refuses. */
export function wholeOf(typed: string): number | string | null {
  const text = typed.normalize("NFKC").replaceAll(",", "").trim();
  if (text === "") return null;
  const count = Number(text);
  return Number.isInteger(count) ? count : text;
}

const refusal = (field: string, text: string): Fault => ({
  code: "invalid",
  params: { count: "1" },
  fields: [{ field, rule: "not_a_choice", params: { text }, warning: false }],
  detail: "",
});
