/** The leader's twelve questions: each answered within three clicks, each figure open to its rows. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { type Desk, expect, sample, test } from "./desk";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function axe(page: Page, where: string) {
  await page.evaluate(AXE);
  const found: AxeResults = await page.evaluate(() =>
    // @ts-expect-error axe is put on the window by its script
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }),
  );
  expect(
    found.violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`),
    where,
  ).toEqual([]);
}

/** The sample of the ledger with everything the questions ask for. */
function filled(desk: Desk): string[] {
  const ids = sample(desk);
  const [first = "", second = "", third = ""] = ids;
  desk.call("project_save", { id: second, set: { started_actual: "2022-03-25" } });
  desk.call("progress_save", { project: first, period: "2022-03", basis: "dispatch", set: { done_year: 60_000_000 } });
  desk.call("progress_save", {
    project: second,
    period: "2022-03",
    basis: "dispatch",
    set: { done_year: 426_000_000 },
  });
  desk.call("progress_save", {
    project: second,
    period: "2021-03",
    basis: "dispatch",
    set: { done_year: 300_000_000 },
  });
  for (const [item, on] of [
    ["C05", "2022-03-18"],
    ["P02", "2022-03-11"],
  ]) {
    desk.call("approval_step", { project: first, item, state: "accepted", happened_on: on, set: {} });
  }
  desk.call("department_save", { id: null, set: { name: "市自然资源局", short_name: "资规局", position: 1 } });
  const land = {
    kind: "need",
    element: "用地",
    unit: "亩",
    required: 172_000,
    delivered: 40_000,
    need_by: "2022-09-30/month",
  };
  desk.call("matter_save", { id: null, project: third, set: land });
  const said = {
    kind: "task",
    content: "协调高压线迁改",
    instructed_by: "沈国栋",
    handler: "供电公司",
    raised_on: "2022-03-10",
  };
  desk.call("matter_save", { id: null, project: first, set: { ...said, need_by: "2022-03-25" } });
  const place = {
    kind: "place",
    name: "全省开复工率位次",
    value: 3000,
    out_of: 13,
    source: "省营商局3月通报",
    as_of: "2022-03-20",
  };
  desk.call("figure_save", { id: null, set: place });
  for (const [grade, topic] of [
    ["delighted", null],
    ["fairly", null],
    ["unsatisfied", "用地"],
  ]) {
    desk.call("rating_save", { id: null, project: first, set: { grade, topic, rated_on: "2022-03-20" } });
  }
  return ids;
}

const line = (page: Page, q: string) => page.locator(`.twelve li[data-q="${q}"]`);

