import type { Checklist, FastClass, FastHeld, ProjectId } from "../../../bindings/types";
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

/** Why its lamp is red or amber, the worst first: the formal papers or a letter are late, or soon will be. */
export function lateWords({ overdue, late_days, letters, shade }: FastHeld): string | null {
  const { t } = i18next;
  if (shade !== "red" && shade !== "amber") return null;
  if (overdue) return t("fast.overdue");
  if (letters.some((held) => held.shade === "red")) return t("fast.lettersLate");
  if (late_days !== null) return t("fast.late", { count: late_days });
  return t(letters.some((held) => held.shade === "amber") ? "fast.lettersSoon" : "fast.goodSoon");
}

/** Why the start is forecast so. */
export function whyWords(list: Checklist, lang: Lang): string | undefined {
  if (!list.fast || list.formal_on === null) return undefined;
  return i18next.t("fast.why", { document: list.fast.track.document, day: wordDay(list.formal_on, lang) });
}

/** Under this a decision that is being typed is kept. */
export const fastKey = (project: ProjectId): string => `fast:${project}`;
