/** What stands over cells for a while: what was typed and is being written, and what a paste would put there. */
import type { CheckedCell, Column, ProjectId } from "../bindings/types";
import { ruleWords } from "../errors";

export interface Mark {
  text: string;
  /** Why it cannot be written. */
  fault: string | null;
  kind: "writing" | "new" | "faulty" | "same";
}

export type RowMarks = ReadonlyMap<Column, Mark>;
export type Marks = ReadonlyMap<ProjectId, RowMarks>;

export const NO_MARKS: Marks = new Map();

export function withMark(marks: Marks, project: ProjectId, column: Column, mark: Mark | null): Marks {
  const row = new Map(marks.get(project));
  if (mark) row.set(column, mark);
  else row.delete(column);
  const all = new Map(marks);
  if (row.size > 0) all.set(project, row);
  else all.delete(project);
  return all;
}

/** How checked cells look in their places. `word` turns a choice's code into its word. */
export function checkedMarks(cells: readonly CheckedCell[], word: (column: Column, text: string) => string): Marks {
  const all = new Map<ProjectId, Map<Column, Mark>>();
  for (const cell of cells) {
    const stops = cell.faults.filter((fault) => !fault.warning);
    const row = all.get(cell.project) ?? new Map<Column, Mark>();
    const kind = stops.length > 0 ? "faulty" : cell.changed ? "new" : "same";
    row.set(cell.column, {
      text: kind === "faulty" ? cell.new : word(cell.column, cell.new),
      fault: stops.length > 0 ? stops.map(ruleWords).join(" ") : null,
      kind,
    });
    all.set(cell.project, row);
  }
  return all;
}
