import { expect, test } from "vitest";
import zh from "../text/figures.zh.json";
import { unitWord, yuanOf } from "./units";

test("a known unit is said in English, an unknown one stays as it was typed", () => {
  expect([unitWord(zh.units.mu, "en"), unitWord("kVA", "en"), unitWord(null, "en")]).toEqual(["mu", "kVA", ""]);
  expect(unitWord(zh.units.mu, "zh")).toBe(zh.units.mu);
});

test("units of money are worth so many yuan", () => {
  expect([yuanOf(zh.units.wan), yuanOf(zh.units.yi), yuanOf(zh.units.mu)]).toEqual([10_000, 100_000_000, null]);
});