/** What a copy button put on the clipboard. */
async function copied(page: Page, q: string): Promise<string> {
  await line(page, q)
    .getByRole("button", { name: /^复制|^Copy/ })
    .click();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("each question is answered within three clicks, and copied with its day and basis", async ({
  desk,
  page,
  context,
}) => {
  filled(desk);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await page.getByRole("link", { name: "看板" }).click();

  // One click: the answers stand there.
  const said: Record<string, string> = {
    starts:
      "开复工1个，占4个的25.0%，其中新开工1个，较上周增加1个；未开工2个：北辰智能电机产业园一期、大豆精深加工二期项目。",
    money: "1—3月完成投资4.86亿元，占年度计划13.05亿元的37.2%，高于序时进度12.2个百分点（序时25.0%），2个没有报数。",
    yearly:
      "1—3月完成投资4.86亿元；去年同期也有数的1个项目（今年2个有数）完成4.26亿元，同比增长42.0%（去年同期3.00亿元）。",
    places: "全省开复工率位次第3位，共13个（省营商局3月通报，2022年3月20日）。",
    stuck: "在办3件，最多的是",
    tasks: "领导交办1件，超期1件：沈国栋3月10日交办“协调高压线迁改”（供电公司办，2022年3月25日前）。",
    gaps: "用地需求172亩，已落实40亩，还差132亩，主要在肇州县。",
    ratings: "企业评价3件，满意率66.7%，其中基本满意1件，不满意1件：用地1件。",
  };
  for (const [q, text] of Object.entries(said)) await expect(line(page, q)).toContainText(text);
  await expect(page.locator(".twelve")).not.toContainText("哈尔滨北辰科技");

  // Two and three: choose, read; or copy.
  await line(page, "leader").getByLabel("选择包保领导").click();
  await page.getByTitle("沈国栋").click();
  await expect(line(page, "leader")).toContainText(
    "包保领导沈国栋名下4个项目，开复工1个，占25.0%，1—3月完成投资4.86亿元",
  );
  await line(page, "why").getByLabel("输入项目名称").fill("北辰");
  await page.getByTitle("北辰智能电机产业园一期").click();
  await expect(line(page, "why")).toContainText(
    /开工前已知差2项手续：.*手里\d+个工作日.*；另有\d+项没有采集；没有采集的按没有办测算，最早2022年\d+月\d+日能开工/,
  );

  expect(await copied(page, "starts")).toMatch(/^开复工1个.*（截至2022年3月28日，按实际开工和认定的开工、复工）$/);
  expect(await copied(page, "places")).toContain("人工填写");
});

test("a figure opens the rows it counted, by mouse and by keyboard", async ({ desk, page }) => {
  filled(desk);
  await desk.open(page);
  await desk.go(page, "/board");
  const figure = line(page, "starts").getByRole("button", { name: "2", exact: true }).first();
  await figure.focus();
  await page.keyboard.press("Enter");
  const detail = page.getByRole("region", { name: "明细" });
  await expect(detail.getByText("2 个项目")).toBeVisible();
  await expect(detail.getByRole("listitem").getByRole("link")).toHaveText([
    "北辰智能电机产业园一期",
    "大豆精深加工二期项目",
  ]);
  await detail.getByRole("link", { name: "在台账中打开" }).click();
  await expect(page.getByRole("group", { name: "筛选" }).getByText("未开工")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "选中 北辰智能电机产业园一期" })).toBeVisible();
  await expect(page.getByText("聚碳酸酯联合项目")).toHaveCount(0);
});

test("the rows of a figure are copied for a phone, and a sheet is made of a project", async ({
  desk,
  page,
  context,
}) => {
  const [id] = filled(desk);
  desk.call("contact_save", { id: null, project: id, set: { name: "孙强", phone: "13800000001" } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  await page.getByRole("button", { name: "复制到微信" }).click();
  await page.getByRole("menuitem", { name: "复制文字" }).click();
  await expect(page.getByText("文字已复制")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect([...text].length).toBeLessThanOrEqual(120);
  expect(text).toContain("北辰智能电机产业园一期");
  expect(text).not.toContain("13800000001");
  await page.getByRole("button", { name: "复制到微信" }).click();
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "存为图片" }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe("微信图片 2022-03-28.png");
  if (process.env.ZHUANBAN_PICTURES) await picture.saveAs(`${process.env.ZHUANBAN_PICTURES}/wechat.png`);

  await desk.go(page, `/board?project=${id}&of=沈国栋`);
  const [sheet] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "北辰智能电机产业园一期 一页纸" }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe("北辰智能电机产业园一期 一页纸 2022-03-28.docx");
  const [ofLeader] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "沈国栋 包保领导一页纸" }).click(),
  ]);
  expect(ofLeader.suggestedFilename()).toBe("沈国栋 包保领导一页纸 2022-03-28.docx");
  expect(
    readFileSync(await ofLeader.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await expect(page.getByText("已生成 沈国栋 包保领导一页纸 2022-03-28.docx")).toBeVisible();
});

