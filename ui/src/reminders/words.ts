import type { Reminder } from "../bindings/types";
import { i18next } from "../i18n";
import { countsOf, daysBetween, sortOf } from "./counts";

/** 即将到期 2，今日到期 1，已超期 2 */
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
