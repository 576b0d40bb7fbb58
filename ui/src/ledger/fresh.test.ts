import { expect, test } from "vitest";
import type { Column, ProjectRow } from "../bindings/types";
import { newAgainst } from "./fresh";

const before = { period: "2022-02", image: "基础完成", issue: null, done_total: 30, done_year: null };
const row = {
  name: "电机产业园",
  period: "2022-03",
  image: "主体封顶",
  issue: null,
  done_total: 40,
  done_year: 10,
  before,
} as ProjectRow;

const fresh = (of: ProjectRow, month: string) =>
  (["name", "image", "issue", "done_total", "done_year"] as Column[]).filter((column) => newAgainst(of, column, month));

test("cells of this month's report that say something else are new against the report before", () => {
  expect(fresh(row, "2022-03")).toEqual(["image", "done_total", "done_year"]);
  expect(newAgainst(row, "image", "2022-03")).toBe(before);
  expect(fresh({ ...row, image: null, done_total: 30, done_year: null }, "2022-03")).toEqual(["image"]);
});

test("nothing is new of another month's report, nor where the report before said the same", () => {
  expect(fresh(row, "2022-04")).toEqual([]);
  expect(fresh({ ...row, before: null }, "2022-03")).toEqual([]);
});

test("a year that begins anew is no news", () => {
  expect(fresh({ ...row, before: { ...before, period: "2021-12", done_year: 9 } }, "2022-03")).toEqual([
    "image",
    "done_total",
  ]);
});
