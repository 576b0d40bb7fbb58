import { expect, test } from "vitest";
import type { CalendarDays, Listed, NoticeDay } from "../../../bindings/types";
import {
  axisOf,
  hasWeeks,
  later,
  left,
  marksOf,
  moved,
  namedMonths,
  numbersOf,
  right,
  STRIP,
  slotFor,
  stripOf,
  windowOf,
  withRoom,
  yearsOf,
} from "./axis";
import { openSpan } from "./zoom";

/** Monday to Friday but for these days. */
function year(number: number, days: NoticeDay[], provisional = false): CalendarDays {
  const working: string[] = [];
  for (let day = `${number}-01-01`; day.startsWith(String(number)); day = moved(day, 1)) {
    const notice = days.find((one) => one.on === day);
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    if (notice ? !notice.off : !weekend) working.push(day);
  }
  return { year: number, provisional, working, days, versions: [], units: [], years: [] };
}

const qingming = (on: string, off: boolean): NoticeDay => ({ on, off, name: "清明节" });
/** 2022: Saturday 04-02 is worked, 04-03 to 04-05 are off. */
const Y2022 = year(2022, [
  qingming("2022-04-02", false),
  qingming("2022-04-03", true),
  qingming("2022-04-04", true),
  qingming("2022-04-05", true),
]);
const SPAN = { from: "2022-03-28", to: "2022-04-15" };
const axis = axisOf([Y2022], SPAN, 10);

test("only working days have width, and a holiday a narrow strip", () => {
  expect(axis.days.slice(3, 9)).toEqual([
    "2022-03-31",
    "2022-04-01",
    "2022-04-02",
    "2022-04-06",
    "2022-04-07",
    "2022-04-08",
  ]);
  expect(axis.strips).toEqual([{ x: 60, names: ["清明节"] }]);
  expect(left(axis, "2022-04-06")).toBe(60 + STRIP);
  expect(axis.width).toBe(axis.days.length * 10 + STRIP);
  expect(axis.made).toEqual([{ x: 50, name: "清明节" }]);
});

test("a weekend has no width: Friday ends where Monday begins", () => {
  expect(right(axis, "2022-04-08")).toBe(left(axis, "2022-04-11"));
  expect(axis.strips).toHaveLength(1);
});

test("a day of rest stands where the working day before it ended", () => {
  for (const day of ["2022-04-03", "2022-04-05"]) {
    expect([left(axis, day), right(axis, day)]).toEqual([60, 60]);
  }
});

test("days before and after what is drawn stand at its edges", () => {
  expect([left(axis, "2021-01-04"), right(axis, "2021-01-04")]).toEqual([0, 0]);
  expect([left(axis, "2030-01-04"), right(axis, "2030-01-04")]).toEqual([axis.width, axis.width]);
  expect(later(axis, "2022-04-14", 400)).toBe(axis.width);
});

test("so many working days later skips the holiday", () => {
  expect(later(axis, "2022-04-02", 1)).toBe(right(axis, "2022-04-06"));
  expect(later(axis, "2022-04-04", 1)).toBe(right(axis, "2022-04-06"));
});

test("weeks begin with their first working day, months with theirs", () => {
  expect(axis.weeks.map((week) => week.day)).toEqual(["2022-03-28", "2022-04-06", "2022-04-11"]);
  expect(axis.months.map((month) => month.month)).toEqual(["2022-03", "2022-04"]);
});

test("a year without a notice is told, and the turn of the year is in order", () => {
  const both = axisOf([year(2022, []), year(2023, [], true)], { from: "2022-12-26", to: "2023-01-06" }, 10);
  expect(both.provisional).toEqual([2023]);
  expect(both.weeks.map((week) => week.day)).toEqual(["2022-12-26", "2023-01-02"]);
  expect(both.width).toBe(100);
});

test("one wrong day does not draw a century", () => {
  const span = windowOf(["1905-01-01", "2022-03-01", null, "2199-12-31"], "2022-03-28");
  expect(span).toEqual({ from: "2020-01-01", to: "2025-12-31" });
  expect(yearsOf(span)).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
});

test("with nothing known it is the weeks around today", () => {
  expect(windowOf([null, undefined, ""], "2022-03-28")).toEqual({ from: "2022-03-14", to: "2022-04-27" });
});

test("without a calendar there is an empty line", () => {
  const none = axisOf([], SPAN, 10);
  expect([none.width, left(none, "2022-03-30"), right(none, "2022-03-30"), later(none, "2022-03-30", 3)]).toEqual([
    0, 0, 0, 0,
  ]);
});

const national = (on: string, off: boolean): NoticeDay => ({ on, off, name: "国庆节" });
const week = (from: string, days: number) => Array.from({ length: days }, (_, n) => moved(from, n));
/** 2022: 10-01 to 10-07 are off, Saturday and Sunday after them are worked, as they are on 04-02. */
const AUTUMN = year(2022, [
  qingming("2022-04-02", false),
  ...week("2022-04-03", 3).map((on) => qingming(on, true)),
  ...week("2022-10-01", 7).map((on) => national(on, true)),
  ...week("2022-10-08", 2).map((on) => national(on, false)),
]);

