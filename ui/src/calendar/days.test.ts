import { expect, test } from "vitest";
import type { NoticeDay } from "../bindings/types";
import { decemberBefore, differences, holidaysOf, monthWeeks, runsOf } from "./days";
import { missingHolidays, turnNotice, turnUnit, turnUpTo } from "./mark";

const day = (on: string, off: boolean, name = "劳动节"): NoticeDay => ({ on, name, off });
const said = (days: readonly NoticeDay[]) => days.map((one) => `${one.on.slice(5)} ${one.off} ${one.name}`);

test("a month has six weeks from Monday on", () => {
  const weeks = monthWeeks(2022, 5);
  expect(weeks.map((week) => week.filter(Boolean).length)).toEqual([1, 7, 7, 7, 7, 2]);
  expect(weeks[0]?.[6]).toBe("2022-05-01");
  expect(monthWeeks(2024, 2).flat().filter(Boolean)).toHaveLength(29);
  expect([decemberBefore(2027)[0], decemberBefore(2027)[9]]).toEqual(["2026-12-22", "2026-12-31"]);
});

test("days in a row are one run, over the ends of months", () => {
  expect(runsOf(["2022-05-01", "2022-04-30", "2022-05-03"])).toEqual([
    { from: "2022-04-30", to: "2022-05-01" },
    { from: "2022-05-03", to: "2022-05-03" },
  ]);
});

test("a notice is read holiday by holiday", () => {
  const days = [day("2022-10-01", true, "国庆节"), day("2022-05-01", true), day("2022-04-24", false)];
  expect(holidaysOf(days).map((one) => [one.name, one.count, one.off.length, one.work.length])).toEqual([
    ["劳动节", 1, 1, 1],
    ["国庆节", 1, 1, 0],
  ]);
});

test("what an older version said otherwise", () => {
  const before = [day("2022-05-04", true), day("2022-05-07", false)];
  const after = [day("2022-05-04", true), day("2022-05-05", true), day("2022-05-06", true), day("2022-05-08", false)];
  expect(differences(before, after)).toEqual([
    { from: "2022-05-05", to: "2022-05-06", was: "weekday", is: "off" },
    { from: "2022-05-07", to: "2022-05-07", was: "work", is: "weekend" },
    { from: "2022-05-08", to: "2022-05-08", was: "weekend", is: "work" },
  ]);
});

test("a weekday is given off, a weekend day worked, then off, then each is as it was", () => {
  let days: NoticeDay[] = [];
  const click = (on: string, name = "劳动节") => {
    days = turnNotice(days, on, name, 2022);
    return said(days);
  };
  expect(click("2022-05-05")).toEqual(["05-05 true 劳动节"]);
  expect(click("2022-05-07", "")).toEqual(["05-05 true 劳动节", "05-07 false 劳动节"]);
  expect(click("2022-05-07")).toEqual(["05-05 true 劳动节", "05-07 true 劳动节"]);
  expect(click("2022-05-07")).toEqual(["05-05 true 劳动节"]);
  expect(click("2022-05-05")).toEqual([]);
  expect(click("2022-09-09", "")).toEqual(["09-09 true "]);
  expect(click("2021-12-31")).toEqual(["12-31 true 元旦", "09-09 true "]);
});

test("one unit works the other way round than everybody", () => {
  const working = new Set(["2022-03-23"]);
  const days = turnUnit(turnUnit([], "2022-03-23", "搬迁", working), "2022-03-26", "搬迁", working);
  expect(said(days)).toEqual(["03-23 true 搬迁", "03-26 false 搬迁"]);
  expect(said(turnUnit(days, "2022-03-23", "搬迁", working))).toEqual(["03-26 false 搬迁"]);
});

test("all days since the last one become as it is", () => {
  const turn = (days: readonly NoticeDay[], on: string) => turnNotice(days, on, "春节", 2022);
  const begun = turn([], "2022-02-03");
  const run = turnUpTo(begun, "2022-02-03", "2022-02-06", turn);
  expect(said(run)).toEqual(["02-03", "02-04", "02-05", "02-06"].map((on) => `${on} true 春节`));
  const cleared = turnUpTo(turn(run, "2022-02-06"), "2022-02-06", "2022-02-04", turn);
  expect(said(cleared)).toEqual(["02-03 true 春节"]);
  const worked = turn([], "2022-02-05");
  expect(said(turnUpTo(worked, "2022-02-05", "2022-02-08", turn))).toEqual(["02-05 false 春节", "02-06 false 春节"]);
});

test("which holidays a notice leaves out", () => {
  const days = ["元旦", "春节", "清明节", "劳动节"].map((name, n) => day(`2027-0${n + 1}-01`, true, name));
  expect(missingHolidays(days)).toEqual(["dragon_boat", "mid_autumn", "national"]);
  expect(missingHolidays([...days, day("2027-10-01", true, "中秋节、国庆节")])).toEqual(["dragon_boat"]);
  expect(missingHolidays([...days, day("2027-06-09", true, "端午"), day("2027-10-01", true, "")])).toEqual([
    "mid_autumn",
    "national",
  ]);
});
