/** Whose figures, as of which day: part of the page's address, and the question to the core. */
import type { BoardQuery, ListId, Scope } from "../bindings/types";

export const QUESTIONS = [
  "starts",
  "money",
  "statistics",
  "yearly",
  "places",
  "stuck",
  "why",
  "leader",
  "tasks",
  "gaps",
  "ratings",
  "sheet",
] as const;
export type Question = (typeof QUESTIONS)[number];

export interface BoardSearch {
  list?: ListId;
  region?: string;
  leader?: string;
  chain?: string;
  /** `2022-03`: the figures of an earlier month, as of its last day. */
  month?: string;
  /** The question whose detail is open. */
  q?: Question;
  /** The project of question 7. */
  project?: string;
  /** The leader of question 8. */
  of?: string;
}

const words = (value: unknown) =>
  typeof value === "number" ? String(value) : typeof value === "string" && value !== "" ? value : undefined;

export function readBoard(search: Record<string, unknown>): BoardSearch {
  const read: BoardSearch = {
    list: words(search.list),
    region: words(search.region),
    leader: words(search.leader),
    chain: words(search.chain),
    month: /^\d{4}-\d{2}$/.test(String(search.month)) ? String(search.month) : undefined,
    q: QUESTIONS.find((q) => q === search.q),
    project: words(search.project),
    of: words(search.of),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as BoardSearch;
}

export function scopeOf(search: BoardSearch): Scope {
  return {
    list: search.list ?? null,
    region: search.region ?? null,
    leader: search.leader ?? null,
    chain: search.chain ?? null,
  };
}

/** The last day of an earlier month; today for the month that runs. */
export function asOf(search: BoardSearch, today: string): string | null {
  if (!search.month || search.month >= today.slice(0, 7)) return null;
  const [year = 0, month = 1] = search.month.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export const toBoard = (search: BoardSearch, today: string): BoardQuery => ({
  scope: scopeOf(search),
  as_of: asOf(search, today),
});
