import { expect, test } from "vitest";
import type { ProjectRow, Sums } from "../bindings/types";
import { ALL_TICKS, isTicked, NO_TICKS, tickCount, ticked, tickSums } from "./ticks";

const row = (id: string, total: number | null, counted = true) => ({ id, total, plan: 1, counted }) as ProjectRow;
const [a, b, c] = [row("a", 5), row("b", null), row("c", 7, false)];
const sums = { count: 10, counted: 7, total: 100, plan: 50 } as Sums;

test("some rows are ticked by name", () => {
  const some = ticked(ticked(NO_TICKS, [a, b, c], true), [b], false);
  expect([isTicked(some, "a"), isTicked(some, "b"), tickCount(some, 10)]).toEqual([true, false, 2]);
  expect(tickSums(some, sums)).toEqual({ count: 2, aside: 1, total: 5, plan: 1 });
});

test("of all, some are left out again", () => {
  const most = ticked(ALL_TICKS, [a, c], false);
  expect([isTicked(most, "a"), isTicked(most, "x"), tickCount(most, 10)]).toEqual([false, true, 8]);
  expect(tickSums(most, sums)).toEqual({ count: 8, aside: 2, total: 95, plan: 49 });
  expect(isTicked(ticked(most, [a], true), "a")).toBe(true);
});
