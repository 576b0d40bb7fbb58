/** What was answered about a sheet, and what its preview comes to. */
import type {
  ProgressSheetMeaning,
  ProgressSheetPreview,
  ProgressSheetSource,
  ProgressSheetVerdict,
  ProjectId,
} from "../../bindings/types";

export const MEANINGS = [
  "done",
  "open",
  "not_started",
  "not_needed",
  "nothing",
] as const satisfies ProgressSheetMeaning[];

export const sourceOf = (file: string, as_of: string): ProgressSheetSource => ({
  file,
  as_of,
  signs: [],
  items: [],
  projects: [],
});

export const withSign = (source: ProgressSheetSource, sign: string, meaning: ProgressSheetMeaning) => ({
  ...source,
  signs: [...source.signs.filter((one) => one.sign !== sign), { sign, meaning }],
});

export const withItem = (source: ProgressSheetSource, at: string, code: string | null) => ({
  ...source,
  items: [...source.items.filter((one) => one.at !== at), { at, code }],
});

export const withProject = (source: ProgressSheetSource, at: string, project: ProjectId | null) => ({
  ...source,
  projects: [...source.projects.filter((one) => one.at !== at), { at, project }],
});

export interface Counts {
  fresh: number;
  differs: number;
  fault: number;
  same: number;
  /** Signs nobody said the meaning of. */
  unknown: number;
  /** Columns that are no project of the desk. */
  left: number;
}

export function countsOf(preview: ProgressSheetPreview): Counts {
  const cells = preview.projects.flatMap((project) => project.cells);
  const of = (verdict: ProgressSheetVerdict) => cells.filter((cell) => cell.verdict === verdict).length;
  return {
    fresh: of("new"),
    differs: of("differs"),
    fault: of("fault"),
    same: preview.projects.reduce((sum, project) => sum + project.same, 0),
    unknown: preview.signs.filter((sign) => sign.meaning === null).length,
    left: preview.projects.filter((project) => project.project === null).length,
  };
}

/** Cells that were taken and can be taken still: another answer may have made them the desk's own. */
export function takenOf(preview: ProgressSheetPreview, taken: ReadonlySet<string>): string[] {
  const cells = preview.projects.flatMap((project) => project.cells);
  return cells.filter((cell) => cell.takes && taken.has(cell.at)).map((cell) => cell.at);
}
