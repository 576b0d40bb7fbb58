/** 来源 of what a leader said: kept in the words of an office, the usual four said in English too. */
import type { Lang } from "../i18n";
import en from "../text/figures.en.json";
import zh from "../text/figures.zh.json";

export type Source = keyof typeof zh.board.sources;

export const SOURCES = Object.keys(zh.board.sources) as Source[];

/** Which of the usual ones it is, also with a word behind it that says no more. */
export function sourceOf(kept: string | null): Source | undefined {
  if (kept === null) return undefined;
  return SOURCES.find((one) => {
    const word = zh.board.sources[one];
    return kept.startsWith(word) && kept.length <= word.length + 2;
  });
}

export function sourceWord(kept: string | null, lang: Lang): string {
  const usual = lang === "en" ? sourceOf(kept) : undefined;
  return usual ? en.board.sources[usual] : (kept ?? "");
}

/** What is kept of a word that was typed or chosen. */
export function keptSource(typed: string | null): string | null {
  const usual = SOURCES.find((one) => en.board.sources[one] === typed);
  return usual ? zh.board.sources[usual] : typed;
}
