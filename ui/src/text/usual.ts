/** Words as they come with the program, whatever an office calls them: those of the first rows in both languages, all others with the page. */
import type { Lang } from "../i18n";
import en from "./first.en.json";
import zh from "./first.zh.json";

export const firstWords: Readonly<Record<Lang, object>> = { zh, en };

const words: Record<Lang, object> = { ...firstWords };

export const usualWords = (lang: Lang): object => words[lang];

/** Whether all words of a language are there. */
export const isWhole = (lang: Lang): boolean => words[lang] !== firstWords[lang];

export function keepWords(lang: Lang, all: object): void {
  words[lang] = all;
}
