/** Reminders of due days against today: of which sort each is, and how many there are of each. */
import type { Reminder } from "../bindings/types";

export const SORTS = ["over", "today", "ahead", "formal"] as const;
export type Sort = (typeof SORTS)[number];

/** Days looked back, so that what fell on days off is still told. */
const BACK = 3;
const DAY_MS = 86_400_000;

export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** What is told today: what was to be told on the days just past, too. */
export function spanOf(today: string): { from: string; to: string } {
  return { from: new Date(Date.parse(today) - BACK * DAY_MS).toISOString().slice(0, 10), to: today };
}

/** Against the day the core counts to; what can be made formal is never over. */
export function sortOf({ what, due_on }: Reminder, today: string): Sort {
  if (what === "formal") return "formal";
  return due_on < today ? "over" : due_on === today ? "today" : "ahead";
}

/** Those there are, the most pressing first. */
export function countsOf(reminders: readonly Reminder[], today: string): { sort: Sort; count: number }[] {
  const of = (sort: Sort) => ({ sort, count: reminders.filter((one) => sortOf(one, today) === sort).length });
  return SORTS.map(of).filter((one) => one.count > 0);
}
