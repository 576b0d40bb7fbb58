/** Days of a year as they are drawn: weeks, runs of days, a notice by its holidays, and one version beside another. */
import type { NoticeDay, NoticeVersion } from "../bindings/types";

const DAY_MS = 86_400_000;
const ms = (on: string) => Date.parse(`${on}T00:00:00Z`);
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

export const plusDays = (on: string, n: number) => iso(ms(on) + n * DAY_MS);
export const daysBetween = (from: string, to: string) => Math.round((ms(to) - ms(from)) / DAY_MS);

/** Monday is 0. */
const weekdayOf = (on: string) => (new Date(ms(on)).getUTCDay() + 6) % 7;
export const isWeekend = (on: string) => weekdayOf(on) > 4;

/** Six weeks from Monday on; empty where the month is not. */
export function monthWeeks(year: number, month: number): (string | null)[][] {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const from = plusDays(first, -weekdayOf(first));
  const cell = (n: number) => {
    const on = plusDays(from, n);
    return on.slice(0, 7) === first.slice(0, 7) ? on : null;
  };
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => cell(week * 7 + day)));
}

/** The end of December of the year before: New Year's days and the days worked for them may lie there. */
export const decemberBefore = (year: number) => Array.from({ length: 10 }, (_, n) => `${year - 1}-12-${22 + n}`);

export interface Run {
  from: string;
  to: string;
}

/** Days in order as runs; days that differ in what `of` says are not joined. */
export function runsOf(days: readonly string[], of: (on: string) => string = () => ""): Run[] {
  const runs: Run[] = [];
  for (const on of [...days].sort()) {
    const last = runs.at(-1);
    if (last && plusDays(last.to, 1) === on && of(last.to) === of(on)) last.to = on;
    else runs.push({ from: on, to: on });
  }
  return runs;
}

export interface Holiday {
  name: string;
  off: Run[];
  /** How many days are off. */
  count: number;
  work: Run[];
}

/** A notice as it is read: holiday by holiday, in the order of the year. */
export function holidaysOf(days: readonly NoticeDay[]): Holiday[] {
  const names = [...new Set([...days].sort((a, b) => a.on.localeCompare(b.on)).map((day) => day.name))];
  return names.map((name) => {
    const of = (off: boolean) => days.filter((day) => day.name === name && day.off === off).map((day) => day.on);
    return { name, off: runsOf(of(true)), count: of(true).length, work: runsOf(of(false)) };
  });
}

/** Names a version among those of its year; the program's own have no id. */
export const versionKey = (version: NoticeVersion) => version.id ?? `${version.published_on} ${version.number}`;

export const byDay = (days: readonly NoticeDay[]) => new Map(days.map((day) => [day.on, day]));

/** What a day is: off, worked, or an ordinary weekday or weekend. */
export type DayState = "off" | "work" | "weekday" | "weekend";

export function stateOf(days: ReadonlyMap<string, NoticeDay>, on: string): DayState {
  const day = days.get(on);
  if (day) return day.off ? "off" : "work";
  return isWeekend(on) ? "weekend" : "weekday";
}

export interface Difference extends Run {
  was: DayState;
  is: DayState;
}

/** The days of which an earlier version said otherwise than a later one. */
export function changedDays(earlier: readonly NoticeDay[], later: readonly NoticeDay[]): string[] {
  const [before, after] = [byDay(earlier), byDay(later)];
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.filter((on) => stateOf(before, on) !== stateOf(after, on));
}

/** Where an earlier version said otherwise than a later one. */
export function differences(earlier: readonly NoticeDay[], later: readonly NoticeDay[]): Difference[] {
  const [before, after] = [byDay(earlier), byDay(later)];
  const said = (on: string) => `${stateOf(before, on)} ${stateOf(after, on)}`;
  const runs = runsOf(changedDays(earlier, later), said);
  return runs.map((run) => ({ ...run, was: stateOf(before, run.from), is: stateOf(after, run.from) }));
}
