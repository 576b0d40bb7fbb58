import { expect, test } from "vitest";
import { monthsTo, periodOf } from "./month";

test("months before a day, over the turn of the year", () => {
  expect(monthsTo("2022-02-28", 4)).toEqual(["2022-02", "2022-01", "2021-12", "2021-11"]);
});

test("only what is reported month by month goes into a month's report", () => {
  for (const column of ["done_total", "done_year", "done_month", "image", "issue", "next_step"] as const)
    expect([column, periodOf(column, "2022-03")]).toEqual([column, "2022-03"]);
  for (const column of ["total", "plan", "rate", "period", "leader", "started_actual"] as const)
    expect([column, periodOf(column, "2022-03")]).toEqual([column, null]);
});
