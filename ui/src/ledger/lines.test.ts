import { expect, test } from "vitest";
import type { Group, Sums } from "../bindings/types";
import { linesOf } from "./lines";

const group = (key: string | null, first: number, count: number): Group => ({
  key,
  name: key,
  first,
  started: 0,
  sums: { count } as Sums,
});
const groups = [group("a", 0, 3), group("b", 3, 1), group(null, 4, 2)];
const said = (lines: ReturnType<typeof linesOf>) =>
  Array.from({ length: lines.count }, (_, n) => {
    const at = lines.at(n);
    if (at.kind === "group") return `${at.open ? "-" : "+"}${at.group.key ?? "?"}`;
    return at.kind === "row" ? String(at.row) : "new";
  }).join(" ");

test("without groups a line is a row", () => {
  const lines = linesOf(3, [], new Set(), true);
  expect(said(lines)).toBe("0 1 2 new");
  expect(lines.ofRow(2)).toBe(2);
  expect(lines.rows(-1, 9)).toEqual([0, 1, 2]);
});

test("groups have a line of their own; closed ones hide their rows", () => {
  expect(said(linesOf(6, groups, new Set(), false))).toBe("-a 0 1 2 -b 3 -? 4 5");
  const lines = linesOf(6, groups, new Set(["a", ""]), true);
  expect(said(lines)).toBe("+a -b 3 +? new");
  expect([lines.ofRow(1), lines.ofRow(3), lines.ofRow(5)]).toEqual([-1, 2, -1]);
  expect(linesOf(6, groups, new Set(), false).rows(2, 7)).toEqual([1, 2, 3, 4]);
});

test("every line leads to its row and back, however many groups there are", () => {
  const many = Array.from({ length: 500 }, (_, n) => group(String(n), n * 7, 7));
  const closed = new Set(many.filter((_, n) => n % 3 === 0).map((g) => g.key ?? ""));
  const lines = linesOf(3500, many, closed, true);
  for (let line = 0; line < lines.count; line++) {
    const at = lines.at(line);
    if (at.kind === "row") expect(lines.ofRow(at.row)).toBe(line);
  }
});
