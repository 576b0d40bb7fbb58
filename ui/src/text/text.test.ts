import { expect, test } from "vitest";
import { en, faults as faultsEn } from "./en";
import { faults as faultsZh, zh } from "./zh";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ""): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") out.set(before + key, value);
    else for (const [k, v] of flat(value, `${before}${key}.`)) out.set(k, v);
  }
  return out;
}

/** Chinese has one plural form, English two. */
const base = (key: string) => key.replace(/_(one|other)$/, "");
const keys = (tree: Tree) => [...new Set([...flat(tree).keys()].map(base))].sort();
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

/** What may be Chinese in English words: how amounts and dates may be typed, and the units ledgers name. */
const QUOTED = /约3\.2亿|2\.5亿元?|3\.2亿|2022年\d月底前|万元|亿元/g;

test.each([
  ["the interface", zh, en],
  ["faults", faultsZh, faultsEn],
] as [string, Tree, Tree][])("both languages of %s have the same words", (_, chinese, english) => {
  expect(keys(english)).toEqual(keys(chinese));
});

test.each([
  ["the interface", zh, en],
  ["faults", faultsZh, faultsEn],
] as [string, Tree, Tree][])("both languages of %s fill in the same values", (_, chinese, english) => {
  const said = flat(english);
  for (const [key, text] of flat(chinese)) {
    const other = said.get(key) ?? said.get(`${base(key)}_other`);
    expect([key, holes(other ?? "")]).toEqual([key, holes(text)]);
  }
});

test("no Chinese in English words", () => {
  for (const tree of [en, faultsEn] as Tree[]) {
    const found = [...flat(tree)].filter(([, text]) => /\p{Script=Han}/u.test(text.replace(QUOTED, "")));
    expect(found).toEqual([]);
  }
});

test("parts are told apart by a gap or a comma, never by a middle dot", () => {
  const dotted = [zh, en, faultsZh, faultsEn].flatMap((tree) => [...flat(tree as Tree)]);
  expect(dotted.filter(([, text]) => text.includes("\u00b7"))).toEqual([]);
});

test("no word is empty", () => {
  const blank = [...flat(zh), ...flat(en)].filter(
    ([key, text]) => text.trim() === "" && base(key) !== "import.rowsAfter",
  );
  expect(blank).toEqual([]);
});
