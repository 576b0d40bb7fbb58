/** Milestones in words: how long it took, and why an answer is no or not known. */
import type { MilestoneCheck, MilestoneSpan } from "../bindings/types";
import { i18next } from "../i18n";

export const daysWords = ({ days, exact }: MilestoneSpan): string =>
  i18next.t(exact ? "milestones.days" : "milestones.about", { count: days });

/** Whole months and what is over; nothing below a month. */
export function monthsWords({ months, rest }: Pick<MilestoneSpan, "months" | "rest">): string {
  if (months === 0) return "";
  const { t } = i18next;
  return rest === 0 ? t("milestones.months", { months }) : t("milestones.monthsDays", { months, days: rest });
}

export const whyWords = (check: MilestoneCheck): string =>
  check.why
    .map((why) => i18next.t(`milestones.cause.${why.cause}`, { kind: i18next.t(`milestones.kind.${why.kind}`) }))
    .join(i18next.t("milestones.and"));
