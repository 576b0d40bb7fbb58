/** What the call sheet is narrowed to: part of the address, so that the way back finds it. */
import type { Waiting } from "../bindings/types";

export const WAITING = ["overdue", "today", "near", "promised", "applicant", "silent"] as const satisfies Waiting[];

export interface TodaySearch {
  /** 我的: only what is mine. */
  mine?: boolean;
  waiting?: Waiting;
  /** Key of the party whose lines are all shown. */
  party?: string;
}

export function readToday(search: Record<string, unknown>): TodaySearch {
  const waiting = WAITING.find((one) => one === search.waiting);
  const party = typeof search.party === "string" ? search.party : undefined;
  const mine = typeof search.mine === "boolean" ? search.mine : undefined;
  return { ...(mine !== undefined && { mine }), ...(waiting && { waiting }), ...(party !== undefined && { party }) };
}
