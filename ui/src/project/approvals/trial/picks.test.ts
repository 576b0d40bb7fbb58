import { expect, test } from "vitest";
import type { Offer } from "../../../bindings/types";
import { changesOf, rowsOf } from "./picks";

const offer = (item: string, saves: number): Offer => ({
  change: { kind: "parallel", item, before: ["A01"] },
  saves,
  measure: "并联审批",
});
const items = (offers: Offer[]) =>
  offers.map(({ change, saves }) => `${change.kind === "parallel" && change.item} ${saves}`);

test("a ticked offer keeps its place and what it promised, the others say what they still save", () => {
  const first = [offer("A10", 12), offer("B02", 7), offer("C05", 5)];
  const rows = rowsOf(first, [offer("C05", 3), offer("B03", 2)], [offer("B02", 7)]);
  expect(items(rows)).toEqual(["B02 7", "C05 3", "B03 2"]);
});

test("what is left out is not tried", () => {
  const own = { kind: "promise", item: "C05", half_days: 2 } as const;
  expect(changesOf({ offers: [offer("A10", 1)], own: [{ change: own, on: false }] })).toEqual([offer("A10", 1).change]);
});
