/** Which page of which year: part of the address. */
export const YEAR_TABS = ["turn", "targets", "lists", "duties"] as const;
export type YearTab = (typeof YEAR_TABS)[number];

export interface YearSearch {
  tab?: YearTab;
  year?: number;
}

export function readYear(search: Record<string, unknown>): YearSearch {
  const tab = YEAR_TABS.find((name) => name === search.tab);
  const year = Number(search.year);
  return { ...(tab ? { tab } : {}), ...(year >= 1980 && year <= 2100 ? { year } : {}) };
}

/** From October on an office works at the next year's list; before, at this year's. */
export function usualYear(today: string): number {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month >= 10 ? year + 1 : year;
}
