/** A route and its steps in words. */
import type { ListedStep, RouteWarning, StepRoute, Unit } from "../../../bindings/types";
import { i18next, type Lang } from "../../../i18n";
import { briefDay, denseDay } from "../../../lib/day";

export const stepName = ({ step }: ListedStep, lang: Lang) => (lang === "zh" ? step.name : step.name_en);

export const stepOf = (route: StepRoute, code: string | null) => route.steps.find((step) => step.step.code === code);

/** The step a route stands at. */
export const standsAt = (route: StepRoute) => stepOf(route, route.now);

/** A day where there is little room: 03-24, 3月底前. */
export const shortDay = (day: string, today: string, lang: Lang) =>
  day.includes("/") ? briefDay(day, today, lang) : denseDay(day, today.slice(0, 4));

/** 超期 2 个工作日, 今日到期, 剩余 3 个工作日. */
export function leftWords(left: number): string {
  const { t } = i18next;
  if (left === 0) return t("path.today");
  return left < 0 ? t("path.over", { count: -left }) : t("path.left", { count: left });
}

/** Overdue, within three working days, or neither: as an approval (`states.ts`). */
export function pressOf(step: ListedStep): "late" | "soon" | "calm" {
  if (step.days_left === null) return "calm";
  if (step.days_left < 0) return "late";
  return step.days_left <= 3 ? "soon" : "calm";
}

/** 10 个工作日, 30 个日历日, as it stands within a sentence. */
export const timeWords = ({ unit, days }: { unit: Unit; days: number }) =>
  i18next.t(`routes.time.${unit}`, { count: days });

/** What does not fit, in a sentence. */
export function warningWords(warning: RouteWarning, route: StepRoute, today: string, lang: Lang): string {
  const other = stepOf(route, warning.other);
  const said = {
    step: other ? stepName(other, lang) : warning.other,
    day: shortDay(warning.day, today, lang),
    time: timeWords(warning),
  };
  return i18next.t(`routes.warning.${warning.kind}`, said);
}

/** What the law says of the time of a step. */
export function lawWords(step: ListedStep, route: StepRoute, today: string, lang: Lang): string | null {
  const { lasts, within } = step.step;
  const { t } = i18next;
  if (lasts) {
    const time = timeWords(lasts);
    const ends = step.ends_on && t("routes.ends", { day: shortDay(step.ends_on, today, lang) });
    return [t("routes.lasts", { time }), ends].filter(Boolean).join(t("routes.and"));
  }
  if (!within) return null;
  const after = stepOf(route, within.step);
  const time = timeWords(within);
  return t("routes.within", { time, step: after ? stepName(after, lang) : within.step });
}

/** Where a route stands, in one line: 4/17 签协议. */
export function standingWords(route: StepRoute, lang: Lang): string {
  const { t } = i18next;
  const now = standsAt(route);
  if (route.state === "not_needed" || route.state === "not_begun") return t(`routes.state.${route.state}`);
  const share = t("routes.share", { done: route.done, all: route.of });
  return `${share} ${now ? stepName(now, lang) : t("routes.state.done")}`;
}
