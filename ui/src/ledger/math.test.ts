import { expect, test } from "vitest";
import { sideways, widths, windows } from "./math";

test("rows in view need the windows they lie in", () => {
  expect(windows(0, 40, 1000)).toEqual([0]);
  expect(windows(90, 230, 1000)).toEqual([0, 100, 200]);
  expect(windows(99_990, 100_050, 100_000)).toEqual([99_900]);
  expect(windows(0, 40, 0)).toEqual([0]);
});

test("what is left over goes to the columns that grow, to the last pixel", () => {
  const columns = [{ width: 100 }, { width: 100, grow: 1 }, { width: 100, grow: 2 }];
  expect(widths(columns, 300)).toEqual([100, 100, 100]);
  expect(widths(columns, 200)).toEqual([100, 100, 100]);
  const wide = widths(columns, 401);
  expect(wide.reduce((a, b) => a + b, 0)).toBe(401);
  expect(wide[0]).toBe(100);
});

test("a cell behind the frozen columns or beyond the edge is scrolled into view", () => {
  expect(sideways(300, 100, 250, 200, 1000)).toBe(50);
  expect(sideways(1200, 100, 250, 0, 1000)).toBe(300);
  expect(sideways(500, 100, 250, 0, 1000)).toBe(0);
});