test("after a long holiday the worked weekend and the number of its week do not stand over each other", () => {
  const drawn = axisOf([AUTUMN], { from: "2022-09-26", to: "2022-10-21" }, 16);
  const marks = marksOf(drawn);
  expect(marks).toEqual([
    { kind: "off", x: 80, width: STRIP, names: ["国庆节"] },
    { kind: "made", x: 80 + STRIP, width: 32, names: ["国庆节"] },
  ]);
  // The week of 10-08 has only the worked weekend, which says enough.
  expect(numbersOf(drawn, marks).map(({ text }) => text)).toEqual(["26", "10", "17"]);
});

test("nothing on the line of days overlaps, however narrow a day is", () => {
  for (let slot = 1; slot <= 40; slot += 0.5) {
    const drawn = axisOf([AUTUMN], { from: "2022-03-14", to: "2022-12-30" }, slot);
    const marks = marksOf(drawn);
    const boxes = [
      ...marks.map(({ x, width }) => [x, x + width] as const),
      ...numbersOf(drawn, marks).map(({ x, text }) => [x, x + text.length * 7] as const),
    ].sort(([a], [b]) => a - b);
    for (const [n, [x]] of boxes.entries()) expect(x).toBeGreaterThanOrEqual(boxes[n - 1]?.[1] ?? 0);
    expect(marks.filter(({ kind }) => kind === "off")).toHaveLength(2);
    if (slot >= 12) expect(marks.filter(({ kind }) => kind === "made")).toHaveLength(2);
  }
});

test("a span is as wide as the room it is to fit, however long it is", () => {
  for (const [to, room] of [
    ["2022-04-30", 640],
    ["2022-12-30", 640],
    ["2022-12-30", 1400],
  ] as const) {
    const part = { from: "2022-03-14", to };
    const { days, strips } = axisOf([AUTUMN], part, 1);
    const slot = slotFor(room, days.length, strips.length);
    const { width } = axisOf([AUTUMN], part, slot, stripOf(slot));
    expect(Math.abs(width - room)).toBeLessThan(1);
  }
});

test("where days are narrow, weeks and marks give way to months that can be read", () => {
  const drawn = axisOf([AUTUMN], { from: "2022-01-03", to: "2022-12-30" }, 2, stripOf(2));
  expect([hasWeeks(drawn), marksOf(drawn).filter(({ kind }) => kind === "off")]).toEqual([false, []]);
  const named = namedMonths(drawn, 72);
  expect(named.length).toBeGreaterThan(3);
  for (const [n, { x }] of named.entries()) {
    expect(x - (named[n - 1]?.x ?? -72)).toBeGreaterThanOrEqual(72);
    expect(x + 72).toBeLessThanOrEqual(drawn.width);
  }
  expect(hasWeeks(axisOf([AUTUMN], SPAN, 8))).toBe(true);
});

test("behind what is shown there is room for its words, and what is longer stays as it is", () => {
  const whole = { from: "2022-01-01", to: "2022-04-10" };
  // 100 days over 500 pixels, and 100 pixels of words behind them.
  expect(withRoom(whole, whole, 600, 100).to).toBe(moved("2022-04-10", 20));
  expect(withRoom(whole, { from: "2022-01-01", to: "2022-02-01" }, 600, 100)).toEqual(whole);
  expect(withRoom(whole, whole, 0, 100)).toEqual(whole);
});

const one = (code: string, of: Partial<Listed>): Listed =>
  ({
    code,
    waived: null,
    done: false,
    submitted_on: null,
    accepted_on: null,
    due_on: null,
    forecast_on: null,
    ...of,
  }) as Listed;

test("what is looked at first runs from the earliest item that is not done to the permit", () => {
  const items = [
    one("A05", { done: true, submitted_on: "2021-01-04" }),
    one("P03", { accepted_on: "2022-02-18", forecast_on: "2022-12-01" }),
    one("B02", { submitted_on: "2022-03-01", accepted_on: "2022-03-04", forecast_on: "2022-04-20" }),
    one("C05", { forecast_on: "2022-09-07" }),
    one("P09", { waived: "不新增用能", accepted_on: "2021-05-06" }),
  ];
  expect(openSpan(items, "2022-03-28")).toEqual({ from: "2022-02-18", to: "2022-09-07" });
  // Once the permit is there, to the last that is to come; today is always in it.
  const permitted = items.map((item) => (item.code === "C05" ? one("C05", { done: true }) : item));
  expect(openSpan(permitted, "2022-03-28")).toEqual({ from: "2022-02-18", to: "2022-12-01" });
  expect(openSpan([one("A08", {})], "2022-03-28")).toEqual({ from: "2022-03-28", to: "2022-03-28" });
  expect(openSpan([one("A05", { done: true })], "2022-03-28")).toBeNull();
});
