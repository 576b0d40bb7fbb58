import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import stateWords from "../../crates/core/data/state-words.json";
import type { DeskInfo } from "./bindings/types";
import { firstWords, keepWords } from "./text/usual";
import type { faults, zh } from "./text/zh";

export type Lang = "zh" | "en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: { app: typeof zh; faults: typeof faults };
  }
}

void i18next.use(initReactI18next).init({
  resources: { zh: { app: structuredClone(firstWords.zh) }, en: { app: structuredClone(firstWords.en) } },
  lng: systemLang(),
  fallbackLng: "zh",
  defaultNS: "app",
  interpolation: { escapeValue: false },
  // An office may call a role by another word; what is on the screen follows.
  react: { bindI18nStore: "added" },
});

/** Adds all words of a language. What an office calls something stands already. */
export function addWords(lang: Lang, app: object, said: object): void {
  keepWords(lang, app);
  i18next.addResourceBundle(lang, "app", structuredClone(app), true, false, { silent: true });
  i18next.addResourceBundle(lang, "faults", said, true, false, { silent: true });
}

let english: Promise<void> | null = null;

async function addEnglish(): Promise<void> {
  const { en, faults: said } = await import("./text/en");
  addWords("en", en, said);
}

/** Fetches all English words; one that fails is tried anew when they are wanted again. */
export function withEnglish(): Promise<void> {
  english ??= addEnglish().catch((error: unknown) => {
    english = null;
    throw error;
  });
  return english;
}

export function systemLang(): Lang {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The language of a desk: the one that was chosen, else the system's. */
export const langOf = ({ language }: Pick<DeskInfo, "language">): Lang =>
  language === "en" || language === "zh" ? language : systemLang();

export function setLang(lang: Lang): void {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
}

export const langNow = (): Lang => (i18next.language === "en" ? "en" : "zh");

type Kind = keyof typeof stateWords;

/** The word of an approval's state, which follows the kind of item. */
export function stateWord(kind: Kind, state: string): string {
  const words = stateWords[kind] as Record<string, { zh: string; en: string }>;
  return words[state]?.[langNow()] ?? state;
}

export { i18next };
