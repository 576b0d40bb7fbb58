import { expect, test } from "vitest";
import type { ApprovalStep, CalendarDays, Clocked, Listed, State } from "../../../bindings/types";
import { axisOf, later, left, moved, right } from "./axis";
import { barsOf, signsOf, stopsOf } from "./bars";

const TODAY = "2022-03-28";

const working: string[] = [];
for (let day = "2022-01-01"; day < "2023-01-01"; day = moved(day, 1)) {
  if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) working.push(day);
}
const YEAR: CalendarDays = { year: 2022, provisional: false, working, days: [], versions: [], units: [], years: [] };
const axis = axisOf([YEAR], { from: "2022-03-01", to: "2022-06-30" }, 10);

const step = (state: State, happened_on: string, more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  id: `${state}${happened_on}`,
  office: "o",
  approval: "a",
  project: "p",
  state,
  happened_on,
  undated: false,
  typed_ms: 0,
  stop_kind: state === "stopped" ? "revision" : null,
  basis: null,
  restart: false,
  examiner: null,
  extension: null,
  note: null,
  ...more,
});

const clock = (due_on: string | null, more: Partial<Clocked> = {}): Clocked => ({
  half_days: 14,
  unit: "working",
  side: "department",
  due_on,
  due_first: null,
  provisional: false,
  to_check: false,
  days: [],
  ...more,
});

const item = (set: Partial<Listed>): Listed => ({
  code: "B02",
  skipped: [],
  pauses: [],
  expiry: null,
  lasts: { limit: { half_days: 14, unit: "working" }, side: "department" },
  measures: [],
  ways: [],
  materials: [],
  name: "方案",
  name_en: "Design",
  stage_no: 2,
  stage: "工程建设许可",
  stage_en: "Construction planning",
  department: "自然资源",
  department_en: "Natural Resources",
  unit: "自然资源局",
  unit_en: "自然资源局",
  kind: "review",
  verdict: null,
  needs_answer: false,
  state: "accepted",
  since: null,
  known_on: null,
  untold: false,
  under_way: false,
  submitted_on: null,
  accepted_on: null,
  decided_on: null,
  done: false,
  stopped: false,
  waived: null,
  statutory: null,
  promised: null,
  due_on: null,
  ends_on: null,
  days_left: null,
  spared: null,
  in_hand: null,
  next: [],
  forecast_on: null,
  begins_on: null,
  slack: null,
  critical: false,
  needs: [],
  result: "",
  basis: "",
  approval: null,
  steps: [],
  ...set,
});

const draw = (set: Partial<Listed>) => barsOf(item(set), axis, TODAY);
const kinds = (set: Partial<Listed>) => draw(set).bars.map((bar) => bar.kind);

test("what is done reaches from handing in to the decision", () => {
  const drawn = draw({ done: true, submitted_on: "2022-03-02", accepted_on: "2022-03-04", decided_on: "2022-03-10" });
  expect(drawn.bars).toEqual([{ kind: "done", from: left(axis, "2022-03-02"), to: right(axis, "2022-03-10") }]);
  expect(drawn.ticks).toEqual([]);
});

test("a decision nobody handed anything in for is one day wide", () => {
  const [bar] = draw({ done: true, decided_on: "2022-03-10" }).bars;
  expect(bar && bar.to - bar.from).toBe(10);
});

test("one that began before the first day drawn is cut at it", () => {
  const drawn = draw({ accepted_on: "2019-06-03", due_on: "2022-03-30", forecast_on: "2022-03-30" });
  expect(drawn.cut).toBe(true);
  expect(drawn.bars[0]).toEqual({ kind: "run", from: 0, to: right(axis, TODAY) });
});

test("one that was done before the first day drawn is a mark at its edge", () => {
  const drawn = draw({ done: true, accepted_on: "2019-06-03", decided_on: "2019-07-01" });
  expect(drawn.bars).toEqual([{ kind: "done", from: 0, to: 2 }]);
});

test("what runs is filled up to today and outlined to its due day", () => {
  const drawn = draw({
    accepted_on: "2022-03-21",
    due_on: "2022-04-01",
    forecast_on: "2022-04-01",
    promised: clock("2022-04-01"),
  });
  expect(drawn.bars).toEqual([
    { kind: "run", from: left(axis, "2022-03-21"), to: right(axis, TODAY) },
    { kind: "ahead", from: right(axis, TODAY), to: right(axis, "2022-04-01") },
  ]);
  expect(drawn.ticks).toEqual([{ x: right(axis, "2022-04-01"), of: "promise" }]);
});

test("what is past its due day is late from there to today", () => {
  const drawn = draw({ accepted_on: "2022-03-09", due_on: "2022-03-23", forecast_on: TODAY });
  expect(drawn.bars.map((bar) => bar.kind)).toEqual(["run", "over"]);
  expect(drawn.bars[1]).toEqual({ kind: "over", from: right(axis, "2022-03-23"), to: right(axis, TODAY) });
});

test("due today is not late", () => {
  expect(kinds({ accepted_on: "2022-03-21", due_on: TODAY, forecast_on: TODAY })).toEqual(["run"]);
});

