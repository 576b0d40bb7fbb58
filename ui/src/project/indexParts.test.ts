import { expect, test } from "vitest";
import { itemsDone } from "./indexParts";

test("items are counted in halves and quarters, whole ones without a decimal", () => {
  expect(itemsDone({ coverage: 10_000, count: 12 })).toBe("12");
  expect(itemsDone({ coverage: 6111, count: 18 })).toBe("11");
  expect(itemsDone({ coverage: 6250, count: 6 })).toBe("3.8");
  expect(itemsDone({ coverage: 0, count: 4 })).toBe("0");
});
