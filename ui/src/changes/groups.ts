/** What changed, put together for reading: by record, and within it by what was done at once. */
import type { Touched } from "../bindings/types";
import { grouped } from "../lib/group";

/** A core that knows it says which project a record belongs to. */
export type Told = Touched;

export interface Done {
  ms: number;
  person: string;
  label: string;
  records: [table: string, rows: string[]][];
}

export interface Group {
  /** The project's identity; empty for what belongs to none: people, units, the office itself. */
  key: string;
  project: string | null;
  acts: Done[];
}

/** Which version of the library a checklist is kept by is written with its first step, and is told where it is all that was done. */
const ASIDE = "checklist_version";

const recordsOf = (together: readonly Told[]): Done["records"] => {
  const all = grouped(together, (one) => one.table).map(([table, rows]): Done["records"][number] => [
    table,
    rows.map((one) => one.row),
  ]);
  return all.length > 1 ? all.filter(([table]) => table !== ASIDE) : all;
};

/** Newest first, the groups as they come; what belongs to no project is one group, so that one act is one line. */
export function groupsOf(touched: readonly Told[]): Group[] {
  const projectOf = (one: Told) => (one.table === "project" ? one.row : (one.project ?? null));
  return grouped(touched, (one) => projectOf(one) ?? "").map(([key, list]) => ({
    key,
    project: list[0] ? projectOf(list[0]) : null,
    acts: grouped(list, (one) => `${one.ms} ${one.person} ${one.label}`)
      .map(([, together]) => ({
        ms: together[0]?.ms ?? 0,
        person: together[0]?.person ?? "",
        label: together[0]?.label ?? "",
        records: recordsOf(together),
      }))
      .sort((a, b) => b.ms - a.ms),
  }));
}
