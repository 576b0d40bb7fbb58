import { expect, test } from "vitest";
import { movedTo } from "./move";

test("one entry is taken to another place, and stays in the list", () => {
  expect(movedTo(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(movedTo(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(movedTo(["a", "b", "c"], 1, 9)).toEqual(["a", "c", "b"]);
  expect(movedTo(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(movedTo(["a"], 5, 0)).toEqual(["a"]);
});
