import { expect, test } from "vitest";
import type { Ask, TemplateItem, TemplateLine } from "../bindings/types";
import { Refused } from "../rpc";
import {
  askOf,
  askText,
  daysText,
  freeQuestion,
  groupsOf,
  halfDays,
  needsText,
  papersOf,
  papersText,
  questionsOf,
  wholeOf,
} from "./fields";
import { EVERYTHING, handledOf, narrowed } from "./narrow";

test("all of the groups, any of each", () => {
  expect(groupsOf("A03|A04;A09")).toEqual([["A03", "A04"], ["A09"]]);
  expect(needsText([["A03", "A04"], [], ["A09"]])).toBe("A03|A04;A09");
  expect([groupsOf(null), needsText([])]).toEqual([[], null]);
});

test.each([
  ["always", { when: "always" }],
  ["farmland 占用农用地?", { when: "yes", question: "farmland", words: "占用农用地?" }],
  ["power", { when: "yes", question: "power", words: null }],
  ["not power", { when: "not", question: "power" }],
  ["eia=报告书|报告表", { when: "choice", question: "eia", values: ["报告书", "报告表"] }],
] as [string, Ask][])("a question is read and written: %s", (text, ask) => {
  expect(askOf(text)).toEqual(ask);
  expect(askText(ask)).toBe(text);
});

test("questions are gathered with their words and choices", () => {
  expect(questionsOf(["always", "a", "a 词?", "not a", "b=一|二", "b=三"])).toEqual([
    { code: "a", words: "词?", values: [] },
    { code: "b", words: null, values: ["一", "二", "三"] },
  ]);
  expect(freeQuestion(["own_a", "own_b"])).toBe("own_c");
  expect(freeQuestion([..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `own_${letter}`))).toBe("own_aa");
});

test("papers are lines with marks", () => {
  const papers = papersOf("申请表\n- 营业执照复印件\n －？承诺书\n\n?图纸");
  expect(papers).toEqual([
    { name: "申请表", cut: false, may_lack: false },
    { name: "营业执照复印件", cut: true, may_lack: false },
    { name: "承诺书", cut: true, may_lack: true },
    { name: "图纸", cut: false, may_lack: true },
  ]);
  expect(papersText(papers)).toBe("申请表\n- 营业执照复印件\n- ? 承诺书\n? 图纸");
  expect(papersText([])).toBeNull();
});

test("half days", () => {
  expect([daysText(15), daysText(0), daysText(null)]).toEqual(["7.5", "0", ""]);
  expect([halfDays("promised", "７．５"), halfDays("promised", " "), halfDays("promised", "7天")]).toEqual([
    15,
    null,
    "7天",
  ]);
  expect(() => halfDays("promised", "0.3")).toThrow(Refused);
});

test("a count is whole, empty or left for the core to refuse", () => {
  expect([wholeOf("１，２００".replace("，", ",")), wholeOf(" "), wholeOf("0"), wholeOf("3.5"), wholeOf("三")]).toEqual(
    [1200, null, 0, "3.5", "三"],
  );
});

const line = (set: Partial<TemplateItem>, papers: [number, number] = [0, 0]): TemplateLine => ({
  row: {
    code: "A01",
    stage_no: 1,
    department: "发改",
    handling: null,
    statutory: null,
    promised: null,
    steps_before: null,
    steps: null,
    fee_before: null,
    fee: null,
    ...set,
  } as TemplateItem,
  changed: false,
  papers_before: papers[0],
  papers: papers[1],
  to_check: [],
  checks: [],
});

test("items are counted by how they are handled", () => {
  const lines = [line({ handling: "online;one_trip" }), line({ handling: "online" }), line({})];
  expect(handledOf(lines)).toEqual([
    { flag: "online", count: 2 },
    { flag: "one_trip", count: 1 },
  ]);
  expect(handledOf([])).toEqual([]);
});

test("items are narrowed by words, stage, department, what is open and what changed", () => {
  const lines = [line({}), { ...line({ code: "B02", stage_no: 2 }), to_check: ["promised" as const] }];
  const codes = (set: object) =>
    narrowed(lines, { ...EVERYTHING, ...set }, (row) => `${row.code} ${row.department}`).map((one) => one.row.code);
  expect(codes({})).toEqual(["A01", "B02"]);
  expect(codes({ text: " 发改 b0" })).toEqual(["B02"]);
  expect(codes({ stage: 1 })).toEqual(["A01"]);
  expect(codes({ lists: "none" })).toEqual(["A01", "B02"]);
  lines.push(line({ code: "C05", lists: "power;duty" }), line({ code: "C06", lists: "duty" }));
  expect(codes({ lists: "both" })).toEqual(["C05"]);
  expect(codes({ lists: "duty" })).toEqual(["C06"]);
  expect(codes({ lists: "power" })).toEqual([]);
  expect(codes({ open: true })).toEqual(["B02"]);
  expect(codes({ changed: true })).toEqual([]);
});
