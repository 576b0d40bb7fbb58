/** Where somebody was in the list, so that coming back from a project finds the same row. */
import type { ApprovalId } from "../bindings/types";

interface Place {
  windows: number;
  top: number;
  row: ApprovalId;
}

let last: { key: string; place: Place } | null = null;

export function remember(key: string, place: Place): void {
  last = { key, place };
}

export const kept = (key: string): Place | null => (last?.key === key ? last.place : null);
