/** Units of a quantity, kept as they were typed: the Chinese ones are said in English where they are known. */
import type { Lang } from "../i18n";
import en from "../text/figures.en.json";
import zh from "../text/figures.zh.json";

type Unit = keyof typeof zh.units;

const KNOWN = new Map(Object.entries(zh.units).map(([key, typed]) => [typed, key as Unit]));

/** A typed unit in the shown language; an unknown one as it was typed. */
export function unitWord(unit: string | null, lang: Lang): string {
  const known = lang === "en" ? KNOWN.get(unit ?? "") : undefined;
  return known ? en.units[known] : (unit ?? "");
}

/** How many yuan the unit is worth, where it is one of money. */
export function yuanOf(unit: string | null): number | null {
  if (unit === zh.units.wan) return 10_000;
  return unit === zh.units.yi ? 100_000_000 : null;
}
