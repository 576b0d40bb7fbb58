import { expect, test } from "vitest";
import type { ProjectRow } from "../bindings/types";
import { figuresOf } from "./figures";

const rows = [
  { total: 100, plan: null, rate: 250, name: "a" },
  { total: 50, plan: 7, rate: null, name: "b" },
] as ProjectRow[];

test("money adds up, words are only counted", () => {
  expect(figuresOf(rows, ["name", "total", "plan"])).toEqual({ cells: 5, count: 3, sum: 157, kind: "money" });
  expect(figuresOf(rows, ["rate"])).toEqual({ cells: 1, count: 1, sum: 250, kind: "rate" });
});

test("money and rates are not added to each other", () => {
  expect(figuresOf(rows, ["total", "rate"])).toEqual({ cells: 3, count: 0, sum: 0, kind: null });
  expect(figuresOf(rows, ["name"]).kind).toBeNull();
});
