/** What an open need waits for: the day that the light speaks of, and how many days that is. */
import type { LightReason, Matter, ProjectFile } from "../bindings/types";
import { i18next } from "../i18n";
import { parts } from "../lib/day";

/** Delivered in full. */
export const isMet = (need: Pick<Matter, "required" | "delivered">): boolean =>
  need.required !== null && need.required > 0 && (need.delivered ?? 0) >= need.required;

/** Neither closed by `today` nor delivered in full. */
export const isOpen = (need: Matter, today: string): boolean =>
  (need.closed_on === null || need.closed_on > today) && !isMet(need);

/** Why the project's light speaks of this need. */
export function reasonOf(need: Matter, { light }: Pick<ProjectFile, "light">): LightReason | undefined {
  const days = [need.need_by, need.promised_on].flatMap((day) => (day === null ? [] : [dayOf(day)]));
  return light.reasons.find((one) => one.what === (need.element ?? need.content) && days.includes(one.due));
}

/** Working days, without their word, as in every list: 超期 3, 今日到期, 剩余 2. */
export function daysWords(left: number): string {
  if (left === 0) return i18next.t("approvals.today");
  return i18next.t(left < 0 ? "approvals.over" : "approvals.remains", { count: Math.abs(left) });
}

/** The day itself, without how much of it is known. */
export function dayOf(text: string): string {
  const { year, month, day } = parts(text);
  return [String(year), month, day].map((n) => String(n).padStart(2, "0")).join("-");
}
