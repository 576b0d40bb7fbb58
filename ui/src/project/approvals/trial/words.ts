/** Changes, days before and after, and circles, in words. */
import type { Listed, Shift, State, StepPreview, TrialChange } from "../../../bindings/types";
import { i18next, type Lang } from "../../../i18n";
import { briefDay, denseDay } from "../../../lib/day";
import { limitWords } from "../DayStrip";

/** The names of items, for codes as the core has them. */
export function namesOf(codes: readonly string[], items: readonly Listed[], lang: Lang): string[] {
  return codes.map((code) => {
    const item = items.find((one) => one.code === code);
    return item ? (lang === "zh" ? item.name : item.name_en) : code;
  });
}

/** Names in a sentence, set apart: some of them hold marks of their own. */
export const listWords = (codes: readonly string[], items: readonly Listed[], lang: Lang): string =>
  namesOf(codes, items, lang)
    .map((name) => i18next.t("trial.quoted", { name }))
    .join(i18next.t("trial.list"));

/** Which item, or what a bundle is called; and what is done otherwise with it. */
export function changeWords(
  change: TrialChange,
  items: readonly Listed[],
  today: string,
  lang: Lang,
): [string, string] {
  const { t } = i18next;
  if (change.kind === "bundle") {
    return [change.name, t("trial.says.bundle", { items: listWords(change.items, items, lang) })];
  }
  const [name = change.item] = namesOf([change.item], items, lang);
  if (change.kind === "promise") {
    const limit = limitWords({ half_days: change.half_days, unit: "working" });
    return [name, t("trial.says.promise", { limit })];
  }
  const before = listWords(change.before, items, lang);
  if (change.kind === "parallel") return [name, t("trial.says.parallel", { before })];
  if (change.by === null) return [name, t("trial.says.lacking", { before })];
  return [name, t("trial.says.lackingBy", { before, day: briefDay(change.by, today, lang) })];
}

/** A → B → A. */
export const circleWords = (circle: readonly string[], items: readonly Listed[], lang: Lang) =>
  namesOf(circle, items, lang).join(" → ");

const arrow = ({ from, to }: Shift, say: (day: string) => string) =>
  [from, to].map((day) => (day === null ? i18next.t("trial.open") : say(day))).join(" → ");

/** 5月12日 → 5月20日. */
export const shiftWords = (shift: Shift, today: string, lang: Lang) =>
  arrow(shift, (day) => briefDay(day, today, lang));

/** For tables: 05-12 → 05-20; what does not move is said once. */
export function denseShift(shift: Shift, today: string): string {
  const say = (day: string) => denseDay(day, today.slice(0, 4));
  if (shift.from === shift.to) return shift.to === null ? "" : say(shift.to);
  return arrow(shift, say);
}

/** 提前 3 个工作日, 推后 3 个工作日; in a column of working days 提前 3. */
export function daysWords(days: number | null, column = false): string {
  if (days === null || days === 0) return "";
  const count = Math.abs(days);
  if (column) return i18next.t(days < 0 ? "trial.earlierBy" : "trial.laterBy", { days: count });
  return i18next.t(days < 0 ? "trial.earlier" : "trial.later", { count });
}

export const toneOf = (days: number | null) => (days === null || days === 0 ? undefined : days < 0 ? "green" : "red");

interface Part {
  text: string;
  /** Construction begins later. */
  late?: boolean;
}

/** 本项到期 4月7日 → 4月12日, 推后 4 项，最多 6 个工作日, 开工 5月12日 → 5月20日: what a step in this state moves. */
export function toldParts(told: StepPreview, state: State, today: string, lang: Lang): Part[] {
  const { t } = i18next;
  const parts: Part[] = [];
  const { due, later, most_days } = told;
  const { start } = told.moves;
  if (due.to === null) {
    if (due.from !== null && state === "stopped") parts.push({ text: t("trial.told.held") });
  } else if (due.from !== due.to) {
    const days = due.from === null ? briefDay(due.to, today, lang) : shiftWords(due, today, lang);
    parts.push({ text: t("trial.told.due", { days }) });
  }
  if (later > 0) {
    const how = most_days < 0 ? "trial.told.earlier" : "trial.told.later";
    parts.push({ text: t(how, { items: later, count: Math.abs(most_days) }) });
  }
  const moved = start.days ?? 0;
  if (moved !== 0) {
    // Where the items said which way, the start need not say it again.
    const same = later > 0 && moved < 0 === most_days < 0;
    const how = same ? "trial.told.start" : moved < 0 ? "trial.told.startEarlier" : "trial.told.startLater";
    parts.push({ text: t(how, { days: shiftWords(start, today, lang) }), late: moved > 0 });
  }
  if (later === 0 && moved === 0) parts.push({ text: t("trial.told.nothing") });
  return parts;
}
