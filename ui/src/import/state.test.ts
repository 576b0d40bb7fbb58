import { expect, test } from "vitest";
import type { SheetUnderstanding } from "../bindings/types";
import { corrected, place, senderIn, size, withColumn, withLine } from "./state";

test("addresses of cells", () => {
  expect(place("E8")).toEqual({ column: 4, row: 8 });
  expect(place("AA10")).toEqual({ column: 26, row: 10 });
  expect(place("12")).toBeNull();
});

test("the sender is found where ledgers name it", () => {
  const sheet = (cells: string[]) =>
    [{ grid: [{ row: 2, kind: "note", cells, converted: {} }] }] as unknown as SheetUnderstanding[];
  expect(senderIn(sheet(["填报单位：大同区专班", "", "填报日期：2022年3月"]))).toBe("大同区专班");
  expect(senderIn(sheet(["填报单位（盖章）：", "红岗区发改局"]))).toBe("红岗区发改局");
  expect(senderIn(sheet(["单位：万元"]))).toBeNull();
});

test("corrections add up", () => {
  const none = { sheets: {}, headings: {} };
  const one = withColumn(none, "汇总表", 4, { field: "total", detail: null, unit: "万元" });
  const two = withLine(one, "汇总表", 11, "continuation");
  const three = corrected(two, "汇总表", { unit: "亿元" });
  expect(three.sheets.汇总表).toMatchObject({
    unit: "亿元",
    columns: { 4: { field: "total" } },
    lines: { 11: "continuation" },
  });
  expect(none.sheets).toEqual({});
});

test("sizes", () => {
  expect(size(88_064)).toBe("86 KB");
  expect(size(3_145_728)).toBe("3.0 MB");
});
