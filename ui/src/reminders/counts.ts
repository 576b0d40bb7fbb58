/** Reminders of due days: what each says today, and how many there are of each. */
import type { Reminder } from "../bindings/types";
import { i18next } from "../i18n";

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

/** 即将到期 2 · 今日到期 1 · 已超期 2 */
export function countWords(reminders: readonly Reminder[], today: string): string {
  const { t } = i18next;
  return countsOf(reminders, today)
    .map(({ sort, count }) => t(`reminders.counts.${sort}`, { count }))
    .join(t("reminders.between"));
}

/** 还有5天, 今天到期, 已超14天. */
export function howWords(one: Reminder, today: string): string {
  const { t } = i18next;
  const count = Math.abs(daysBetween(one.due_on, today));
  const sort = sortOf(one, today);
  if (sort === "formal") return count === 0 ? t("reminders.formalToday") : t("reminders.formalSince", { count });
  return sort === "today" ? t("reminders.today") : t(`reminders.${sort}`, { count });
}
