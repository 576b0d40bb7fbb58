import { expect, test, vi } from "vitest";
import type { Charge, Listed } from "../../../bindings/types";

vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../../../text/whole");
const { bindingOf, lostBy, lostSums, lostWords, unjudged } = await import("./lost");

const charge = (item: string, days: number, set: Partial<Charge>): Charge => ({
  item,
  name: item,
  name_en: item,
  loss: "overdue",
  holder: null,
  holder_en: null,
  applicant: false,
  third: false,
  days,
  unit: "working",
  critical: false,
  ...set,
});

const CHARGES = [
  charge("A08", 30, { loss: "stopped", third: true, holder: "第三方机构", holder_en: "Third-party examiners" }),
  charge("B02", 9, { applicant: true, loss: "correcting" }),
  charge("B03", 7, { holder: "自然资源局", holder_en: "Natural resources" }),
  charge("C05", 5, { holder: "住建局", holder_en: "Housing" }),
  charge("A10", 5, { holder: "自然资源局", holder_en: "Natural resources" }),
];

test("days lost are summed for each who held them, those of others last", () => {
  const parts = lostBy(CHARGES).map((part) => [
    part.whose,
    part.holder,
    part.days.working,
    part.charges.map((c) => c.item),
  ]);
  expect(parts).toEqual([
    ["units", "自然资源局", 12, ["B03", "A10"]],
    ["applicant", null, 9, ["B02"]],
    ["units", "住建局", 5, ["C05"]],
    ["third", "第三方机构", 30, ["A08"]],
  ]);
});

test("in one line the units stand together, and who lost nothing is not named", () => {
  expect(lostSums(CHARGES)).toEqual([
    { whose: "units", days: { working: 17, calendar: 0 } },
    { whose: "applicant", days: { working: 9, calendar: 0 } },
    { whose: "third", days: { working: 30, calendar: 0 } },
  ]);
  expect(lostSums(CHARGES.slice(1, 2))).toEqual([{ whose: "applicant", days: { working: 9, calendar: 0 } }]);
  expect(lostSums([])).toEqual([]);
});

test("working days and calendar days are never one sum", () => {
  const calendar = (item: string, days: number, holder: string) =>
    charge(item, days, { loss: "stopped", unit: "calendar", holder, holder_en: holder });
  const mixed = [...CHARGES, calendar("C05", 20, "住建局"), calendar("P02", 25, "生态环境局")];
  const [, , housing, environment] = lostBy(mixed);
  // 25 calendar days are not more than 5 working days.
  expect(housing?.days).toEqual({ working: 5, calendar: 20 });
  expect(environment?.days).toEqual({ working: 0, calendar: 25 });
  expect(lostSums(mixed)[0]).toEqual({ whose: "units", days: { working: 17, calendar: 45 } });
  expect([housing, environment].map((part) => part && lostWords(part.days))).toEqual([
    "5 个工作日、20 个日历日",
    "25 个日历日",
  ]);
  expect(lostWords({ working: 9, calendar: 0 })).toBe("9 个工作日");
});

const LIMIT = { half_days: 20, unit: "working", due_on: null };
const item = (set: object) =>
  ({ waived: null, accepted_on: null, decided_on: null, promised: null, statutory: null, ...set }) as unknown as Listed;

test("late is against the promise, and without one against the law", () => {
  expect(bindingOf(item({ promised: LIMIT, statutory: LIMIT }))).toBe("promised");
  expect(bindingOf(item({ statutory: LIMIT }))).toBe("statutory");
});

test("what nobody can say whether it was late is counted by its reason", () => {
  const items = [
    item({ accepted_on: "2022-03-01" }),
    item({ decided_on: "2022-03-01", statutory: LIMIT }),
    item({ decided_on: "2022-03-04", promised: LIMIT }),
    item({ accepted_on: "2022-03-01", decided_on: "2022-03-04", statutory: LIMIT }),
    item({ statutory: LIMIT }),
    item({ decided_on: "2022-03-01", waived: "租用厂房" }),
  ];
  expect(unjudged(items)).toEqual([
    { why: "no_limit", count: 1 },
    { why: "no_acceptance", count: 2 },
  ]);
  expect(unjudged([item({ accepted_on: "2022-03-01", statutory: LIMIT })])).toEqual([]);
});
