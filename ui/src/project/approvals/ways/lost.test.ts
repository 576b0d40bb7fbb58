import { expect, test } from "vitest";
import type { Charge } from "../../../bindings/types";
import { lostBy, lostSums } from "./lost";

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
