import { expect, test } from "vitest";
import type { Reminder } from "../bindings/types";
import { countsOf, sortOf, spanOf } from "./counts";
import { halfToTell } from "./half";

const at = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return {
    minutes: hours * 60 + minutes,
    today: "2022-03-28",
    fullScreen: false,
    sample: false,
    telling: false,
    told: null,
  };
};

test.each([
  ["00:10", null],
  ["08:29", null],
  ["08:30", "2022-03-28 am"],
  ["11:59", "2022-03-28 am"],
  ["12:00", null],
  ["16:29", null],
  ["16:30", "2022-03-28 pm"],
  ["23:59", "2022-03-28 pm"],
])("at %s what is told is %s", (time, half) => {
  expect(halfToTell(at(time))).toBe(half);
});

test("a half-day is told once, the next one again", () => {
  const told = "2022-03-28 am";
  expect(halfToTell({ ...at("09:00"), told })).toBeNull();
  expect(halfToTell({ ...at("17:00"), told })).toBe("2022-03-28 pm");
  expect(halfToTell({ ...at("09:00"), told: "2022-03-25 am" })).toBe("2022-03-28 am");
});

test("nothing is told in full screen, on the sample, or over another message", () => {
  expect(halfToTell({ ...at("09:00"), fullScreen: true })).toBeNull();
  expect(halfToTell({ ...at("09:00"), sample: true })).toBeNull();
  expect(halfToTell({ ...at("09:00"), telling: true })).toBeNull();
});

const reminder = (what: Reminder["what"], due_on: string) => ({ what, due_on }) as Reminder;

test("days count against today, also where a reminder was to be given on a day off", () => {
  const today = "2022-03-28";
  expect(spanOf(today)).toEqual({ from: "2022-03-25", to: today });
  expect(spanOf("2022-03-01").from).toBe("2022-02-26");
  const all = [
    reminder("due", "2022-03-27"),
    reminder("papers", today),
    reminder("pledge", "2022-04-02"),
    reminder("formal", "2022-03-25"),
    reminder("due", "2022-02-14"),
  ];
  expect(all.map((one) => sortOf(one, today))).toEqual(["over", "today", "ahead", "formal", "over"]);
  expect(countsOf(all, today)).toEqual([
    { sort: "over", count: 2 },
    { sort: "today", count: 1 },
    { sort: "ahead", count: 1 },
    { sort: "formal", count: 1 },
  ]);
  expect(countsOf([], today)).toEqual([]);
});
