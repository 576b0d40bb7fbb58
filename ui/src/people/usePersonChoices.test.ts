import { expect, test } from "vitest";
import { choicesWith } from "./usePersonChoices";

const people = [{ value: "1", name: "周芳", label: "周芳　发改局" }];

test("who left the book is shown by name, and so is a name the book does not know", () => {
  expect(choicesWith(people, "钱立群", "2")).toEqual([{ value: "2", label: "钱立群" }, ...people]);
  expect(choicesWith(people, "吴迪", null)).toEqual([{ value: "吴迪", label: "吴迪" }, ...people]);
});

test("who sits in the book stands once, and nobody is no choice", () => {
  expect(choicesWith(people, "周芳", "1")).toBe(people);
  expect(choicesWith(people, null, null)).toBe(people);
});
