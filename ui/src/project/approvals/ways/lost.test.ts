import { expect, test } from "vitest";
import type { Charge, Listed } from "../../../bindings/types";
import { bindingOf, lostBy, lostSums, unjudged } from "./lost";

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
  const parts = lostBy(CHARGES).map((part) => [part.whose, part.holder, part.days, part.charges.map((c) => c.item)]);
  expect(parts).toEqual([
    ["units", "自然资源局", 12, ["B03", "A10"]],
    ["applicant", null, 9, ["B02"]],
    ["units", "住建局", 5, ["C05"]],
    ["third", "第三方机构", 30, ["A08"]],
  ]);
});

test("in one line the units stand together, and who lost nothing is not named", () => {
  expect(lostSums(CHARGES)).toEqual([
    { whose: "units", days: 17 },
    { whose: "applicant", days: 9 },
    { whose: "third", days: 30 },
  ]);
  expect(lostSums(CHARGES.slice(1, 2))).toEqual([{ whose: "applicant", days: 9 }]);
  expect(lostSums([])).toEqual([]);
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
