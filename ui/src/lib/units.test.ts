import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { unitWord } from "./units";

/** Every unit an element of the catalogue can be asked for in. */
function catalogue(): string[] {
  const text = readFileSync(resolve(import.meta.dirname, "../../../crates/core/data/elements.csv"), "utf8");
  const [head, ...rows] = text.trim().split(/\r?\n/);
  const at = head?.split(",").indexOf("units") ?? -1;
  return [...new Set(rows.flatMap((row) => (row.split(",")[at] ?? "").split(";")))].filter((unit) => unit !== "");
}

test("every unit of the catalogue is said in English", () => {
  const units = catalogue();
  expect(units.length).toBeGreaterThan(20);
  expect(units.filter((unit) => /[\u4e00-\u9fff]/.test(unitWord(unit, "en")))).toEqual([]);
});
