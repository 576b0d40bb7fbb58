import { expect, test } from "vitest";
import { moved, nextPosition, positionOf } from "./order";

const list = (...positions: (number | null)[]) => positions.map((position, n) => ({ id: "abcd"[n] ?? "", position }));

test("two neighbours change their numbers, gaps stay", () => {
  expect(moved(list(1, 5, 9), 1, -1)).toEqual([
    { id: "b", position: 1 },
    { id: "a", position: 5 },
  ]);
});

test("without usable numbers all are counted", () => {
  expect(moved(list(null, null, null), 0, 1)).toEqual([
    { id: "b", position: 1 },
    { id: "a", position: 2 },
    { id: "c", position: 3 },
  ]);
  expect(moved(list(1, 1, 2), 2, -1)).toEqual([{ id: "b", position: 3 }]);
});

test("numbers as they are typed", () => {
  expect([positionOf(" 3 "), positionOf(""), positionOf("x")]).toEqual([
    { position: 3 },
    { position: null },
    { position: "x" },
  ]);
  expect([nextPosition([]), nextPosition(list(null, 4))]).toEqual([1, 5]);
});
