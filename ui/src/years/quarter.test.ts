import { expect, test } from "vitest";
import { dayOfQuarter } from "./quarter";

test("a quarter is looked at on its last day, today while it goes on, and not before", () => {
  const days = (today: string) => ([1, 2, 3, 4] as const).map((quarter) => dayOfQuarter(2022, quarter, today));
  expect(days("2022-05-16")).toEqual(["2022-03-31", "2022-05-16", null, null]);
  expect(days("2022-10-01")).toEqual(["2022-03-31", "2022-06-30", "2022-09-30", "2022-10-01"]);
  expect(days("2022-12-31")[3]).toBe("2022-12-31");
  expect(days("2023-01-10")).toEqual([null, null, null, null]);
});
