/** The changes of one act, so that a screen of like lines becomes one. */
import type { Change } from "../bindings/types";

/** More of one kind than this, one after the other, stand in one line. */
const MOST = 3;

export type Run = readonly Change[];

/** Records of one table that came or went one after the other stand together, where they have no names or are many. */
export function runs(changes: readonly Change[], nameOf: (change: Change) => string): Run[] {
  const alike = (a: Change, b: Change) =>
    a.field === "@" && b.field === "@" && a.table === b.table && (a.new === 1) === (b.new === 1);
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0] && alike(last[0], change)) last.push(change);
    else groups.push([change]);
  }
  const together = (run: Run) => run.length > MOST || (run.length > 1 && run.every((change) => nameOf(change) === ""));
  return groups.flatMap((run) => (together(run) ? [run] : run.map((change) => [change])));
}
