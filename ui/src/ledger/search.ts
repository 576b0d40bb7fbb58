/** The ledger's filter as part of its address, and as the question to the core. */
import type { Carried, ListId, ProjectQuery, SortBy, Stage } from "../bindings/types";

export interface LedgerSearch {
  text?: string;
  region?: string;
  /** Name of the region, for the chip. */
  regionName?: string;
  stage?: Stage;
  carried?: Carried;
  list?: ListId;
  issue?: true;
  sort?: SortBy;
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

const SORTS: readonly SortBy[] = [
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
  return {
    text: findable(search.text),
    region: search.region ?? null,
    stage: search.stage ?? null,
    standing: null,
    carried: search.carried ?? null,
    list: search.list ?? null,
    has_issue: search.issue ?? null,
    sort: search.sort ?? null,
    descending: search.down ?? false,
    offset,
    limit,
  };
}

export function isFiltered(search: LedgerSearch): boolean {
  return Boolean(
    findable(search.text) || search.region || search.stage || search.carried || search.list || search.issue,
  );
}
