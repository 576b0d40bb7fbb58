/** What is drawn of one item on the line of time: what happened, what stood still, what is late, what is to come. */
import type { ApprovalStep, Clocked, Listed } from "../../../bindings/types";
import { type Axis, later, left, right, type Span } from "./axis";

/** `handed`: with the office and not accepted yet, so no clock runs. */
export type BarKind = "done" | "handed" | "run" | "over" | "stop" | "ahead";

export interface Bar {
  kind: BarKind;
  from: number;
  to: number;
}

export interface Tick {
  x: number;
  of: "promise" | "law";
}

export interface Drawn {
  bars: Bar[];
  ticks: Tick[];
  /** From the forecast to the last day that moves nothing. */
  slack: { from: number; to: number } | null;
  /** Where the bars end and words may stand. */
  end: number;
  /** It began before the first day that is drawn. */
  cut: boolean;
}

/** The limit that binds: the promise if there is one, else the law's. */
export const bindingOf = (item: Listed): Clocked | null => item.promised ?? item.statutory;

/** From each stop to the step that ended it; an extension granted meanwhile ends none. One that is open goes on `until`. */
export function stopsOf(steps: readonly ApprovalStep[], until: string): Span[] {
  return steps.flatMap((step, n) => {
    if (step.state !== "stopped") return [];
    const ended = steps.slice(n + 1).find((next) => next.state !== "extended");
    return [{ from: step.happened_on, to: ended?.happened_on ?? until }];
  });
}

const earliest = (a: string, b: string) => (a < b ? a : b);

/** What lies before today. */
function past(item: Listed, axis: Axis, today: string): Bar[] {
  const { submitted_on, accepted_on } = item;
  const decided = item.decided_on ?? (item.done ? item.since : null);
  const begun = submitted_on ?? accepted_on;
  if (decided !== null) {
    return [{ kind: "done", from: left(axis, earliest(begun ?? decided, decided)), to: right(axis, decided) }];
  }
  const bars: Bar[] = [];
  if (submitted_on !== null && submitted_on !== accepted_on) {
    const to = accepted_on === null ? right(axis, today) : left(axis, accepted_on);
    bars.push({ kind: "handed", from: left(axis, submitted_on), to });
  }
  if (accepted_on !== null) {
    const late = item.due_on !== null && item.due_on < today ? item.due_on : null;
    const to = right(axis, late ?? today);
    bars.push({ kind: "run", from: left(axis, accepted_on), to });
    if (late !== null) bars.push({ kind: "over", from: to, to: right(axis, today) });
  }
  return bars;
}

function stopped(item: Listed, axis: Axis, today: string): Bar[] {
  const begun = item.submitted_on ?? item.accepted_on;
  const ended = item.decided_on ?? today;
  if (begun === null) return [];
  return stopsOf(item.steps, ended)
    .filter((stop) => stop.from >= begun && stop.from <= ended)
    .map((stop) => ({ kind: "stop", from: left(axis, stop.from), to: right(axis, earliest(stop.to, ended)) }));
}

/** What is to come, by forecast: from today, or from the first day it can be accepted. */
function ahead(item: Listed, axis: Axis, today: string): Bar[] {
  const { forecast_on } = item;
  if (item.done || forecast_on === null) return [];
  const running = item.accepted_on !== null && item.decided_on === null;
  if (running && forecast_on <= today) return [];
  const from = right(axis, running ? today : (item.begins_on ?? today));
  return [{ kind: "ahead", from, to: Math.max(right(axis, forecast_on), from) }];
}

function ticks(item: Listed, axis: Axis): Tick[] {
  const { due_on, statutory } = item;
  if (due_on === null || item.done) return [];
  const first: Tick = { x: right(axis, due_on), of: item.promised ? "promise" : "law" };
  const law = item.promised && statutory?.due_on;
  return law && law !== due_on ? [first, { x: right(axis, law), of: "law" }] : [first];
}

export function barsOf(item: Listed, axis: Axis, today: string): Drawn {
  if (item.waived !== null) return { bars: [], ticks: [], slack: null, end: 0, cut: false };
  const bars = [...past(item, axis, today), ...ahead(item, axis, today), ...stopped(item, axis, today)]
    // Nothing is too short to be seen.
    .map((bar) => ({ ...bar, to: Math.max(bar.to, bar.from + 2) }));
  const { forecast_on, slack } = item;
  const spare =
    forecast_on !== null && slack !== null && slack > 0
      ? { from: right(axis, forecast_on), to: later(axis, forecast_on, slack) }
      : null;
  const begun = item.submitted_on ?? item.accepted_on ?? item.decided_on;
  return {
    bars,
    ticks: ticks(item, axis),
    slack: spare,
    end: Math.max(0, spare?.to ?? 0, ...bars.map((bar) => bar.to)),
    cut: begun !== null && begun < (axis.days[0] ?? begun),
  };
}

/** What a legend has to explain of what is drawn. */
export type Sign = "critical" | "other" | "done" | "handed" | "ahead" | "stop" | "over" | "promise" | "law" | "slack";

/** The signs that are drawn of these items. */
export function signsOf(items: readonly Listed[], axis: Axis, today: string): Set<Sign> {
  const signs = new Set<Sign>();
  for (const item of items) {
    const { bars, ticks, slack } = barsOf(item, axis, today);
    for (const { kind } of bars) {
      if (kind !== "run") signs.add(kind);
      if (kind !== "done" && item.critical && !item.done) signs.add("critical");
      else if (kind === "run") signs.add("other");
    }
    for (const { of } of ticks) signs.add(of);
    if (slack) signs.add("slack");
  }
  return signs;
}
