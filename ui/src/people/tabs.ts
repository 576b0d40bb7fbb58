import type { WallBy } from "../bindings/types";

export const PEOPLE_TABS = ["book", "wall", "staffing"] as const;
export type PeopleTab = (typeof PEOPLE_TABS)[number];

export const WALLS = [
  "leader",
  "chief_service_officer",
  "service_officer",
  "unit_head",
  "liaison",
  "chain_head",
  "responsible_unit",
] as const satisfies readonly WallBy[];

export interface PeopleSearch {
  tab?: PeopleTab;
  /** What the book is looked through for. */
  find?: string;
  /** The unit of the book that is shown. */
  unit?: string;
  /** Somebody is to be added: to the unit that is shown, else to one of this name that is added first. */
  adds?: string;
  by?: WallBy;
  /** Whose line of the wall is shown. */
  name?: string;
}

const words = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

/** What is understood of an address; the rest is dropped. */
export function readPeople(search: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = {
    tab: PEOPLE_TABS.find((name) => name === search.tab),
    find: words(search.find),
    unit: words(search.unit),
    adds: words(search.adds),
    by: WALLS.find((by) => by === search.by),
    name: words(search.name),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as PeopleSearch;
}
