/** The ledger's filter as part of its address, and as the question to the core. */
import type { Carried, Column, Filter, ListId, ProjectQuery, Stage } from "../bindings/types";

export interface LedgerSearch {
  text?: string;
  region?: string;
  /** Name of the region, for the chip. */
  regionName?: string;
  stage?: Stage;
  carried?: Carried;
  list?: ListId;
  issue?: true;
  sort?: Column;
  down?: true;
}

export const STAGES = [
  "conceived",
  "negotiating",
  "signed",
  "preparing",
  "land",
  "started",
  "building",
  "completed",
  "operating",
  "full",
] as const satisfies readonly Stage[];

export const CARRIED = ["new", "continued"] as const satisfies readonly Carried[];

const SORTS: readonly Column[] = [
  "name",
  "code",
  "region",
  "enterprise",
  "stage",
  "carried",
  "total",
  "plan",
  "done_total",
  "rate",
  "image",
  "issue",
  "leader",
  "responsible_unit",
  "started_planned",
  "started_actual",
  "completed_planned",
  "entered",
];

function one<V extends string>(choices: readonly V[], value: unknown): V | undefined {
  return choices.find((choice) => choice === value);
}

const words = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** What is understood of an address; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): LedgerSearch {
  const read: LedgerSearch = {
    text: words(typeof search.text === "number" ? String(search.text) : search.text),
    region: words(typeof search.region === "number" ? String(search.region) : search.region),
    regionName: words(search.regionName),
    stage: one(STAGES, search.stage),
    carried: one(CARRIED, search.carried),
    list: words(search.list),
    issue: search.issue === true ? true : undefined,
    sort: one(SORTS, search.sort),
    down: search.down === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as LedgerSearch;
}

/** One character finds half the ledger: words count from two on (a code fragment or a name). */
export const findable = (text: string | undefined) => (text && [...text.trim()].length >= 2 ? text.trim() : null);

export function toQuery(search: LedgerSearch, offset: number, limit: number): ProjectQuery {
  const filters: Filter[] = [];
  for (const column of ["region", "stage", "carried", "list"] as const) {
    const value = search[column];
    if (value) filters.push({ column, op: "any_of", values: [value] });
  }
  if (search.issue) filters.push({ column: "issue", op: "filled", values: [] });
  return {
    text: findable(search.text),
    filters,
    sort: search.sort ? [{ column: search.sort, descending: search.down ?? false }] : [],
    group: null,
    offset,
    limit,
    with_sums: true,
    with_groups: false,
  };
}

export function isFiltered(search: LedgerSearch): boolean {
  return Boolean(
    findable(search.text) || search.region || search.stage || search.carried || search.list || search.issue,
  );
}
