/** Money in a sentence: one unit for all of it, rounded half up once, and a note where rounded parts miss the whole (尾差). */
import { type MoneyUnit, shifted } from "../lib/money";

const YI = 100_000_000;

export interface Amounts {
  unit: MoneyUnit;
  texts: string[];
  /** Whether the rounded parts do not add up to the rounded whole, though the stored ones do. */
  tail: (whole: number, parts: number[]) => boolean;
}

/** 亿元 with two decimals when the largest reaches one 亿, else whole 万元; in English the same as 100m or 10k CNY. */
export function amounts(yuan: number[]): Amounts {
  const unit: MoneyUnit = yuan.some((y) => Math.abs(y) >= YI) ? "yi" : "wan";
  // Hundredths of 亿元, or 万元: both below 2^53 for any sum of money.
  const step = unit === "yi" ? YI / 100 : 10_000;
  const rounded = yuan.map((y) => Math.sign(y) * Math.floor((Math.abs(y) * 2 + step) / (step * 2)));
  const texts = rounded.map((n) => (unit === "yi" ? shifted(n, 2, 2) : shifted(n, 0, 0)));
  const sum = (of: number[], list: number[]) => of.reduce((all, at) => all + (list[at] ?? 0), 0);
  const tail = (whole: number, parts: number[]) =>
    sum(parts, yuan) === yuan[whole] && sum(parts, rounded) !== rounded[whole];
  return { unit, texts, tail };
}
