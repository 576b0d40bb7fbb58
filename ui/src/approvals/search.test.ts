import { expect, test } from "vitest";
import { daysOf, filterOf, isNarrowed, narrowed, readApprovals, widened } from "./search";

test("an address is read, and what no board knows is left out", () => {
  const read = readApprovals({ tab: "figures", holder: "", state: "stopped", heat: "hot", text: 2022, from: "soon" });
  expect(read).toEqual({ tab: "figures", holder: "", state: "stopped", text: "2022" });
  expect(readApprovals({ state: "toString", text: "" })).toEqual({});
});

test("the applicant is a holder without a name, not everybody", () => {
  expect(filterOf({ holder: "" }).holder).toBe("");
  expect(filterOf({}).holder).toBeNull();
  expect(isNarrowed({ holder: "" })).toBe(true);
  expect(isNarrowed({ tab: "board", span: "all" })).toBe(false);
});

test("parts are put on and taken away, the days of the figures stay", () => {
  const some = narrowed({ span: "all", heat: "soon" }, { holder: "", heat: undefined });
  expect(some).toEqual({ span: "all", holder: "" });
  expect(widened(some)).toEqual({ span: "all" });
});

test("a span is from its first day to today", () => {
  expect(daysOf({ span: "month" }, "2022-03-28")).toEqual({ from: "2022-03-01", to: "2022-03-28" });
  expect(daysOf({}, "2022-03-28")).toEqual({ from: "2022-01-01", to: "2022-03-28" });
  expect(daysOf({ span: "all", from: "2022-01-01" }, "2022-03-28")).toEqual({ from: null, to: null });
  expect(daysOf({ span: "own", from: "2021-07-01" }, "2022-03-28")).toEqual({ from: "2021-07-01", to: null });
});
