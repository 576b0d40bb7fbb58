import { expect, test } from "vitest";
import words from "../../../crates/core/data/state-words.json";
import type { Board, ItemKind, Missing, Task, WhyNot } from "../bindings/types";
import en from "../text/figures.en.json";
import zh from "../text/figures.zh.json";
import { amounts } from "./amount";
import { Speaker } from "./answers";
import { asOf, readBoard } from "./scope";
import { fill, manyOf, opens, plain, short } from "./sentence";
import type { Key } from "./voice";

const states = words as Record<ItemKind, Record<string, { zh: string; en: string }>>;

const speaker = (lang: "zh" | "en") => {
  const said: Record<string, string> = (lang === "zh" ? zh : en).board.say;
  const say = (key: Key, count = 2) => said[key] ?? said[`${key}_${count === 1 ? "one" : "other"}`] ?? "";
  return new Speaker({
    lang,
    say,
    role: lang === "zh" ? "包保领导" : "leader in charge",
    element: (one) => one ?? "",
    letter: (one) => one,
    state: (one) => states[one.kind][one.state]?.[lang] ?? "",
  });
};

const started = (counts: Record<string, number>, names: string[] = []) => {
  const zero = { total: 0, opened: 0, fresh: 0, resumed: 0, week: 0, not_opened: 0, awaiting: 0, going_on: 0 };
  const all = { ...zero, planned: 0, late: 0, early: 0, half: 0, half_fresh: 0, ...counts };
  const counted = Object.fromEntries(Object.entries(all).map(([key, n]) => [key, { n, of: "all", key: null }]));
  const who = names.map((name) => ({ id: name, name }));
  const rate = { text: "31.0" };
  return { as_of: "2022-03-28", starts: { ...counted, rate, who, half_year: 1 } } as unknown as Board;
};

test("the starts fit one message and say nothing of what is none", () => {
  const long = Array.from({ length: 20 }, (_, n) => `龙跃半导体封装材料生产基地扩建项目${n}号`);
  const board = started({ total: 58, opened: 18, fresh: 5, resumed: 13, not_opened: 28 }, long);
  const said = plain(speaker("zh").starts(board).pieces);
  expect(said).toMatch(/^开复工18个，占58个的31.0%，其中新开工5个、复工13个，较上周持平；未开工28个：.+等。$/);
  expect(said.length + "（截至2022年3月28日，按实际开工和认定的开工、复工）".length).toBeLessThanOrEqual(120);
  expect(said.split("龙跃")).toHaveLength(3);
  expect(plain(speaker("en").starts(board).pieces)).toContain("18 of 58 projects have started or resumed");
  const few = started({ total: 4, opened: 1, fresh: 1, week: 1, not_opened: 3, early: 1, half: 2, half_fresh: 2 }, [
    "甲",
  ]);
  expect(plain(speaker("zh").starts(few).pieces)).toContain("，其中新开工1个，较上周增加1个；");
  expect(plain(speaker("zh").planned(few))).toBe("提前开工1个；预计上半年开工2个，均为新开工。");
  expect(speaker("zh").planned(started({ total: 4 }))).toEqual([]);
});

const lacking = (name: string, state: string, holder: string | null, days: number | null) =>
  ({ code: name, name, name_en: name, kind: "permit", state, holder, holder_en: holder, days }) as unknown as Missing;
const why = (part: Partial<WhyNot>) =>
  speaker("zh").why({
    name: "甲项目",
    as_of: "2022-03-28",
    started: null,
    begun: false,
    missing: [],
    by_letters: false,
    fast: null,
    not_collected: 0,
    known: true,
    start_on: null,
    open: [],
    ...part,
  } as WhyNot);
const need = (what: string, holder: string | null, days: number | null) =>
  ({ what, holder, days }) as WhyNot["open"][number];

