import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import stateWords from "../../crates/core/data/state-words.json";
import faultsEn from "./text/faults.en.json";
import faultsZh from "./text/faults.zh.json";
import { en, zh } from "./text/index";

export type Lang = "zh" | "en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: { app: typeof zh; faults: typeof faultsZh };
  }
}

void i18next.use(initReactI18next).init({
  resources: { zh: { app: zh, faults: faultsZh }, en: { app: en, faults: faultsEn } },
  lng: systemLang(),
  fallbackLng: "zh",
  defaultNS: "app",
  interpolation: { escapeValue: false },
  // An office may call a role by another word; what is on the screen follows.
  react: { bindI18nStore: "added" },
});

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
