/** Working days side by side: where a day stands on the line of time. */
import type { CalendarDays } from "../../../bindings/types";

/** A holiday has this width, a weekend none; where days are narrow a holiday is too. */
export const STRIP = 14;
const NARROW = 6;
export const stripOf = (slot: number): number => (slot >= NARROW ? STRIP : Math.max(3, slot * 2));

/** How wide a day may be for so many days and holidays to fit. */
export function slotFor(room: number, days: number, strips: number): number {
  const wide = (room - strips * STRIP) / Math.max(1, days);
  return wide >= NARROW ? wide : room / Math.max(1, days + strips * 2);
}

export interface Span {
  from: string;
  to: string;
}

export interface Strip {
  x: number;
  /** The holidays it stands for. */
  names: string[];
}

export interface Axis {
  days: string[];
  /** The left edge of each day. */
  lefts: number[];
  slot: number;
  width: number;
  /** The width of a holiday. */
  strip: number;
  strips: Strip[];
  /** Days of rest that are worked. */
  made: { x: number; name: string }[];
  months: { x: number; month: string }[];
  /** The first working day of each week. */
  weeks: { x: number; day: string }[];
  /** Years that have no holiday notice yet. */
  provisional: number[];
}

const DAY = 86_400_000;
const number = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
const week = (day: string) => Math.floor((number(day) + 3) / 7);

export const yearOf = (day: string) => Number(day.slice(0, 4));

/** A day moved by calendar days. */
export function moved(day: string, by: number): string {
  return new Date((number(day) + by) * DAY).toISOString().slice(0, 10);
}

/** The years from the first day of a span to its last. */
export function yearsOf({ from, to }: Span): number[] {
  return Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);
}

/** What is drawn: all days that are known, but not further than two years back and three ahead; two weeks lie before the first, a month behind the last. */
export function windowOf(days: readonly (string | null | undefined)[], today: string): Span {
  const known = [today, ...days.filter((day): day is string => typeof day === "string" && day !== "")].sort();
  const first = `${yearOf(today) - 2}-01-01`;
  const last = `${yearOf(today) + 3}-12-31`;
  const from = moved(known[0] ?? today, -14);
  const to = moved(known.at(-1) ?? today, 30);
  return { from: from < first ? first : from, to: to > last ? last : to };
}

/** The same, with room for words behind what is shown of it where so much of `room` is left for them. */
export function withRoom(span: Span, part: Span, room: number, words: number): Span {
  if (room <= 0) return span;
  const shown = number(part.to) - number(part.from);
  const behind = Math.ceil((shown * words) / Math.max(words, room - words));
  const to = moved(part.to, behind);
  return to > span.to ? { ...span, to } : span;
}

export function axisOf(years: readonly CalendarDays[], { from, to }: Span, slot: number, strip = STRIP): Axis {
  const within = (day: string) => day >= from && day <= to;
  const days = years.flatMap((year) => year.working).filter(within);
  const notices = years.flatMap((year) => year.days).filter((day) => within(day.on));
  const axis: Axis = {
    days,
    lefts: [],
    slot,
    width: 0,
    strip,
    strips: [],
    made: [],
    months: [],
    weeks: [],
    provisional: years.filter((year) => year.provisional).map((year) => year.year),
  };
  const off = notices.filter((day) => day.off);
  const made = new Map(notices.filter((day) => !day.off).map((day) => [day.on, day.name]));
  let next = 0;
  days.forEach((day, n) => {
    const names = new Set<string>();
    for (; next < off.length && (off[next]?.on ?? "") < day; next += 1) names.add(off[next]?.name ?? "");
    if (n > 0 && names.size > 0) {
      axis.strips.push({ x: axis.width, names: [...names] });
      axis.width += strip;
    }
    const before = days[n - 1];
    const x = axis.width;
    if (before === undefined || before.slice(0, 7) !== day.slice(0, 7)) axis.months.push({ x, month: day.slice(0, 7) });
    if (before === undefined || week(before) !== week(day)) axis.weeks.push({ x, day });
    const name = made.get(day);
    if (name !== undefined) axis.made.push({ x, name });
    axis.lefts.push(x);
    axis.width += slot;
  });
  return axis;
}

