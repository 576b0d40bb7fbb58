import { expect, test } from "vitest";
import type { Listed, Missing } from "../../bindings/types";
import { inHand, stuckOn } from "./waiting";

const item = (code: string, set: Partial<Listed>): Listed =>
  ({
    code,
    department: `${code}单位`,
    department_en: `${code} unit`,
    state: "accepted",
    submitted_on: null,
    accepted_on: "2022-03-01",
    decided_on: null,
    done: false,
    stopped: false,
    waived: null,
    days_left: null,
    critical: false,
    approval: null,
    ...set,
  }) as Listed;
const missing = (code: string, days: number) => ({ code, days }) as Missing;
const codes = (items: Listed[], known: Missing[] = []) => inHand(items, known).map((one) => one.item.code);

test("the most pressing comes first, what has no due day last and by how long it is held", () => {
  const items = [
    item("A", { stopped: true }),
    item("B", { days_left: 5 }),
    item("C", { state: "submitted", accepted_on: null, submitted_on: "2022-03-02" }),
    item("D", { days_left: -2 }),
  ];
  expect(codes(items, [missing("A", 3), missing("C", 8)])).toEqual(["D", "B", "C", "A"]);
});

test("what is decided, waived or not handed in is in nobody's hand", () => {
  const items = [
    item("A", { done: true, decided_on: "2022-03-02" }),
    item("B", { decided_on: "2022-03-02", state: "refused" }),
    item("C", { waived: "免" }),
    item("D", { accepted_on: null }),
  ];
  expect(codes(items)).toEqual([]);
});

test("a stopped clock and a return for correction wait for the applicant", () => {
  const items = [item("A", { stopped: true }), item("B", { state: "correcting" }), item("C", {})];
  expect(inHand(items, []).map((one) => one.holder?.zh ?? null)).toEqual([null, null, "C单位"]);
});

test("the path is held up by what is critical: overdue before longest, nothing where nothing is in hand", () => {
  const items = [
    item("A", { days_left: -9 }),
    item("B", { days_left: 4, critical: true }),
    item("C", { days_left: 2, critical: true }),
  ];
  const held = (list: Listed[]) => stuckOn(inHand(list, [missing("B", 7), missing("C", 3)]))?.item.code ?? null;
  expect(held(items)).toBe("B");
  expect(held([...items, item("D", { days_left: -1, critical: true })])).toBe("D");
  expect(held([item("A", { days_left: -9 })])).toBeNull();
});
