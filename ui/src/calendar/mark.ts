/** Marking days of a notice, or of one unit, one after the other. */
import type { NoticeDay } from "../bindings/types";
import zh from "../text/calendar.zh.json";
import { byDay, daysBetween, isWeekend, plusDays } from "./days";

/** Names of holidays are kept in Chinese, as the notices have them. */
export const HOLIDAYS = Object.keys(zh.calendar.holiday) as (keyof typeof zh.calendar.holiday)[];
export const NEW_YEAR = zh.calendar.holiday.new_year;

/** The holidays of which a notice says nothing; one that falls together with another stands in the name of both. */
export function missingHolidays(days: readonly NoticeDay[]): (typeof HOLIDAYS)[number][] {
  const named = [...new Set(days.flatMap((day) => day.name.split(zh.calendar.and)))].filter((name) => name !== "");
  return HOLIDAYS.filter((key) => {
    const whole = zh.calendar.holiday[key];
    return !named.some((name) => name.includes(whole) || (name.length > 1 && whole.startsWith(name)));
  });
}

/** A name belongs to marked days not further away than this. */
const NEAR = 10;
/** Not more than a month at once. */
const LONGEST = 31;

const inOrder = (days: NoticeDay[]) => days.sort((a, b) => a.on.localeCompare(b.on));

/** What a day is after it is clicked: a weekday is given off, a weekend day worked or off, then each is as it was. */
function next(on: string, now: NoticeDay | undefined): boolean | null {
  if (!isWeekend(on)) return now ? null : true;
  if (!now) return false;
  return now.off ? null : true;
}

/** The holiday whose days lie next to the day. */
function nearest(days: readonly NoticeDay[], on: string): string {
  const far = (day: NoticeDay) => Math.abs(daysBetween(day.on, on));
  const [found] = [...days].sort((a, b) => far(a) - far(b));
  return found && far(found) <= NEAR ? found.name : "";
}

/** A click on a day of a notice; `name` is the holiday that was chosen, the nearest one where none was. */
export function turnNotice(days: readonly NoticeDay[], on: string, name: string, year: number): NoticeDay[] {
  const off = next(on, byDay(days).get(on));
  const others = days.filter((day) => day.on !== on);
  if (off === null) return others;
  const called = on.startsWith(`${year}-`) ? name || nearest(days, on) : NEW_YEAR;
  return inOrder([...others, { on, name: called, off }]);
}

/** A click on a day of one unit: the other way round than everybody, or as everybody. */
export function turnUnit(
  days: readonly NoticeDay[],
  on: string,
  name: string,
  working: ReadonlySet<string>,
): NoticeDay[] {
  const others = days.filter((day) => day.on !== on);
  return others.length < days.length ? others : inOrder([...others, { on, name, off: working.has(on) }]);
}

/** Turns each day after `from` up to `to` that is not yet as `from` is. */
export function turnUpTo(
  days: readonly NoticeDay[],
  from: string,
  to: string,
  turn: (days: readonly NoticeDay[], on: string) => NoticeDay[],
): NoticeDay[] {
  const like = byDay(days).get(from)?.off;
  const step = to < from ? -1 : 1;
  let now = [...days];
  for (let n = 1; n <= Math.min(Math.abs(daysBetween(from, to)), LONGEST); n += 1) {
    const on = plusDays(from, n * step);
    // A weekday cannot be worked twice over: after as many turns as there are it is left as it was.
    let turned = now;
    for (let tries = 0; tries < 3 && byDay(turned).get(on)?.off !== like; tries += 1) turned = turn(turned, on);
    if (byDay(turned).get(on)?.off === like) now = turned;
  }
  return now;
}
