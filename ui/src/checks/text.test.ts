import { expect, test, vi } from "vitest";
import type { CheckRow } from "../bindings/types";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../text/whole");
const { seenWords, sentence, unitText } = await import("./text");

const row = (change: Partial<CheckRow>): CheckRow => ({
  project: "1",
  name: "甲项目",
  place: 12,
  unit: "230604",
  unit_name: "让胡路区",
  check: "done_decreased",
  field: "done_total",
  period: "2022-03",
  ours: { kind: "money", value: 98_000_000 },
  other: { kind: "money", value: 123_000_000 },
  seen: "",
  pass: null,
  ...change,
});

test("a sentence names both figures in the unit that is shown", () => {
  expect(sentence(row({}), "wan")).toBe("累计完成9,800万元，小于上期12,300万元");
  expect(sentence(row({}), "yi")).toBe("累计完成0.98亿元，小于上期1.23亿元");
  const permit = row({
    check: "started_before_permit",
    ours: { kind: "day", value: "2022-03-01" },
    other: { kind: "nothing" },
  });
  expect(sentence(permit, "wan")).toBe("开工日期2022-03-01，施工许可无");
});

test("values of every kind have words", () => {
  expect(seenWords({ kind: "rate", value: 856 }, "wan")).toBe("85.6%");
  expect(seenWords({ kind: "stage", value: "building" }, "wan")).toBe("在建");
  expect(seenWords({ kind: "rule", value: "credit_code_length" }, "wan")).toBe(
    "统一社会信用代码应为 18 位，请核对是否漏录、多录。",
  );
  expect(seenWords({ kind: "nothing" }, "wan")).toBe("");
  const entry = { kind: "entry", value: { name: "水泥制造", measure: "permit" } } as const;
  expect(seenWords(entry, "wan")).toBe("水泥制造（许可准入）");
  const touched = row({ check: "negative", ours: { kind: "text", value: "3011" }, other: entry });
  expect(sentence(touched, "wan")).toBe("涉及负面清单“水泥制造（许可准入）”（3011）");
});

test("a unit is told every point with its number", () => {
  const rows = [
    row({}),
    row({ name: "乙项目", check: "no_leader", ours: { kind: "nothing" }, other: { kind: "nothing" } }),
  ];
  expect(unitText("让胡路区", rows, "wan")).toBe(
    "让胡路区报送表有2处请核对：①甲项目：累计完成9,800万元，小于上期12,300万元；②乙项目：没有包保领导。请核对后重报。",
  );
});
