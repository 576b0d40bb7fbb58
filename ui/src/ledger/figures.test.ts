import { expect, test } from "vitest";
import type { ProjectRow } from "../bindings/types";
import { figuresOf } from "./figures";

const rows = [
  { total: 100, plan: null, rate: 250, name: "a", counted: true },
  { total: 50, plan: 7, rate: null, name: "b", counted: true },
] as ProjectRow[];
const part = { total: 30, plan: 2, rate: 500, name: "c", counted: false } as ProjectRow;
const nothing = { rows: 0, sum: 0 };

test("money adds up, words are only counted", () => {
  expect(figuresOf(rows, ["name", "total", "plan"])).toEqual({
    cells: 5,
    count: 3,
    sum: 157,
    kind: "money",
    aside: nothing,
  });
  expect(figuresOf(rows, ["rate"])).toEqual({ cells: 1, count: 1, sum: 250, kind: "rate", aside: nothing });
});

test("money and rates are not added to each other", () => {
  expect(figuresOf(rows, ["total", "rate"])).toEqual({ cells: 3, count: 0, sum: 0, kind: null, aside: nothing });
  expect(figuresOf(rows, ["name"]).kind).toBeNull();
});

test("money of rows that totals leave out is in the sum as chosen, and said apart", () => {
  const all = [...rows, part, { ...part, total: null, plan: null }] as ProjectRow[];
  expect(figuresOf(all, ["name", "total", "plan"])).toEqual({
    cells: 9,
    count: 5,
    sum: 189,
    kind: "money",
    aside: { rows: 1, sum: 32 },
  });
  expect(figuresOf(all, ["rate"]).aside).toEqual(nothing);
});
