import { expect, test } from "vitest";
import { fromFields, toFields } from "./schedule";
import { usualYear } from "./search";

test("a schedule is twelve percents and back", () => {
  const fields = toFields("3:120 6:305 12:1200");
  expect(fields).toEqual(["", "", "12", "", "", "30.5", "", "", "", "", "", "120"]);
  expect(fromFields(fields)).toBe("3:120 6:305 12:1200");
  expect(fromFields(toFields(null))).toBeNull();
});

test("what is no percent goes to the core as typed, which refuses it", () => {
  expect(fromFields(["", "half", ...Array.from({ length: 10 }, () => "")])).toBe("2:half");
  expect(fromFields(["12%", ...Array.from({ length: 11 }, () => "")])).toBe("1:120");
});

test("from October on the next year is prepared", () => {
  expect([usualYear("2022-09-30"), usualYear("2022-10-01"), usualYear("2023-01-09")]).toEqual([2022, 2023, 2023]);
});
