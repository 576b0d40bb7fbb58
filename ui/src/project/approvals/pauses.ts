/** The words of pauses: for how long, with whom, and what ended them. */
import type { Clocked, Listed, Pause, State, StopKind } from "../../bindings/types";
import { i18next, stateWord } from "../../i18n";

/** 5 个工作日, or 5 日 where the limit counts all days. */
export const pausedDays = ({ days, unit }: Pick<Pause, "days" | "unit">): string =>
  i18next.t(`stopEnd.days.${unit}`, { count: days });

/** Days of the stops that lie on a clock's strip: of its round, and begun by the due day, which a later one does not move. */
export function stoppedOn({ days: [first], due_on }: Pick<Clocked, "days" | "due_on">, pauses: Pause[]): number {
  if (first === undefined) return 0;
  const on = ({ kind, from }: Pause) => kind !== null && from >= first.on && (due_on === null || from <= due_on);
  return pauses.filter(on).reduce((days, pause) => days + pause.days, 0);
}

/** The last pause that is not over. */
export const openPause = (item: Listed): Pause | undefined => item.pauses.findLast((pause) => pause.to === null);

/** 暂停 5 个工作日, 补正已 3 个工作日. */
export function pauseWords(pause: Pause): string {
  const days = pausedDays(pause);
  const over = pause.to !== null;
  if (pause.kind === null) return i18next.t(over ? "stopEnd.correctingLasted" : "stopEnd.correctingLasts", { days });
  return i18next.t(over ? "stopEnd.lasted" : "stopEnd.lasts", { days });
}

/** With whom it lay: 等项目单位, 由承办单位办理, 由省化工研究院办理. */
export function partyWords({ party, examiner }: Pick<Pause, "party" | "examiner">): string {
  return examiner === null ? i18next.t(`stopEnd.of.${party}`) : i18next.t("stopEnd.examiner", { who: examiner });
}

const endOf = (kind: StopKind | null): string => i18next.t(kind === null ? "stopEnd.correcting" : `stopEnd.${kind}`);

/** A state that ends a pause is named by what it ends: 专家评审结束，恢复计时; 补正完成，已受理. */
export function endedWord(item: Pick<Listed, "kind">, state: State, ended: Pause | undefined): string {
  const word = stateWord(item.kind, state);
  if (!ended || state === "stopped" || state === "correcting") return word;
  const what = endOf(ended.kind);
  if (ended.kind !== null && state === "reviewing") {
    return i18next.t(ended.restart ? "stopEnd.restart" : "stopEnd.resume", { what });
  }
  // What was refused, withdrawn or given up meanwhile ends nothing well.
  const goes = ["submitted", "accepted", "lacking_accepted", "reviewing"].includes(state);
  return goes ? i18next.t("stopEnd.state", { what, state: word }) : word;
}
