/** The call sheet somebody opened a project from: what leads from one of its lines to the next. */
import type { ProjectId, Waiting } from "../bindings/types";
import { call } from "../rpc";

export interface SheetLine {
  project: ProjectId;
  item: string;
}

export interface SheetTrail {
  mine: boolean;
  waiting: Waiting | null;
}

interface Kept extends SheetTrail {
  /** As the sheet stood when it was left: whoever is called moves down there, but not under the one who walks it. */
  lines: Promise<SheetLine[]> | null;
  /** The line that was gone to last. */
  at: number | null;
}

let last: Kept | null = null;

/** The sheet is in front, asked so. */
export function keepSheet({ mine, waiting }: SheetTrail): void {
  last = { mine, waiting, lines: null, at: null };
}

/** Another list is in front: projects are opened from there now. */
export function leaveSheet(): void {
  last = null;
}

export const sheetTrail = (): SheetTrail | null => last;

/** Every line of the sheet, in its order; none where no project is opened from it. */
export async function sheetLines(): Promise<SheetLine[]> {
  const kept = last;
  if (!kept) return [];
  const { mine, waiting } = kept;
  kept.lines ??= call("today_get", { mine, waiting, party: null, whole: true, room: 0 }).then(({ value }) =>
    value.parties.flatMap((party) => party.rows.map(({ row }) => ({ project: row.project, item: row.item }))),
  );
  try {
    return await kept.lines;
  } catch (error) {
    kept.lines = null;
    throw error;
  }
}

/** Which of the lines a page shows: the one with its item, else the one that was gone to, else the project's first. */
export function lineAt(lines: readonly SheetLine[], project: ProjectId, item: string | undefined): number | null {
  const gone = last?.at ?? -1;
  const named = lines.findIndex((line) => line.project === project && line.item === item);
  const kept = lines[gone]?.project === project ? gone : lines.findIndex((line) => line.project === project);
  const at = named >= 0 ? named : kept;
  if (last && at >= 0) last.at = at;
  return at < 0 ? null : at;
}
