/** What the ledger is asked, as part of its address and as the question to the core. */
import type { Carried, Column, FigureRows, Filter, Op, ProjectQuery, SortKey, Stage } from "../bindings/types";
import { readFigure } from "../board/rows";
import { isColumn, specOf } from "./spec";

export interface LedgerSearch {
  text?: string;
  filters?: Filter[];
  sort?: SortKey[];
  group?: Column;
  /** Only the rows that a figure of the board counted. */
  figure?: FigureRows;
  /** The view that was picked: a built-in one or a saved one's identity. */
  view?: string;
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

const OPS: readonly Op[] = [
  "any_of",
  "none_of",
  "contains",
  "lacks",
  "at_least",
  "at_most",
  "between",
  "filled",
  "empty",
];

const words = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

function readFilter(value: unknown): Filter | null {
  const { column, op, values } = (value ?? {}) as Partial<Filter>;
  if (!isColumn(column) || op === undefined || !OPS.includes(op)) return null;
  return { column, op, values: Array.isArray(values) ? values.map(String) : [] };
}

function readSort(value: unknown): SortKey | null {
  const { column, descending } = (value ?? {}) as Partial<SortKey>;
  return isColumn(column) && specOf(column).sorts ? { column, descending: descending === true } : null;
}

function list<V>(value: unknown, read: (one: unknown) => V | null): V[] | undefined {
  const found = Array.isArray(value) ? value.map(read).filter((one): one is V & {} => one !== null) : [];
  return found.length > 0 ? found : undefined;
}

/** What is understood of an address; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): LedgerSearch {
  const read: LedgerSearch = {
    text: words(typeof search.text === "number" ? String(search.text) : search.text),
    filters: list(search.filters, readFilter),
    sort: list(search.sort, readSort),
    group: isColumn(search.group) && specOf(search.group).groups ? search.group : undefined,
    figure: readFigure(search.figure),
    view: words(search.view),
  };
  return whole(read);
}

const whole = (search: LedgerSearch) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as LedgerSearch;

/** One character finds half the ledger: words count from two on (a code fragment or a name). */
export const findable = (text: string | undefined) => (text && [...text.trim()].length >= 2 ? text.trim() : null);

export function toQuery(search: LedgerSearch, offset: number, limit: number): ProjectQuery {
  return {
    text: findable(search.text),
    filters: search.filters ?? [],
    sort: search.sort ?? [],
    group: search.group ?? null,
    ...(search.figure ? { figure: search.figure } : {}),
    offset,
    limit,
    with_sums: true,
    with_groups: false,
  };
}

/** The address of a kept question. */
export function fromQuery(query: ProjectQuery, view: string): LedgerSearch {
  return whole({
    text: query.text ?? undefined,
    filters: query.filters.length > 0 ? query.filters : undefined,
    sort: query.sort.length > 0 ? query.sort : undefined,
    group: query.group ?? undefined,
    figure: query.figure ?? undefined,
    view,
  });
}

export const sameQuestion = (a: LedgerSearch, b: LedgerSearch) =>
  JSON.stringify(toQuery(a, 0, 0)) === JSON.stringify(toQuery(b, 0, 0));

export function isFiltered(search: LedgerSearch): boolean {
  return findable(search.text) !== null || (search.filters ?? []).length > 0 || search.figure !== undefined;
}

export const filterOn = (search: LedgerSearch, column: Column) => search.filters?.find((f) => f.column === column);

/** Sets what is asked of a column in place, or no longer asks it. */
export function withFilter(search: LedgerSearch, column: Column, filter: Filter | null): LedgerSearch {
  const filters = search.filters ?? [];
  const at = filters.findIndex((f) => f.column === column);
  const rest = filters.filter((f) => f.column !== column);
  const set = filter === null ? rest : at < 0 ? [...rest, filter] : rest.toSpliced(at, 0, filter);
  return whole({ ...search, filters: set.length > 0 ? set : undefined });
}

export function withText(search: LedgerSearch, text: string): LedgerSearch {
  return whole({ ...search, text: text === "" ? undefined : text });
}

export function withGroup(search: LedgerSearch, group: Column | null): LedgerSearch {
  return whole({ ...search, group: group ?? undefined });
}

export function unfiltered({ sort, group, view }: LedgerSearch): LedgerSearch {
  return whole({ sort, group, view });
}

/** Figures are first shown from the largest down, everything else from the first up. */
const firstDown = (column: Column) => ["money", "rate"].includes(specOf(column).kind);

/** Sorting by one column: first its natural way, then the other, then as entered. `add` keeps the keys before it. */
export function withSort(search: LedgerSearch, column: Column, add = false): LedgerSearch {
  if (!specOf(column).sorts) return search;
  const keys = search.sort ?? [];
  const now = keys.find((key) => key.column === column);
  const others = add ? keys.filter((key) => key.column !== column) : [];
  const first = firstDown(column);
  const next = now === undefined ? first : now.descending === first ? !first : null;
  const own = next === null ? [] : [{ column, descending: next }];
  const place = add && now ? keys.indexOf(now) : others.length;
  const sort = others.toSpliced(place, 0, ...own);
  return whole({ ...search, sort: sort.length > 0 ? sort : undefined });
}

export function sortedBy(search: LedgerSearch, sort: SortKey[]): LedgerSearch {
  return whole({ ...search, sort: sort.length > 0 ? sort : undefined });
}

/** No longer only what a figure counted. */
export function withoutFigure({ figure: _, ...rest }: LedgerSearch): LedgerSearch {
  return rest;
}
