/** Ways of speeding up: a sheet keeps the Chinese name, each language shows its own. */
import { i18next } from "../i18n";
import zh from "../text/library.zh.json";

type Measure = keyof typeof zh.template.measures;

const KNOWN = Object.entries(zh.template.measures) as [Measure, string][];

/** The names of the trade, as a sheet keeps them. */
export const MEASURES: readonly string[] = KNOWN.map(([, name]) => name);

/** A name in the language shown; what an office called something itself stays as it is. */
export function measureWord(name: string): string {
  const found = KNOWN.find(([, known]) => known === name);
  return found ? i18next.t(`template.measures.${found[0]}`) : name;
}
