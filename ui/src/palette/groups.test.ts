import { expect, test } from "vitest";
import type { Hit } from "../bindings/types";
import { atHand, byKind, pieces } from "./groups";

const hit = (kind: Hit["kind"], id: string, pinned = false): Hit => ({
  kind,
  id,
  title: id,
  detail: null,
  spans: [],
  by: null,
  code: null,
  phone: null,
  role: null,
  projects: null,
  pinned,
  opened_ms: null,
});

test("typed words are marked, also behind characters of two code units", () => {
  expect(pieces("北辰智能", [{ from: 1, to: 3 }])).toEqual([
    { text: "北", marked: false },
    { text: "辰智", marked: true },
    { text: "能", marked: false },
  ]);
  expect(pieces("𠮷林", [{ from: 1, to: 2 }])).toEqual([
    { text: "𠮷", marked: false },
    { text: "林", marked: true },
  ]);
  expect(pieces("甲", [])).toEqual([{ text: "甲", marked: false }]);
});

test("kinds stand in the order of their best hit, with the number of all", () => {
  const found = {
    hits: [hit("enterprise", "a"), hit("project", "b"), hit("enterprise", "c")],
    counts: [
      { kind: "project" as const, count: 12 },
      { kind: "enterprise" as const, count: 2 },
    ],
  };
  expect(byKind(found).map((g) => [g.name, g.hits.length, g.count])).toEqual([
    ["enterprise", 2, 2],
    ["project", 1, 12],
  ]);
});

test("a pinned record does not stand twice", () => {
  const groups = atHand([hit("project", "a", true)], [hit("project", "a", true), hit("list", "b")], []);
  expect(groups.map((g) => [g.name, g.hits.map((h) => h.id)])).toEqual([
    ["pinned", ["a"]],
    ["recent", ["b"]],
  ]);
});
