import { expect, test } from "vitest";
import { besides, type Item, layersOf, wayOf } from "./layers";
import { nextBox, place } from "./place";

const item = (code: string, ...needs: string[][]): Item => ({ code, needs });
const SIZE = { width: 160, height: 56, across: 48, down: 12 };

/** The usual checklist of a filed project on granted land. */
const USUAL: Item[] = [
  item("A05", ["A01"], ["P01"]),
  item("A07"),
  item("A08", ["A06"]),
  item("A09", ["A07"], ["A08"]),
  item("A10", ["A03", "A04", "A05"], ["A09"]),
  item("A14", ["A09", "A11"]),
  item("B02", ["A10", "A06"]),
  item("B03", ["B02"], ["A10"], ["A09", "A11", "A14"]),
  item("C01", ["B02"]),
  item("C05", ["A10"], ["B03"], ["C01"], ["C02"]),
  item("P02", ["A01"]),
  item("P18", ["A10", "A05"]),
];
const usual = layersOf(USUAL);
const boxes = (layers: string[][]) => layers.map((layer) => layer.filter((code) => !code.includes("@")).sort());

test("everything stands behind all it waits for", () => {
  const at = new Map(usual.layers.flatMap((layer, n) => layer.map((code) => [code, n] as const)));
  for (const group of usual.groups) {
    for (const from of group.from) expect(at.get(from)).toBeLessThan(at.get(group.to) ?? -1);
  }
});

test("what waits for nothing stands close to what waits for it", () => {
  const late = layersOf([item("A"), item("B", ["A"]), item("C", ["B"]), item("D"), item("E", ["C"], ["D"])]);
  expect(boxes(late.layers)).toEqual([["A"], ["B"], ["C", "D"], ["E"]]);
});

test("who is not linked at all stands apart", () => {
  expect(usual.alone).toEqual(["P02"]);
  expect(usual.layers.flat()).not.toContain("P02");
});

test("a group with one item on the list is no choice", () => {
  const of = (code: string) => usual.groups.filter((group) => group.to === code).map((group) => group.from);
  expect(of("A10")).toEqual([["A05"], ["A09"]]);
  expect(of("B03")).toEqual([["B02"], ["A10"], ["A09", "A14"]]);
  expect(
    place(usual, SIZE)
      .joints.map((joint) => joint.to)
      .sort(),
  ).toEqual(["B03", "P18"]);
});

test("a line over several layers has its way through each", () => {
  expect(wayOf(usual, "A10", "C05")).toHaveLength(2);
  expect(wayOf(usual, "A09", "A10")).toEqual([]);
});

test("circles and items that wait for themselves do not hang", () => {
  const round = layersOf([item("A", ["C"]), item("B", ["A"]), item("C", ["B"]), item("D", ["D"]), item("E", ["C"])]);
  expect(
    round.layers
      .flat()
      .filter((code) => !code.includes("@"))
      .sort(),
  ).toEqual(["A", "B", "C", "E"]);
  expect(round.alone).toEqual(["D"]);
  const placed = place(round, SIZE);
  expect(placed.boxes).toHaveLength(5);
  expect(placed.lines).toHaveLength(4);
});

test("no two boxes lie over each other", () => {
  const placed = place(usual, SIZE);
  expect(placed.boxes).toHaveLength(USUAL.length);
  placed.boxes.forEach((a, n) => {
    for (const b of placed.boxes.slice(n + 1)) {
      const apart = Math.abs(a.x - b.x) >= SIZE.width || Math.abs(a.y - b.y) >= SIZE.height;
      expect([a.code, b.code, apart]).toEqual([a.code, b.code, true]);
    }
  });
  expect(Math.min(...placed.boxes.map((box) => box.y))).toBeGreaterThanOrEqual(0);
  for (const box of placed.boxes) {
    expect(box.x + SIZE.width).toBeLessThanOrEqual(placed.width);
    expect(box.y + SIZE.height).toBeLessThanOrEqual(placed.height);
  }
});

test("the library as a whole is laid out at once", () => {
  const many = Array.from({ length: 77 }, (_, n) =>
    item(`I${n}`, ...(n > 3 ? [[`I${n - 1}`, `I${n - 3}`], [`I${Math.floor(n / 2)}`]] : [])),
  );
  const start = performance.now();
  expect(place(layersOf(many), SIZE).boxes).toHaveLength(77);
  expect(performance.now() - start).toBeLessThan(500);
});

test("an empty list is an empty picture", () => {
  expect(place(layersOf([]), SIZE)).toEqual({ boxes: [], lines: [], joints: [], width: 0, height: 0 });
});

test("arrows follow the lines, the critical one first", () => {
  const placed = place(usual, SIZE);
  const go = (code: string, way: "left" | "right" | "up" | "down", critical: string[] = []) =>
    nextBox(usual, placed, code, way, new Set(critical));
  expect(go("A09", "right", ["A14"])).toBe("A14");
  expect(go("A09", "right", ["A10"])).toBe("A10");
  expect(go("A10", "right", ["C05", "B03", "B02"])).toBe("B02");
  expect(go("C05", "left", ["C01"])).toBe("C01");
  expect(go("C05", "right")).toBeNull();
  expect(go("A07", "left")).toBeNull();
  const [a, b] = placed.boxes.filter((box) => ["A07", "A08"].includes(box.code)).sort((x, y) => x.y - y.y);
  expect(go(a?.code ?? "", "down")).toBe(b?.code);
  expect(go(b?.code ?? "", "up")).toBe(a?.code);
});

test("what an item waits for and what waits for it is named once", () => {
  expect(besides(usual, "A10")).toEqual({ before: ["A05", "A09"], after: ["B02", "B03", "C05", "P18"] });
});
