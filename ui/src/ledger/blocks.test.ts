import { expect, test } from "vitest";
import type { ProjectRow, ShownColumn } from "../bindings/types";
import { emptied, lay, pasted, rowsFor } from "./blocks";
import { linesOf } from "./lines";

const layout: ShownColumn[] = (["entered", "name", "total", "rate", "issue"] as const).map((column) => ({
  column,
  width: 80,
  frozen: false,
}));
const row = (id: string, issue: string | null = null) => ({ id, name: id, total: 10_000, issue }) as ProjectRow;
const rows = [
  { place: 4, row: row("a", "供电") },
  { place: 5, row: row("b") },
];

test("a block is laid from the left column on; computed columns and rows below the end take nothing", () => {
  const laid = lay(
    [
      ["甲", "1", "9", "x"],
      ["乙", "2", "9", "y"],
      ["丙", "3", "9", "z"],
    ],
    rows,
    layout,
    1,
    "2022-03",
  );
  expect(laid.cells.map((c) => `${c.project} ${c.column} ${c.text}`)).toEqual([
    "a name 甲",
    "a total 1",
    "a issue x",
    "b name 乙",
    "b total 2",
    "b issue y",
  ]);
  // Words of progress go into the report of the month; the rest is no month's.
  expect(laid.cells.map((c) => c.period)).toEqual([null, null, "2022-03", null, null, "2022-03"]);
  expect(laid.places).toEqual([4, 4, 4, 5, 5, 5]);
  expect([laid.over, laid.fixed]).toEqual([1, ["rate"]]);
});

test("columns beyond the last are left out", () => {
  expect(lay([["a", "b", "c"]], rows, layout, 4, "2022-03").cells).toHaveLength(1);
});

test("only what is filled is emptied", () => {
  expect(emptied(rows, ["rate", "issue", "total"], "2022-03").cells.map((c) => `${c.project} ${c.column}`)).toEqual([
    "a issue",
    "a total",
    "b total",
  ]);
});

test("one copied cell fills the range, rows skip group lines", () => {
  expect(pasted([["x"]], { top: 0, bottom: 2, left: 1, right: 1 }, 3)).toEqual([["x"], ["x"], ["x"]]);
  const group = (key: string, first: number, count: number) => ({ key, name: key, first, started: 0, sums: { count } });
  const groups = [group("a", 0, 2), group("b", 2, 2)] as unknown as Parameters<typeof linesOf>[1];
  expect(rowsFor(linesOf(4, groups, new Set(), true), 1, 3, 2)).toEqual([0, 1, 2]);
});