/** What the menu of 复制到微信 puts on the clipboard. */
async function sentText(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.getByRole("button", { name: "复制到微信" }).click();
  await page.getByRole("menuitem", { name: "复制文字" }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("");
  return read();
}

test("what is sent says what it is, of which day and how many, in the order of the page", async ({
  desk,
  page,
  context,
}) => {
  filled(desk);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await desk.go(page, "/board?month=2022-02&region=230604&q=starts");
  await expect(page.getByRole("region", { name: "明细" }).getByRole("listitem")).toHaveCount(1);
  expect(await sentText(page)).toBe(
    "未开工1个（让胡路区）：北辰智能电机产业园一期。截至2022年2月28日，按实际开工和认定的开工、复工。",
  );

  const names = Array.from({ length: 63 }, (_, n) => `${n + 1},示例项目${n + 1},230621`);
  desk.import("清单.csv", ["序号,项目名称,属地代码", ...names].join("\n"));
  await desk.go(page, "/ledger?text=示例项目");
  const sheet = page.getByRole("grid");
  await sheet.getByLabel("选中 示例项目3", { exact: true }).click();
  await sheet.getByLabel("选中 示例项目1", { exact: true }).click();
  expect(await sentText(page)).toBe("2个项目：示例项目1、示例项目3。截至2022年3月28日。");
  await page.getByRole("button", { name: /选择全部 63/ }).click();
  const all = await sentText(page);
  expect(all).toMatch(/^63个项目：示例项目1、示例项目2、.*等。截至2022年3月28日。$/);
  expect([...all].length).toBeLessThanOrEqual(120);
});

test("in English every question is answered without a Chinese word besides names, and copied so", async ({
  desk,
  page,
  context,
}) => {
  const [id] = filled(desk);
  desk.call("setting_save", { key: "language", value: "en" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await desk.go(page, `/board?project=${id}&of=沈国栋`);
  await expect(line(page, "why").locator(".said p").first()).not.toBeEmpty();
  await expect(line(page, "leader").locator(".said p").first()).toContainText("沈国栋");
  // Names of projects, people, units and places, and what somebody typed in, stay as they are.
  const names =
    /北辰智能电机产业园一期|聚碳酸酯联合项目|大豆精深加工二期项目|冷链物流园扩建项目|沈国栋|供电公司|肇州县|资规局|协调高压线迁改|全省开复工率位次|省营商局3月通报/g;
  await expect(page.locator(".twelve li")).toHaveCount(12);
  for (const one of await page.locator(".twelve li").all()) {
    const q = (await one.getAttribute("data-q")) ?? "";
    const words = await one.locator(".said p, h2").allTextContents();
    expect(words.join(" ").trim().length, q).toBeGreaterThan(20);
    expect(words.join(" ").replace(names, ""), q).not.toMatch(/\p{Script=Han}/u);
  }
  const text = await copied(page, "starts");
  expect(text).toMatch(/^1 of 4 projects .*\(As of 28 March 2022, by actual and recognised starts and resumptions\)$/);
  expect(text.replace(names, "")).not.toMatch(/\p{Script=Han}/u);
});

test("the ledger on paper: A3 landscape, heads on every page", async ({ desk, page }) => {
  sample(desk);
  for (let n = 0; n < 80; n += 1) desk.project({ name: `示例项目${n}`, region: "230604" });
  await desk.open(page);
  await desk.go(page, "/print");
  await expect(page.locator(".sheet-a3 tbody tr")).toHaveCount(85);
  const total = page.locator(".sheet-a3 tr.total");
  await expect(total).toContainText("合计 84个");
  await expect(total.locator("td.num").nth(1)).toHaveText("130,485");
  await expect(page.locator(".sheet-a3 thead th")).toHaveText([
    "序",
    "项目名称",
    "属地",
    "项目单位",
    "建设内容及规模",
    "总投资",
    "年度计划",
    "本年完成",
    "占年度计划%",
    "形象进度",
    "存在问题",
    "包保领导",
    "责任单位",
    "联系人",
    "联系电话",
  ]);
  // Everything was entered this month: there is nothing to be red against.
  await expect(page.locator(".sheet-a3 .since")).toHaveText("2月末没有数据可比，未标红");
  await expect(page.locator(".sheet-a3 td.new")).toHaveCount(0);
  await axe(page, "print view");
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    path: process.env.ZHUANBAN_PICTURES ? `${process.env.ZHUANBAN_PICTURES}/print.pdf` : undefined,
  });
  await page.getByLabel("每县区另起一页").click();
  await expect(page.locator(".sheet-a3 h2")).toHaveText(
    ["让胡路区", "大同区", "肇州县"].map((county) => `${county} 项目进展情况表`),
  );
  await expect(page.locator(".sheet-a3 tr.total")).toHaveCount(3);
  const told = pdf.toString("latin1");
  const size = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(told);
  expect([Math.round(Number(size?.[1])), Math.round(Number(size?.[2]))]).toEqual([1191, 842]);
});

test("a board of one county, of one leader, and of last month", async ({ desk, page }) => {
  filled(desk);
  await desk.open(page);
  await desk.go(page, "/board?region=230604");
  await expect(line(page, "starts")).toContainText("占2个的0.0%");
  await desk.go(page, "/board?month=2022-02");
  await expect(line(page, "starts")).toContainText("截至2022年2月28日");
  await expect(line(page, "money")).toContainText("今年还没有调度进度，没有可报的数字。");
  await expect(line(page, "places")).toContainText("没有填写位次");
  await expect(line(page, "starts")).not.toContainText("应开");
  await expect(line(page, "tasks")).toContainText("没有登记领导交办的事");
  await expect(line(page, "gaps")).toContainText("截至2022年3月28日");

  // A month is typed as it is said; what is none is said beside the field.
  const month = page.getByLabel("月份", { exact: true });
  await month.fill("13月");
  await month.press("Tab");
  await expect(page.getByRole("alert")).toHaveText("“13月”不是月份，没有改。可填 2022-03 或 3月。");
  await month.fill("1月");
  await month.press("Tab");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(line(page, "starts")).toContainText("截至2022年1月31日");
});

test("what a leader said is written down here, and is done with one click", async ({ desk, page }) => {
  filled(desk);
  desk.call("person_save", { id: null, set: { name: "安书记", title: "市委书记", position: 1 } });
  await desk.open(page);
  await desk.go(page, "/board?q=tasks");
  const form = page.getByRole("form", { name: "登记一件交办" });
  await form.getByRole("button", { name: "登记一件交办" }).click();
  await expect(form.getByRole("alert")).toHaveText("必填。");
  await form.getByLabel("输入项目名称").fill("大豆");
  await page.getByTitle("大豆精深加工二期项目").click();
  await form.getByLabel("说了什么").fill("月底前把贷款落实");
  await form.getByLabel("谁说的").fill("沈国栋");
  await form.getByLabel("来源").fill("批示");
  await form.getByLabel("交办日期").fill("2022-03-24");
  await form.getByLabel("交办日期").press("Tab");
  await form.getByLabel("谁办").fill("县金融局");
  await form.getByRole("button", { name: "登记一件交办" }).click();
  await expect(line(page, "tasks")).toContainText("领导交办2件，正在办1件，超期1件");
  await expect(line(page, "tasks")).not.toContainText("按领导分");
  await page.getByRole("button", { name: "协调高压线迁改 办结" }).click();
  await expect(line(page, "tasks")).toContainText(
    "已办结1件，正在办1件：沈国栋3月24日批示“月底前把贷款落实”（县金融局办）；最近办结：协调高压线迁改。",
  );

  // What was written down is corrected in its place, and ended on another day than today, or not at all.
  const cell = (what: string) => page.locator(".tasks").getByRole("button", { name: new RegExp(`^${what} `) });
  await cell("月底前把贷款落实 谁说的").click();
  await page.keyboard.type("安书记");
  await page.keyboard.press("Enter");
  await cell("月底前把贷款落实 何时前").click();
  await page.keyboard.type("3月底前");
  await page.keyboard.press("Enter");
  await cell("月底前把贷款落实 落实情况").click();
  await page.keyboard.type("银行已上会");
  await page.keyboard.press("Enter");
  await expect(line(page, "tasks")).toContainText(
    "安书记3月24日批示“月底前把贷款落实”（县金融局办，2022年3月底前，银行已上会）",
  );
  await expect(line(page, "tasks")).toContainText("按领导分：安书记1件；沈国栋1件（已办结1件）。");
  await cell("协调高压线迁改 办结日期").click();
  await page.keyboard.type("2022-03-20");
  await page.keyboard.press("Enter");
  await expect(cell("协调高压线迁改 办结日期")).toHaveText("2022-03-20");
  await page.getByRole("button", { name: "协调高压线迁改 撤回办结" }).click();
  await expect(line(page, "tasks")).toContainText("正在办1件，超期1件");

  // The project shows it too.
  await page.getByRole("link", { name: "大豆精深加工二期项目" }).click();
  const said = page.getByRole("region", { name: "领导交办" });
  await expect(said.getByRole("row", { name: /月底前把贷款落实/ })).toContainText("银行已上会");
  await said.getByRole("button", { name: "登记交办" }).click();
  const here = said.getByRole("form", { name: "登记一件交办" });
  await here.getByLabel("说了什么").fill("把用工缺口摸清");
  await here.getByLabel("谁说的").fill("安书记");
  await here.getByLabel("来源").fill("调研");
  await here.getByRole("button", { name: "登记一件交办" }).click();
  await expect(said.getByRole("row", { name: /把用工缺口摸清/ })).toContainText("正在办");
});

test("a ranking is typed in with its source; per cent is cut off where the office says so", async ({ desk, page }) => {
  filled(desk);
  await desk.open(page);
  await desk.go(page, "/board?q=places");
  const form = page.getByRole("form", { name: "填写一个数" });
  await form.getByLabel("名称").fill("全市投资完成率位次");
  await form.getByLabel("数", { exact: true }).fill("2");
  await form.getByLabel("共几个").fill("10");
  await form.getByRole("button", { name: "填写一个数" }).click();
  await expect(form.getByRole("alert")).toHaveText("必填。");
  await form.getByLabel("来源").fill("市发改委3月调度");
  await form.getByRole("button", { name: "填写一个数" }).click();
  await expect(line(page, "places")).toContainText("全市投资完成率位次第2位，共10个（市发改委3月调度，2022年3月28日）");
  await page.getByLabel("百分数").click();
  await page.getByTitle("截断，整数").click();
  await expect(line(page, "money")).toContainText("占年度计划13.05亿元的37%");
  await expect(line(page, "ratings")).toContainText("满意率66%");
});

test("an empty desk says what to do first; a desk without records says so, question by question", async ({
  desk,
  page,
}) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/board");
  await expect(page.getByRole("heading", { name: "还没有可报的数字" })).toBeVisible();
  await axe(page, "an empty board");
  desk.project({ name: "甲项目" });
  await page.reload();
  for (const [q, text] of [
    ["money", "今年还没有调度进度"],
    ["yearly", "没有去年同期也有数的项目"],
    ["places", "没有填写位次"],
    ["stuck", "没有登记在办的审批"],
    ["tasks", "没有登记领导交办的事"],
    ["gaps", "没有登记要素需求"],
    ["ratings", "没有登记企业评价"],
  ] as const) {
    await expect(line(page, q)).toContainText(text);
  }
  // What nobody has typed in yet is not copied, it is filled in.
  await expect(line(page, "places").getByRole("button", { name: /^复制/ })).toHaveCount(0);
  await line(page, "places").getByRole("button", { name: /^填写/ }).click();
  await expect(page.getByRole("form", { name: "填写一个数" })).toBeVisible();
});

for (const language of ["zh", "en"] as const) {
  test(`the board with each detail open, ${language}`, async ({ desk, page }) => {
    test.setTimeout(120_000);
    const [id] = filled(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    const pictures = process.env.ZHUANBAN_PICTURES;
    for (const size of [
      { width: 1093, height: 614 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size);
      for (const q of ["", "starts", "places", "stuck", "why", "leader", "tasks", "gaps", "ratings"]) {
        await desk.go(page, `/board?project=${id}&of=沈国栋${q && `&q=${q}`}`);
        await page.locator(".twelve").waitFor();
        await page.waitForTimeout(300);
        const over = await page.evaluate(() => [
          document.body.scrollWidth - innerWidth,
          document.body.scrollHeight - innerHeight,
        ]);
        expect(over, `${q} sticks out`).toEqual([0, 0]);
        if (size.width === 1093) await axe(page, `board ${q}`);
        if (pictures) await page.screenshot({ path: `${pictures}/board-${language}-${size.width}-${q || "all"}.png` });
      }
    }
  });
}