test("handed in and not accepted is drawn apart, no clock runs", () => {
  expect(kinds({ submitted_on: "2022-03-24", forecast_on: "2022-04-25" })).toEqual(["handed", "ahead"]);
  expect(kinds({ submitted_on: "2022-03-08", accepted_on: "2022-03-10" })).toEqual(["handed", "run"]);
});

test("an open stop is hatched up to today and has no due mark", () => {
  const drawn = draw({
    accepted_on: "2022-03-14",
    stopped: true,
    promised: clock(null),
    forecast_on: TODAY,
    steps: [step("accepted", "2022-03-14"), step("stopped", "2022-03-23")],
  });
  expect(drawn.bars.at(-1)).toEqual({ kind: "stop", from: left(axis, "2022-03-23"), to: right(axis, TODAY) });
  expect(drawn.ticks).toEqual([]);
});

test("every stop is drawn, also where counting began anew after it", () => {
  const steps = [
    step("accepted", "2022-03-02"),
    step("stopped", "2022-03-04", { restart: true }),
    step("reviewing", "2022-03-09"),
    step("stopped", "2022-03-14"),
    step("extended", "2022-03-15", { extension: 5 }),
    step("reviewing", "2022-03-17"),
  ];
  expect(stopsOf(steps, TODAY)).toEqual([
    { from: "2022-03-04", to: "2022-03-09" },
    { from: "2022-03-14", to: "2022-03-17" },
  ]);
  const drawn = draw({ accepted_on: "2022-03-02", due_on: "2022-04-06", forecast_on: "2022-04-06", steps });
  expect(drawn.bars.filter((bar) => bar.kind === "stop")).toHaveLength(2);
});

test("the stops of a round that was refused are not those of the next", () => {
  const steps = [
    step("accepted", "2022-03-02"),
    step("stopped", "2022-03-03"),
    step("refused", "2022-03-04"),
    step("accepted", "2022-03-21"),
  ];
  expect(kinds({ accepted_on: "2022-03-21", due_on: "2022-04-01", forecast_on: "2022-04-01", steps })).toEqual([
    "run",
    "ahead",
  ]);
});

test("what was refused is past, and the next round is ahead", () => {
  expect(
    kinds({ state: "refused", accepted_on: "2022-03-02", decided_on: "2022-03-10", forecast_on: "2022-04-11" }),
  ).toEqual(["done", "ahead"]);
});

test("what is ahead begins on the first day it can be accepted, else today", () => {
  const to = right(axis, "2022-05-06");
  expect(draw({ forecast_on: "2022-05-06", begins_on: "2022-04-15" }).bars).toEqual([
    { kind: "ahead", from: right(axis, "2022-04-15"), to },
  ]);
  expect(draw({ forecast_on: "2022-05-06" }).bars[0]?.from).toBe(right(axis, TODAY));
});

test("what is decided at once is still to be seen", () => {
  const [bar] = draw({ forecast_on: TODAY }).bars;
  expect(bar && bar.to - bar.from).toBe(2);
});

test("slack lies behind the forecast, and none is no line", () => {
  expect(draw({ forecast_on: "2022-05-06", slack: 9 }).slack).toEqual({
    from: right(axis, "2022-05-06"),
    to: later(axis, "2022-05-06", 9),
  });
  expect(draw({ forecast_on: "2022-05-06", slack: 0 }).slack).toBeNull();
});

test("the law's day is marked too where a promise binds", () => {
  const drawn = draw({
    accepted_on: "2022-03-21",
    due_on: "2022-04-01",
    forecast_on: "2022-04-01",
    promised: clock("2022-04-01"),
    statutory: clock("2022-04-18"),
  });
  expect(drawn.ticks.map((tick) => tick.of)).toEqual(["promise", "law"]);
});

test("a due day in a year that is not drawn stands at the edge", () => {
  const drawn = draw({
    accepted_on: "2022-03-21",
    due_on: "2024-02-05",
    forecast_on: "2024-02-05",
    statutory: clock("2024-02-05", { provisional: true }),
  });
  expect(drawn.ticks).toEqual([{ x: axis.width, of: "law" }]);
  expect(drawn.end).toBe(axis.width);
});

test("what is not needed is not drawn", () => {
  expect(draw({ waived: "不新增用地", forecast_on: "2022-05-06" }).bars).toEqual([]);
});

test("a legend explains what is drawn and nothing else", () => {
  const signs = (...items: Partial<Listed>[]) => [...signsOf(items.map(item), axis, TODAY)].sort();
  expect(signs({ done: true, decided_on: "2022-03-10" })).toEqual(["done"]);
  expect(signs({ forecast_on: "2022-04-20", critical: true })).toEqual(["ahead", "critical"]);
  const late = { accepted_on: "2022-03-02", due_on: "2022-03-11", forecast_on: "2022-03-28" };
  expect(signs(late)).toEqual(["law", "other", "over"]);
  expect(signs({ waived: "不新增用能", accepted_on: "2022-03-02" })).toEqual([]);
});
