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
  /** The project's identity, or the table of records that belong to none that is known. */
  key: string;
  project: string | null;
  table: string;
  acts: Done[];
}

/** Newest first, as they come. */
export function groupsOf(touched: readonly Told[]): Group[] {
  const projectOf = (one: Told) => (one.table === "project" ? one.row : (one.project ?? null));
  return grouped(touched, (one) => projectOf(one) ?? one.table).map(([key, list]) => ({
    key,
    project: list[0] ? projectOf(list[0]) : null,
    table: list[0]?.table ?? "",
    acts: grouped(list, (one) => `${one.ms} ${one.person} ${one.label}`).map(([, together]) => ({
      ms: together[0]?.ms ?? 0,
      person: together[0]?.person ?? "",
      label: together[0]?.label ?? "",
      records: grouped(together, (one) => one.table).map(([table, rows]) => [table, rows.map((one) => one.row)]),
    })),
  }));
}
