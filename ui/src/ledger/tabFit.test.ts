import { expect, test } from "vitest";
import { tabsThatFit } from "./tabFit";

test("as many tabs as there is room for, one at least", () => {
  expect(tabsThatFit([50, 60, 70], 10, 210, 40)).toBe(3);
  expect(tabsThatFit([50, 60, 70], 10, 209, 40)).toBe(2);
  expect(tabsThatFit([50, 60, 70], 10, 170, 40)).toBe(1);
  expect(tabsThatFit([50, 60, 70], 10, 20, 40)).toBe(1);
  expect(tabsThatFit([], 10, 20, 40)).toBe(0);
});
