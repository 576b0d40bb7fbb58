/** Words and small facts that the pages of a round share. */
import type { Round, RoundKind, Shade, StateCount, UnitState } from "../bindings/types";
import { i18next } from "../i18n";

/** `2023-03` as its round calls it: 2023年一季度, Q1 2023. */
export function periodName(kind: RoundKind, period: string): string {
  const [year = "", month = ""] = period.split("-");
  const n = Number(month);
  if (kind === "monthly") return i18next.t("rounds.month", { year, month: n });
  return i18next.t(`rounds.quarter.${Math.ceil(n / 3) as 1}`, { year });
}

/** `03-25 17:00` from a day and a minute of the day. */
export function dueWords(day: string, minute: number): string {
  return `${day} ${clock(minute)}`;
}

export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

export const STATES = [
  "received",
  "zero",
  "returned",
  "sent",
  "unsent",
  "stale",
  "manual",
] as const satisfies UnitState[];

/** How a round stands against its due day. */
export type Pressure = "early" | "today" | "late" | "closed";

/** Status is a shape before it is a colour: done, to be looked at, due; none while there is time. */
export function shadeOf(state: UnitState, pressure: Pressure): Shade | null {
  if (state === "received" || state === "zero") return "green";
  if (state === "stale" || state === "manual" || state === "returned") return "amber";
  if (pressure === "late") return "red";
  if (pressure === "today") return "amber";
  return pressure === "closed" ? "ring" : null;
}

export function pressureOf(round: Round, overdue: boolean, today: string): Pressure {
  if (overdue) return "late";
  if (round.closed_ms !== null) return "closed";
  return round.due_on === today ? "today" : "early";
}

export function countOf(counts: StateCount[], state: UnitState): number {
  return counts.find((one) => one.state === state)?.count ?? 0;
}

/** Every unit is in one of three heaps: 已报 + 未报 + 待处理 are all units, on every page that counts them. */
export const HEAPS = {
  reported: ["received", "zero"],
  missing: ["sent", "unsent"],
  toLookAt: ["returned", "stale", "manual"],
} as const satisfies Record<string, UnitState[]>;
export type Heap = keyof typeof HEAPS;

export const HEAP_NAMES = Object.keys(HEAPS) as Heap[];

/** Which states a heap holds: 已收、零报告. */
export const heapTitle = (heap: Heap, t: typeof i18next.t): string =>
  HEAPS[heap].map((state) => t(`rounds.state.${state}`)).join(t("import.comma"));

export const heapOf = (counts: StateCount[], heap: Heap): number =>
  HEAPS[heap].reduce((sum, state) => sum + countOf(counts, state), 0);

export const all = (counts: StateCount[]) => counts.reduce((sum, one) => sum + one.count, 0);

/** The last day of a month `2023-03`. */
export function lastDay(period: string): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The month, or the quarter's last month, that a day lies in. */
export function periodOf(kind: RoundKind, day: string): string {
  const [year = "", month = "1"] = day.split("-");
  const n = kind === "monthly" ? Number(month) : Math.ceil(Number(month) / 3) * 3;
  return `${year}-${String(n).padStart(2, "0")}`;
}

/** Thousandths as percent without needless decimals: 98%. */
export function shareWords(thousandths: number): string {
  return `${thousandths / 10}%`;
}