/** What is told apart of a week: below it weeks are not drawn. */
const WEEK = 20;
export const hasWeeks = ({ slot }: Axis): boolean => slot * 5 >= WEEK;

/** The months whose name has room: each begins where its month does, and none runs into the one before it. */
export function namedMonths(axis: Axis, room: number): { x: number; month: string }[] {
  let free = 0;
  return axis.months.filter(({ x }) => {
    if (x < free || x + room > axis.width) return false;
    free = x + room;
    return true;
  });
}

/** How many working days of the axis come before a day. */
function before(axis: Axis, day: string): number {
  let [low, high] = [0, axis.days.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((axis.days[mid] ?? "") < day) low = mid + 1;
    else high = mid;
  }
  return low;
}

const endOf = (axis: Axis, n: number) => (n < 0 ? 0 : (axis.lefts[n] ?? axis.width - axis.slot) + axis.slot);

/** Where a day begins; a day of rest is where the working day before it ended. */
export function left(axis: Axis, day: string): number {
  const n = before(axis, day);
  return axis.days[n] === day ? (axis.lefts[n] ?? 0) : endOf(axis, n - 1);
}

/** Where a day ends; a day of rest is where the working day before it ended. */
export function right(axis: Axis, day: string): number {
  const n = before(axis, day);
  return endOf(axis, axis.days[n] === day ? n : n - 1);
}

/** The end of the working day so many later. */
export function later(axis: Axis, day: string, working: number): number {
  const n = before(axis, day);
  const at = axis.days[n] === day ? n : n - 1;
  return endOf(axis, Math.min(at + working, axis.days.length - 1));
}

/** A rest that is marked on the axis, or days of rest that are worked. */
export interface Mark {
  kind: "off" | "made";
  x: number;
  width: number;
  names: string[];
}

/** One character of a mark needs this much. */
const LEAST = 12;
/** A number of two digits, and the room before it. */
const DIGIT = 7;
const BEFORE = 4;
const GAP = 3;

/** Days worked on a weekend that stand side by side share a mark. */
function madeRuns({ made, slot }: Axis): Mark[] {
  const runs: Mark[] = [];
  for (const { x, name } of made) {
    const last = runs.at(-1);
    if (last && Math.abs(last.x + last.width - x) < 1) {
      last.width += slot;
      if (!last.names.includes(name)) last.names.push(name);
    } else runs.push({ kind: "made", x, width: slot, names: [name] });
  }
  return runs;
}

/** Rests and worked weekends from left to right, none over another; a worked weekend without room is left out. */
export function marksOf(axis: Axis): Mark[] {
  const width = axis.strip;
  const rests: Mark[] = width < LEAST ? [] : axis.strips.map(({ x, names }) => ({ kind: "off", x, width, names }));
  const found = [...rests];
  for (const run of madeRuns(axis)) {
    const width = Math.max(run.width, LEAST);
    const from = Math.max(0, ...found.filter((mark) => mark.x <= run.x).map((mark) => mark.x + mark.width));
    const to = Math.min(axis.width, ...rests.filter((mark) => mark.x > run.x).map((mark) => mark.x));
    // It stands over its days; where these are narrower than its word, it moves to where there is room.
    const x = Math.min(Math.max(run.x, from), to - width);
    if (x >= from) found.push({ ...run, x, width });
  }
  return found.sort((a, b) => a.x - b.x);
}

/** The weeks whose number can be read: it runs into no mark and into no number before it. */
export function numbersOf(axis: Axis, marks: readonly Mark[]): { x: number; text: string }[] {
  const found: { x: number; text: string }[] = [];
  let free = 0;
  for (const { x: left, day } of axis.weeks) {
    const text = String(Number(day.slice(8)));
    const x = left + BEFORE;
    const end = x + text.length * DIGIT;
    if (x < free || marks.some((mark) => mark.x < end && x < mark.x + mark.width)) continue;
    found.push({ x, text });
    free = end + GAP;
  }
  return found;
}