test("why a project has not started: known, not asked, needs and the forecast are told apart", () => {
  const missing = [
    lacking("环评", "accepted", "生态环境局", 26),
    lacking("方案审查", "refused", null, null),
    lacking("节能审查", "preparing", null, null),
    lacking("施工许可", "accepted", "住建局", null),
  ];
  const open = [need("用电报装", "供电公司", 25), need("清表", null, null)];
  const all = why({ missing, open, not_collected: 10, start_on: "2022-09-07" });
  expect(plain(all.pieces)).toBe(
    "甲项目开工前已知差4项手续：环评在生态环境局手里26个工作日，方案审查不予许可，节能审查还没有申请等；另有10项没有采集；" +
      "另有2件需求和问题没有解决：用电报装提出25个工作日，由供电公司办，清表；没有采集的按没有办测算，最早2022年9月7日能开工。",
  );
  expect(plain(why({ missing: missing.slice(3) }).pieces)).toBe("甲项目开工前已知差1项手续：施工许可在住建局手里。");
  expect(plain(why({ not_collected: 9 }).pieces)).toBe("甲项目开工前还有9项手续没有采集，说不准差哪个。");
  expect(plain(why({}).pieces)).toBe("甲项目开工前的手续已齐。");
  const unknown = why({ known: false, open: open.slice(0, 1) });
  expect([unknown.none, plain(unknown.pieces)]).toEqual([
    true,
    "甲项目的审批还没有采集，说不出差哪个手续；另有1件需求和问题没有解决：用电报装提出25个工作日，由供电公司办。",
  ]);
});

const said = (part: Partial<Task>) =>
  ({
    content: "协调高压线迁改",
    leader: null,
    source: null,
    said_on: null,
    handler: null,
    due: null,
    state: "open",
    evidence: null,
    closed_on: null,
    ...part,
  }) as Task;

test("who said it, when and how, who does it and what shows it are told, as much as is known", () => {
  const board = (list: Task[]) => {
    const count = (state: string) => list.filter((one) => one.state === state).length;
    const tasks = { total: list.length, done: count("done"), overdue: count("overdue"), list };
    return { as_of: "2022-03-28", tasks } as unknown as Board;
  };
  const tell = (lang: "zh" | "en", ...list: Task[]) => plain(speaker(lang).tasks(board(list)).pieces);
  expect(tell("zh", said({}))).toBe("领导交办1件，正在办1件：协调高压线迁改（没有派人）。");
  const whole = said({
    leader: "沈国栋",
    source: "批示",
    said_on: "2022-03-10",
    handler: "供电公司",
    due: "2022-05-31/month/by",
    evidence: "已勘察",
  });
  expect(tell("zh", whole)).toBe(
    "领导交办1件，正在办1件：沈国栋3月10日批示“协调高压线迁改”（供电公司办，2022年5月底前，已勘察）。",
  );
  expect(tell("en", whole)).toBe(
    "Leaders asked for 1, 1 under way: 沈国栋 wrote on 10 March: “协调高压线迁改” (供电公司, by the end of May 2022, 已勘察).",
  );
  expect(tell("zh", { ...whole, source: "市长专题会", due: "2022-03-31", evidence: null })).toContain(
    "沈国栋3月10日（市长专题会）交办“协调高压线迁改”（供电公司办，2022年3月31日前）",
  );
  expect(tell("zh", { ...whole, source: "口头交办" })).toContain("沈国栋3月10日口头交办“协调高压线迁改”");
  expect(tell("zh", { ...whole, source: "会议", said_on: "2021-12-10" })).toContain("沈国栋2021年12月10日会议交办");

  // As many as a text for a phone has room for; that there are more is said.
  const many = tell("zh", whole, whole, whole, whole);
  expect(many).toMatch(/等。$/);
  expect(many.length).toBeLessThan(120);

  const by = (...list: Task[]) => plain(speaker("zh").byLeader(board(list), ["安书记", "沈国栋"]));
  expect(by(whole, whole)).toBe("");
  const late = { ...whole, state: "overdue" as const };
  const done = { ...whole, leader: "安书记", state: "done" as const };
  expect(by(late, whole, done)).toBe("按领导分：安书记1件（已办结1件）；沈国栋2件（超期1件）。");
});

