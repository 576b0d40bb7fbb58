import { expect, test, vi } from "vitest";
import type { ProjectQuery, ProjectRow, Sums } from "../bindings/types";

const call = vi.fn();
vi.mock("../rpc", () => ({ call }));
const { ALL_TICKS, isTicked, NO_TICKS, tickCount, ticked, tickedInOrder, tickSums } = await import("./ticks");

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

test("what is sent follows the page, not the order of ticking; what no longer matches is not lost", async () => {
  const query = { text: "x" } as ProjectQuery;
  call.mockResolvedValue({ value: ["a", "c"] });
  const some = ticked(ticked(ticked(NO_TICKS, [c], true), [b], true), [a], true);
  expect(await tickedInOrder(some, query)).toEqual(["a", "c", "b"]);
  expect(call).toHaveBeenLastCalledWith("project_ids", { text: "x", projects: ["c", "b", "a"] });
  expect(await tickedInOrder(ticked(ALL_TICKS, [c], false), query)).toEqual(["a"]);
  expect(call).toHaveBeenLastCalledWith("project_ids", query);
});
