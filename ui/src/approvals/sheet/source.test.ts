import { expect, test } from "vitest";
import type { ProgressSheetCell, ProgressSheetPreview, ProgressSheetVerdict } from "../../bindings/types";
import { countsOf, sourceOf, takenOf, withItem, withProject, withSign } from "./source";

const cell = (at: string, verdict: ProgressSheetVerdict, takes = false) =>
  ({ at, verdict, takes }) as ProgressSheetCell;

const preview = {
  signs: [
    { sign: "◇", meaning: null },
    { sign: "√", meaning: "done" },
  ],
  projects: [
    { project: "p1", same: 3, cells: [cell("0:E3", "new"), cell("0:E4", "differs", true), cell("0:E5", "differs")] },
    { project: null, same: 0, cells: [] },
    { project: "p2", same: 1, cells: [cell("0:G3", "fault")] },
  ],
} as unknown as ProgressSheetPreview;

test("an answer replaces the one before, and blank is a sign", () => {
  const source = withSign(withSign(withSign(sourceOf("f", "2022-03-28"), "◇", "open"), "", "nothing"), "◇", "done");
  expect(source.signs).toEqual([
    { sign: "", meaning: "nothing" },
    { sign: "◇", meaning: "done" },
  ]);
  expect(withItem(withItem(source, "0:3", "A05"), "0:3", null).items).toEqual([{ at: "0:3", code: null }]);
  expect(withProject(source, "0:E", null).projects).toEqual([{ at: "0:E", project: null }]);
});

test("cells are counted by what they would do", () => {
  expect(countsOf(preview)).toEqual({ fresh: 1, differs: 2, fault: 1, same: 4, unknown: 1, left: 1 });
});

test("only what can be taken is taken", () => {
  expect(takenOf(preview, new Set(["0:E4", "0:E5", "0:Z9"]))).toEqual(["0:E4"]);
});