test("a task's, a gap's and a rating's parts that are none are not said, and what is missing is", () => {
  const zhs = speaker("zh");
  const tasks = { total: 2, done: 0, overdue: 0, list: [] };
  const goal = {
    reach: null,
    figure: {
      kind: "goal",
      name: "会战项目",
      value: 303_000,
      unit: "个",
      target: null,
      source: "报",
      as_of: "2022-03-28",
    },
  };
  const board = { as_of: "2022-03-28", tasks, typed: [goal] } as unknown as Board;
  expect(plain(zhs.tasks(board).pieces)).toBe("领导交办2件，正在办2件。");
  expect(plain(zhs.places(board).pieces)).toBe(
    "会战项目303个（报，2022年3月28日）；位次没有填写，上级公布后在“明细”里录入。",
  );
  const rated = { rated: 4, fairly: 0, unsatisfied: 0, topics: [], rate: { text: "100.0" }, last: null };
  const rates = { ...board, typed: [], contentment: rated } as unknown as Board;
  expect(plain(zhs.ratings(rates).pieces)).toBe("企业评价4件，满意率100.0%，没有不满意。");
});

test("a figure in a sentence keeps the rows it opens", () => {
  const count = { n: 186, of: "opened" as const, key: null };
  const pieces = fill("{{opened}} of {{total}} ({{rate}} %)", { opened: opens(count), total: 252, rate: "73.8" });
  expect(plain(pieces)).toBe("186 of 252 (73.8 %)");
  expect(pieces[0]).toEqual({ text: "186", rows: count });
});

test("amounts of one sentence share a unit and say when rounding shows", () => {
  const yi = 100_000_000;
  const parts = amounts([31_700_000_000, 13_860_000_000, 17_840_000_000]);
  expect([parts.unit, parts.texts]).toEqual(["yi", ["317.00", "138.60", "178.40"]]);
  expect(parts.tail(0, [1, 2])).toBe(false);
  const odd = amounts([yi, 33_333_333, 33_333_333, 33_333_334]);
  expect(odd.texts).toEqual(["1.00", "0.33", "0.33", "0.33"]);
  expect(odd.tail(0, [1, 2, 3])).toBe(true);
  expect(amounts([4_620_000, 45_000]).texts).toEqual(["462", "5"]);
  expect([amounts([4_620_000]).texts, amounts([31_700_000_000]).texts]).toEqual([["462"], ["317.00"]]);
  expect(amounts([0]).texts).toEqual(["0"]);
  expect(amounts([-150_000_000]).texts).toEqual(["−1.50"]);
});

test("a text for a phone is cut, not broken", () => {
  expect(short("协调高压线迁改", 5)).toBe("协调高压…");
  expect(short("短", 5)).toBe("短");
});

test("a board's address is understood, and an earlier month ends on its last day", () => {
  expect(readBoard({ month: "2022-02", q: "stuck", region: 230606, list: "", x: 1 })).toEqual({
    month: "2022-02",
    q: "stuck",
    region: "230606",
  });
  expect(asOf({ month: "2022-02" }, "2022-03-28")).toBe("2022-02-28");
  expect(asOf({ month: "2022-03" }, "2022-03-28")).toBe(null);
  expect(asOf({}, "2022-03-28")).toBe(null);
});

test("a sentence is in the singular by its days first, then by its figures", () => {
  expect([manyOf({ days: 1, n: 3 }), manyOf({ days: "", n: 3 }), manyOf({ total: { text: "1" } })]).toEqual([1, 3, 1]);
  expect([manyOf({}), manyOf({ name: "甲" })]).toEqual([2, 2]);
});
