import { expect, test } from "vitest";
import { typedDay, typedMonth } from "./typedDay";

test("a day without its year is this year's, or next year's where that is long past", () => {
  for (const typed of ["3-31", "3.31", "3/31", "3月31日", "03-31", " 3-31 ", "0331", "３月３１日"]) {
    expect(typedDay(typed, "2022-03-28"), typed).toBe("2022-03-31");
  }
  expect(typedDay("12-31", "2022-03-28")).toBe("2022-12-31");
  expect(typedDay("10-8", "2022-03-28")).toBe("2022-10-08");
  expect(typedDay("1-4", "2022-03-28")).toBe("2022-01-04");
  expect(typedDay("1-5", "2022-12-20")).toBe("2023-01-05");
  expect(typedDay("2-29", "2023-11-01")).toBe("2024-02-29");
});

test("where later days are not taken it is the last one, unless that is half a year past", () => {
  expect(typedDay("3-28", "2022-03-28", "2022-03-28")).toBe("2022-03-28");
  expect(typedDay("12-31", "2022-03-28", "2022-03-28")).toBe("2021-12-31");
  expect(typedDay("3-29", "2022-03-28", "2022-03-28")).toBeNull();
  expect(typedDay("2022-3-31", "2022-03-28", "2022-03-28")).toBeNull();
});

test("a year that is typed counts, however it is written", () => {
  for (const typed of ["2021-3-31", "2021.3.31", "2021/03/31", "2021年3月31日", "20210331"]) {
    expect(typedDay(typed, "2022-03-28"), typed).toBe("2021-03-31");
  }
});

test("other text is no day", () => {
  for (const typed of ["", "31", "2022-03", "13-1", "2-30", "3-31-1", "2022-02-29"]) {
    expect(typedDay(typed, "2022-03-28"), typed).toBeNull();
  }
});

test("a month is typed as it is said, and other text is none", () => {
  for (const typed of ["2022-3", "2022.03", "2022年3月", "202203", "3月", "3", "０３"]) {
    expect(typedMonth(typed, "2022-03-28", "2022-03-28"), typed).toBe("2022-03");
  }
  expect(typedMonth("12", "2022-03-28", "2022-03-28")).toBe("2021-12");
  expect(typedMonth("12", "2022-03-28")).toBe("2022-12");
  for (const typed of ["", "13", "2022-13", "三月", "2022-04", "3-31", "0"]) {
    expect(typedMonth(typed, "2022-03-28", "2022-03-28"), typed).toBeNull();
  }
});
