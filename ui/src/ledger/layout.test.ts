import { expect, test } from "vitest";
import type { ShownColumn } from "../bindings/types";
import { freeze, hide, move, readLayout, resize, sameLayout, shift, show, tidy } from "./layout";
import { defaultLayout } from "./spec";

const names = (layout: ShownColumn[]) => layout.map((c) => (c.frozen ? `[${c.column}]` : c.column)).join(" ");
const start: ShownColumn[] = [
  { column: "name", width: 200, frozen: true },
  { column: "region", width: 80, frozen: false },
  { column: "total", width: 90, frozen: false },
];

test("what leaders read first is on the first screen", () => {
  const first = defaultLayout(false).slice(0, 11);
  expect(first.map((c) => c.column)).toEqual(
    expect.arrayContaining(["name", "region", "total", "plan", "done_year", "year_rate", "image", "issue", "leader"]),
  );
  expect(first.reduce((sum, c) => sum + c.width, 28)).toBeLessThan(1300);
});

test("frozen columns stay first", () => {
  expect(names(move(start, "total", "name"))).toBe("[total] [name] region");
  expect(names(move(start, "name", null))).toBe("region total name");
  expect(names(move(start, "total", "region"))).toBe("[name] total region");
  expect(names(shift(start, "region", -1))).toBe("[region] [name] total");
  expect(names(shift(start, "name", -1))).toBe("[name] region total");
  expect(names(freeze(start, "region"))).toBe("[name] [region] total");
  expect(names(freeze(start, "name"))).toBe("name region total");
});

test("widths have limits, the name always stays, nothing is shown twice", () => {
  expect(resize(start, "total", 3)[2]?.width).toBe(28);
  expect(resize(start, "total", 3000)[2]?.width).toBe(800);
  expect(names(hide(start, "name"))).toBe(names(start));
  expect(names(hide(start, "total"))).toBe("[name] region");
  expect(names(show(start, "issue", false))).toBe("[name] region total issue");
  expect(names(show(start, "total", false))).toBe(names(start));
  expect(names(tidy([...start, { column: "name", width: 1, frozen: false }]))).toBe(names(start));
});

test("a kept layout is read again; what is none is left", () => {
  expect(sameLayout(readLayout(JSON.stringify(start)) ?? [], start)).toBe(true);
  expect(readLayout("nonsense")).toBeNull();
  expect(readLayout("[]")).toBeNull();
  const foreign = [...start, { column: "from_the_future", width: 10, frozen: false }];
  expect(names(readLayout(JSON.stringify(foreign)) ?? [])).toBe(names(start));
});
