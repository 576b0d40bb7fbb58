import { expect, test } from "vitest";
import type { InHand, Listed } from "../../bindings/types";
import { inHand, stuckOn } from "./waiting";

const hand = (set: Partial<InHand> = {}): InHand => ({
  turn: "certificate",
  holder: "审批局",
  holder_en: "Approval bureau",
  since: "2022-03-01",
  days: null,
  unit: "working",
  ...set,
});
const item = (code: string, set: Partial<Listed>): Listed =>
  ({ code, days_left: null, critical: false, in_hand: hand(), ...set }) as Listed;

test("the most pressing comes first, what has no due day last and by how long it is held; what nobody has is left out", () => {
  const items = [
    item("A", { in_hand: hand({ days: 3 }) }),
    item("B", { days_left: 5 }),
    item("C", { in_hand: hand({ days: 8 }) }),
    item("D", { days_left: -2 }),
    item("E", { days_left: -9, in_hand: null }),
  ];
  expect(inHand(items).map((one) => one.item.code)).toEqual(["D", "B", "C", "A"]);
});

test("the path is held up by what is critical: overdue before longest, nothing where nothing is in hand", () => {
  const items = [
    item("A", { days_left: -9 }),
    item("B", { days_left: 4, critical: true, in_hand: hand({ days: 7 }) }),
    item("C", { days_left: 2, critical: true, in_hand: hand({ days: 3 }) }),
  ];
  const held = (list: Listed[]) => stuckOn(inHand(list))?.item.code ?? null;
  expect(held(items)).toBe("B");
  expect(held([...items, item("D", { days_left: -1, critical: true })])).toBe("D");
  expect(held([item("A", { days_left: -9 })])).toBeNull();
});
