import type { Listed, State } from "../../bindings/types";
import type { Fill } from "../../frame/icons";
import { bindingOf } from "./path/bars";

/** 施工许可 in the library of items. */
export const PERMIT = "C05";

const FILLS: Record<State, Fill> = {
  not_collected: "dashed",
  not_applicable: "empty",
  not_started: "dashed",
  preparing: "quarter",
  submitted: "quarter",
  correcting: "quarter",
  not_accepted: "refused",
  accepted: "half",
  lacking_accepted: "half",
  reviewing: "most",
  stopped: "stopped",
  extended: "most",
  lacking_passed: "done",
  approved: "done",
  delivered: "done",
  refused: "refused",
  withdrawn: "refused",
  terminated: "refused",
};

export const fillOf = (state: State): Fill => FILLS[state];

/** Nobody told the day its clock begins on, or the day it was decided on. */
export const isUntold = (item: Listed): boolean => item.waived === null && item.untold;

/** What a next step usually is; a decision is never offered first where there is another. */
const USUAL: readonly State[] = ["accepted", "reviewing", "delivered", "submitted"];

/** The step that is offered first among those that may come next: never a stop or a refusal where there is another. */
export const usualOf = (choices: readonly State[]): State | undefined =>
  choices.find((state) => USUAL.includes(state)) ?? choices.find((state) => state === "approved") ?? choices[0];

export type Pressure = "late" | "soon" | "calm";

/** Overdue, within three working days, or neither (`shade` of the project's light). */
export function pressure(item: Listed): Pressure {
  if (item.done || item.days_left === null) return "calm";
  if (item.days_left < 0) return "late";
  return item.days_left <= 3 ? "soon" : "calm";
}

/** The due day is counted over a year that has no notice yet; a day printed on a sheet is not counted. */
export function isEstimate(item: Listed): boolean {
  const clock = bindingOf(item);
  return item.due_on !== null && clock?.provisional === true && clock.due_on === item.due_on;
}
