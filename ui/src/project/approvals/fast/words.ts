import type { Checklist, FastClass, FastHeld } from "../../../bindings/types";
import { i18next, type Lang } from "../../../i18n";
import { wordDay } from "../../../lib/day";

export const CLASSES: FastClass[] = ["infrastructure", "industry", "livelihood"];

/** The decision in a line: class, meeting, letters, and the formal papers with what they still lack. */
export function fastWords({ track, missing, open, start_on }: FastHeld, lang: Lang): string {
  const { t } = i18next;
  const parts = [
    t(`fast.class.${track.class}`),
    t("fast.met", { day: wordDay(track.met_on, lang) }),
    track.document,
    t("fast.count", { count: 3 - missing.length }),
    start_on === null && t("fast.noDay"),
    open.length > 0 && t("fast.good", { day: wordDay(track.formal_by, lang) }),
    open.length > 0 ? t("fast.open", { count: open.length }) : t("fast.allGood"),
  ];
  return parts.filter(Boolean).join(t("fast.between"));
}

/** That the formal papers are late, now or by forecast. */
export function lateWords({ overdue, late_days }: FastHeld): string | null {
  if (overdue) return i18next.t("fast.overdue");
  return late_days === null ? null : i18next.t("fast.late", { count: late_days });
}

/** Why the start is forecast so. */
export function whyWords(list: Checklist, lang: Lang): string | undefined {
  if (!list.fast || list.formal_on === null) return undefined;
  return i18next.t("fast.why", { document: list.fast.track.document, day: wordDay(list.formal_on, lang) });
}
