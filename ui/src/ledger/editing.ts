/** A cell that is being typed into. */
import type { Column, ProjectId, ProjectRow } from "../bindings/types";
import type { Spot } from "./range";

export interface Editing {
  spot: Spot;
  /** Absent in the line of a new project. */
  row: ProjectRow | null;
  column: Column;
  /** What stood there. */
  was: string;
  /** What the editor begins with; null keeps what was typed to begin with. */
  text: string | null;
  /** `type`: arrow keys leave the cell; `edit`: they move in the text (F2 changes over). */
  mode: "type" | "edit";
  fault: string | null;
  /** What the desk says stands there, asked when the cell was opened; null where nothing can be said. */
  seen: Promise<string | null>;
}

export const editedProject = (editing: Editing | null): ProjectId | null => editing?.row?.id ?? null;
