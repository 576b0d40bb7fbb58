import { beforeEach, expect, test, vi } from "vitest";
import type { TodayRow } from "../bindings/types";
import type { Chased, Chaser } from "./chase";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../text/whole");
const { i18next, withEnglish } = await import("../i18n");
const { chaseText, spokenTo } = await import("./chase");

await withEnglish();
beforeEach(() => void i18next.changeLanguage("zh"));

type Row = TodayRow["row"];
const line = (project_name: string, name: string, set: Partial<Row>) => ({
  row: { project_name, name, name_en: name, due_on: null, days_left: null, days: null, unit: "working", ...set } as Row,
});
const late = line("北辰智能电机产业园一期", "设计方案联合审查", { due_on: "2022-04-26", days_left: -3 });
const party = (set: Partial<Chased>): Chased => ({
  name: "资规局",
  name_en: "Land bureau",
  applicant: false,
  contact: { name: "孟庆山", title: "审批科副科长", phone: "13800000001" },
  count: set.rows?.length ?? 0,
  rows: [],
  ...set,
});
const by: Chaser = { today: "2022-04-29", person: "林晓", sample: false, lang: "zh" };

test("it greets, names item and project with its days, asks for the day, and says as of when", () => {
  expect(chaseText(party({ rows: [late] }), by)).toBe(
    "@孟庆山 孟科长您好：北辰智能电机产业园一期“设计方案联合审查”4月26日到期，已超期3个工作日。" +
      "烦请今天下班前告知进展和预计办结日期，谢谢。专班 林晓（截至4月29日）",
  );
  const near = line("大豆项目", "环评", { due_on: "2022-05-05", days_left: 2 });
  const today = line("冷链项目", "能评", { due_on: "2022-04-29", days_left: 0 });
  const text = chaseText(party({ rows: [today, near] }), by);
  expect(text).toContain("冷链项目“能评”4月29日（今天）到期；大豆项目“环评”5月5日到期，还剩2个工作日。");
});

test("how one is spoken to follows the title; a telephone is never sent", () => {
  const spoken = (name: string | null, title: string | null) => spokenTo({ name, title });
  expect(spoken("孟庆山", "科长")).toBe("孟科长");
  expect(spoken("欧阳明", "副主任")).toBe("欧阳主任");
  expect(spoken("周芳", "联络员")).toBe("周芳");
  expect(spoken("规划科 王科长", "科长")).toBe("规划科 王科长");
  expect(spoken("王科长", "科长")).toBe("王科长");
  expect(spoken("13800000001", null)).toBeNull();
  const rows = [line("甲项目 0459-8201234", "环评", { due_on: "2022-04-26", days_left: -3 })];
  const contact = { name: "孙强 138 0000 0003", title: null, phone: "13800000001" };
  const text = chaseText(party({ contact, rows }), by);
  expect(text).toMatch(/^@孙强 您好：甲项目“环评”/);
  expect(text).not.toMatch(/\d{4}/);
  expect(chaseText(party({ contact: null, rows }), by)).toMatch(/^资规局您好：/);
});

test("a span of years in a name is no telephone", () => {
  const rows = [line("黑河2021-2025年高标准农田项目", "环评", { due_on: "2022-04-26", days_left: -3 })];
  expect(chaseText(party({ rows }), by)).toContain("黑河2021-2025年高标准农田项目“环评”");
});

test("projects of which the same is said are told together", () => {
  const due = { due_on: "2022-05-05", days_left: 2 };
  const rows = [late, line("甲项目", "环评", due), line("乙项目", "环评", due)];
  expect(chaseText(party({ rows }), by)).toContain("已超期3个工作日；甲项目、乙项目“环评”5月5日到期，还剩2个工作日。");
});

test("it is never longer than one message, and counts what it leaves out", () => {
  const due = { due_on: "2022-04-26", days_left: -3 };
  const rows = Array.from({ length: 9 }, (_, n) => line("北辰智能电机产业园一期", `第${n}次设计方案联合审查`, due));
  const text = chaseText(party({ rows, count: 12 }), by);
  expect(text).toContain("；另有11项。");
  expect(text.endsWith("专班 林晓（截至4月29日）")).toBe(true);
  for (const size of [30, 60, 200]) {
    const long = line("长".repeat(size), "设计方案联合审查", { due_on: "2022-04-26", days_left: -30 });
    const said = chaseText(party({ rows: [long, long], count: 2 }), { ...by, sample: true });
    expect([...said].length).toBeLessThanOrEqual(120);
    expect(said.endsWith("专班 林晓（截至4月29日，示例数据）")).toBe(true);
  }
});

test("who has to move, and what has no due day, are told by how long it has lain", () => {
  const waits = line("甲项目", "环评", { days: 5, due_on: "2022-04-26", days_left: -3 });
  expect(chaseText(party({ applicant: true, rows: [waits] }), by)).toContain(
    "甲项目“环评”等贵单位办理，已 5 个工作日。",
  );
  expect(chaseText(party({ rows: [line("甲项目", "环评", { days: 5 })] }), by)).toContain(
    "“环评”在贵单位已 5 个工作日。",
  );
  expect(chaseText(party({ rows: [line("甲项目", "环评", {})] }), by)).toContain("“环评”在贵单位办理。");
  const unknown = { name: "甲项目", applicant: true, contact: null, rows: [line("甲项目", "环评", {})] };
  expect(chaseText(party(unknown), by)).toMatch(/^您好：甲项目“环评”等贵单位办理。/);
});

test("in English", async () => {
  await i18next.changeLanguage("en");
  expect(chaseText(party({ rows: [late] }), { ...by, lang: "en" })).toBe(
    "@孟庆山 hello: 北辰智能电机产业园一期 “设计方案联合审查” was due 26 April, 3 working days over. " +
      "Please tell us today how it stands and by which day it will be done. Thank you. 林晓, task force (as of 29 April)",
  );
});
