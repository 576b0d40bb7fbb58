import { expect, test } from "vitest";
import { sizeWords } from "./size";

test("sizes are said in the unit they are thought of", () => {
  expect(
    [0, 1023, 1024, 8_300, 831_488, 3_565_158, 104_857_600].map((bytes) => sizeWords(bytes).replace("\u00a0", " ")),
  ).toEqual(["0 B", "1023 B", "1 KB", "8.1 KB", "812 KB", "3.4 MB", "100 MB"]);
});

test("a figure and its unit stay on one line", () => {
  expect(sizeWords(104_857_600)).toBe("100\u00a0MB");
});
