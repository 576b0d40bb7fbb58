/** Where somebody was in the sheet, so that coming back from a project finds the same row. */
import type { Chosen } from "./range";
import type { LedgerSearch } from "./search";

interface Place {
  chosen: Chosen;
  closed: ReadonlySet<string>;
  top: number;
}

let last: { key: string; place: Place } | null = null;

const keyOf = (search: LedgerSearch) => JSON.stringify(search);

export function remember(search: LedgerSearch, place: Place): void {
  last = { key: keyOf(search), place };
}

export const kept = (search: LedgerSearch): Place | null => (last?.key === keyOf(search) ? last.place : null);
