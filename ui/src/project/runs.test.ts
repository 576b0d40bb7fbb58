import { expect, test } from "vitest";
import type { Change } from "../bindings/types";
import { runs } from "./runs";

const change = (table: string, row: string, field = "@", now: number | string = 1) =>
  ({ number: 1, table, row, field, old: null, new: now }) as unknown as Change;
const lengths = (list: Change[], named = true) => runs(list, () => (named ? "x" : "")).map((run) => run.length);
const many = (table: string, count: number) => Array.from({ length: count }, (_, n) => change(table, `${n}`));

test("many records of one table are one line, a few with names a line each", () => {
  expect(lengths(many("approval", 4))).toEqual([4]);
  expect(lengths(many("approval", 3))).toEqual([1, 1, 1]);
  expect(lengths(many("approval_step", 2), false)).toEqual([2]);
  expect(lengths(many("approval_step", 1), false)).toEqual([1]);
});

test("fields, other tables and removals stay apart", () => {
  const mixed = [...many("approval", 4), change("project", "p", "name", "a"), ...many("duty", 4)];
  expect(lengths(mixed)).toEqual([4, 1, 4]);
  const gone = many("duty", 4).map((one) => ({ ...one, new: 0 }));
  expect(lengths([...many("duty", 4), ...gone])).toEqual([4, 4]);
});
