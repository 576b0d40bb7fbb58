import { expect, test } from "vitest";
import { amounts } from "./amount";
import { asOf, readBoard } from "./scope";
import { fill, manyOf, opens, plain, short } from "./sentence";

test("a figure in a sentence keeps the rows it opens", () => {
  const count = { n: 186, of: "opened" as const, key: null };
  const pieces = fill("{{opened}} of {{total}} ({{rate}} %)", { opened: opens(count), total: 252, rate: "73.8" });
  expect(plain(pieces)).toBe("186 of 252 (73.8 %)");
  expect(pieces[0]).toEqual({ text: "186", rows: count });
});

test("amounts of one sentence share a unit and say when rounding shows", () => {
  const yi = 100_000_000;
  const parts = amounts([31_700_000_000, 13_860_000_000, 17_840_000_000]);
  expect([parts.unit, parts.texts]).toEqual(["yi", ["317.00", "138.60", "178.40"]]);
  expect(parts.tail(0, [1, 2])).toBe(false);
  const odd = amounts([yi, 33_333_333, 33_333_333, 33_333_334]);
  expect(odd.texts).toEqual(["1.00", "0.33", "0.33", "0.33"]);
  expect(odd.tail(0, [1, 2, 3])).toBe(true);
  expect(amounts([4_620_000, 45_000]).texts).toEqual(["462", "5"]);
  expect([amounts([4_620_000]).texts, amounts([31_700_000_000]).texts]).toEqual([["462"], ["317.00"]]);
  expect(amounts([0]).texts).toEqual(["0"]);
  expect(amounts([-150_000_000]).texts).toEqual(["−1.50"]);
});

test("a text for a phone is cut, not broken", () => {
  expect(short("协调高压线迁改", 5)).toBe("协调高压…");
  expect(short("短", 5)).toBe("短");
});

test("a board's address is understood, and an earlier month ends on its last day", () => {
  expect(readBoard({ month: "2022-02", q: "stuck", region: 230606, list: "", x: 1 })).toEqual({
    month: "2022-02",
    q: "stuck",
    region: "230606",
  });
  expect(asOf({ month: "2022-02" }, "2022-03-28")).toBe("2022-02-28");
  expect(asOf({ month: "2022-03" }, "2022-03-28")).toBe(null);
  expect(asOf({}, "2022-03-28")).toBe(null);
});

test("a sentence is in the singular by its days first, then by its figures", () => {
  expect([manyOf({ days: 1, n: 3 }), manyOf({ days: "", n: 3 }), manyOf({ total: { text: "1" } })]).toEqual([1, 3, 1]);
  expect([manyOf({}), manyOf({ name: "甲" })]).toEqual([2, 2]);
});
