import { expect, test } from "vitest";
import { briefDay, denseDay, moment, parts, plainDay, shortDay, wordDay } from "./day";

const CASES = [
  ["2022-05-31", "2022-05-31", "2022年5月31日", "31 May 2022"],
  ["2022-05-31/month", "2022-05", "2022年5月", "May 2022"],
  ["2022-05-31/month/by", "2022-05", "2022年5月底前", "by the end of May 2022"],
  ["2022-06-30/quarter", "2022-Q2", "2022年二季度", "Q2 2022"],
  ["2022-12-31/quarter/by", "2022-Q4", "2022年四季度底前", "by the end of Q4 2022"],
  ["2023-12-31/year", "2023", "2023年", "2023"],
  ["2022-05-31/by", "2022-05-31", "2022年5月31日前", "by 31 May 2022"],
] as const;

test.each(CASES)("%s in tables and in words", (day, short, zh, en) => {
  expect(shortDay(day)).toBe(short);
  expect(wordDay(day, "zh")).toBe(zh);
  expect(wordDay(day, "en")).toBe(en);
});

test("nothing is nothing", () => {
  expect(shortDay(null)).toBe("");
  expect(wordDay(null, "en")).toBe("");
  expect(plainDay(null)).toBe("");
});

test("an editor begins with a text the core reads back", () => {
  expect(plainDay("2022-05-31")).toBe("2022-05-31");
  expect(plainDay("2022-05-31/month/by")).toBe("2022年5月底前");
  expect(parts("2022-06-30/quarter/by")).toEqual({ year: 2022, month: 6, day: 30, precision: "quarter", by: true });
});

test("the current year is dropped in dense columns, moments are in Beijing", () => {
  expect(denseDay("2022-04-26", "2022")).toBe("04-26");
  expect(denseDay("2021-04-26", "2022")).toBe("2021-04-26");
  expect(moment(1_648_483_200_000)).toBe("2022-03-29 00:00");
});

test("a sentence names the year only where it is another", () => {
  const said = (day: string) => [briefDay(day, "2022-03-28", "zh"), briefDay(day, "2022-03-28", "en")];
  expect(said("2022-05-12")).toEqual(["5月12日", "12 May"]);
  expect(said("2023-01-04")).toEqual(["2023年1月4日", "4 January 2023"]);
});
