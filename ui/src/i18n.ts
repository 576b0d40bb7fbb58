import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import stateWords from "../../crates/core/data/state-words.json";
import { painted } from "./lib/painted";
import { fetchEnglish, usualWords } from "./text/usual";
import { faults, zh } from "./text/zh";

export type Lang = "zh" | "en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: { app: typeof zh; faults: typeof faults };
  }
}

void i18next.use(initReactI18next).init({
  resources: { zh: { app: structuredClone(zh), faults } },
  lng: systemLang(),
  fallbackLng: "zh",
  defaultNS: "app",
  interpolation: { escapeValue: false },
  // An office may call a role by another word; what is on the screen follows.
  react: { bindI18nStore: "added" },
});

let english: Promise<void> | null = null;

async function addEnglish(): Promise<void> {
  const { en, faults: said } = await fetchEnglish();
  // What an office calls something stands already.
  i18next.addResourceBundle("en", "app", en, true, false, { silent: true });
  i18next.addResourceBundle("en", "faults", said, true, false, { silent: true });
}

/** English comes when it is shown, and by itself once the first page stands: commands are found in both languages. */
export function withEnglish(): Promise<void> {
  english ??= addEnglish().catch((error: unknown) => {
    english = null;
    throw error;
  });
  return english;
}

void painted.then(withEnglish).catch(() => undefined);

export const hasWords = (lang: Lang): boolean => usualWords(lang) !== null;

export function systemLang(): Lang {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

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
