/** Ways of handling an approval, its papers, what it will take by experience, and the reminders of due days. */
import type { Locator, Page } from "@playwright/test";
import { axe, fits, picture, SIZES, unfold } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

const step = (desk: Desk, project: string, item: string, state: string, happened_on: string) =>
  desk.call("approval_step", { project, item, state, happened_on, set: {} });
const way = (desk: Desk, project: string, item: string, name: string, set: object) =>
  desk.call("approval_way_save", { project, item, way: name, set });

const part = (page: Page, name: string): Locator => page.getByRole("complementary").getByRole("region", { name });

/** One project with ways, papers and days lost; another that is late and has a pledge that falls due. */
function recorded(desk: Desk): string {
  const [id = "", other = ""] = sample(desk);
  step(desk, id, "B02", "submitted", "2022-02-24");
  step(desk, id, "B02", "correcting", "2022-02-25");
  step(desk, id, "B02", "accepted", "2022-03-01");
  way(desk, id, "B02", "simulated", { begun_on: "2022-02-14", waits_for: "A09", document: "预审〔2022〕3号" });
  way(desk, id, "B02", "early", { begun_on: "2022-02-14" });
  way(desk, id, "B02", "green", { begun_on: "2022-02-14" });
  step(desk, id, "A09", "approved", "2022-03-25");
  for (const [name, set] of [
    ["规划设计方案文本", { ready_on: "2022-03-01", handed_on: "2022-03-02" }],
    ["建设项目用地预审与选址意见书复印件", {}],
    ["日照分析报告", { not_needed: true }],
  ] as const) {
    desk.call("approval_material_save", { project: id, item: "B02", name, set });
  }
  step(desk, other, "C05", "accepted", "2022-03-07");
  way(desk, other, "C05", "pledge", { begun_on: "2022-03-07", due_by: "2022-03-28" });
  return id;
}

test("a simulated approval is made formal once what it waits for is there, by keyboard", async ({ desk, page }) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B03`);
  const ways = part(page, "办理方式");
  await ways.getByRole("button", { name: "添加办理方式" }).press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem")).toHaveCount(7);
  await expect(menu.getByRole("menuitem", { name: "提前介入" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem", { name: "模拟审批" })).toBeFocused();
  await page.keyboard.press("Enter");
  const form = ways.getByRole("form", { name: "模拟审批：填写" });
  await expect(form.getByLabel("开始日期")).toBeFocused();
  await expect(form.getByLabel("开始日期")).toHaveValue("2022-03-28");
  // Esc leaves it, and nothing was saved by the Enter that opened it.
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(ways.getByRole("button", { name: "添加办理方式" })).toBeFocused();
  await expect(ways.getByRole("listitem")).toHaveCount(0);

  await page.keyboard.press("Enter");
  await expect(menu.getByRole("menuitem", { name: "提前介入" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem", { name: "模拟审批" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form.getByLabel("开始日期")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(form.getByRole("combobox", { name: "等待的事项" })).toBeFocused();
  await page.keyboard.type("A09");
  await expect(page.locator(".ant-select-item-option-active")).toContainText("A09");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("combobox", { name: "等待的事项" })).toHaveAttribute("aria-expanded", "false");
  // What was chosen can be cleared on the way.
  await expect(form.locator(".ant-select-clear")).toBeAttached();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(form.getByLabel("文号")).toBeFocused();
  await page.keyboard.type("预审〔2022〕3号");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(ways.getByRole("listitem")).toContainText(
    "2022年3月28日起，等国有建设用地使用权招拍挂出让、签订出让合同",
  );
  await expect(ways.getByRole("listitem")).toContainText("预审〔2022〕3号");
  await expect(ways.getByRole("button", { name: "转正式" })).toBeHidden();

  step(desk, id, "A09", "approved", "2022-03-28");
  await page.reload();
  await expect(ways).toContainText("可以转正式");
  await ways.getByRole("button", { name: "转正式" }).click();
  await expect(ways.getByRole("listitem")).toContainText("2022年3月28日转正式");
  await expect(ways).not.toContainText("可以转正式");
  await ways.getByRole("button", { name: "删除模拟审批" }).click();
  await expect(ways.getByRole("listitem")).toHaveCount(0);
});

test("a pledge past its day says so in words, and a day that cannot be is refused beside the form", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  way(desk, id, "C05", "pledge", { begun_on: "2022-03-14", due_by: "2022-03-21" });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=C05`);
  const ways = part(page, "办理方式");
  await expect(ways).toContainText("承诺超期");
  await ways.getByRole("button", { name: "修改承诺即开工" }).click();
  const form = ways.getByRole("form", { name: "承诺即开工：填写" });
  await form.getByLabel("承诺日期").fill("2022-03-01");
  await form.getByLabel("承诺日期").press("Enter");
  await form.getByLabel("备注").fill("先行开工");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByRole("alert")).toContainText("承诺日期");
  await expect(form.getByLabel("备注")).toHaveValue("先行开工");
  await form.getByRole("button", { name: "取消" }).click();
  await ways.getByRole("button", { name: "登记兑现" }).click();
  await expect(ways).toContainText("2022年3月28日兑现");
  await expect(ways).not.toContainText("承诺超期");
});

test("a paper is added, ticked, left out and removed; level and escort stand in their place", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=C05`);
  const papers = part(page, "材料");
  for (const name of ["中标通知书", "资金安排证明"]) {
    await papers.getByLabel("本项目另需的材料").fill(name);
    await papers.getByLabel("本项目另需的材料").press("Enter");
    await expect(papers.getByRole("row", { name })).toBeVisible();
  }
  await expect(papers).toContainText("已备 0/10");
  await papers.getByRole("checkbox", { name: "资金安排证明已备齐" }).click();
  await expect(papers).toContainText("已备 1/10");
  await expect(papers.getByRole("row", { name: "资金安排证明" })).toContainText("03-28");
  await papers.getByRole("button", { name: "资金安排证明：更多" }).click();
  await page.getByRole("menuitem", { name: "填写日期" }).click();
  await papers.getByLabel("交件日期").fill("2022-03-25");
  await papers.getByLabel("交件日期").press("Enter");
  await expect(papers.getByRole("row", { name: "资金安排证明" })).toContainText("03-25");
  await papers.getByRole("button", { name: "完成" }).click();
  await papers.getByRole("button", { name: "中标通知书：更多" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await expect(papers).toContainText("已备 1/9");

  const panel = page.getByRole("complementary");
  await panel.getByRole("button", { name: /^审批层级/ }).click();
  await page.locator(".ant-select-item-option", { hasText: "省级" }).click();
  await expect(panel.getByRole("button", { name: /^审批层级 省级/ })).toBeVisible();
  await panel.getByRole("button", { name: /^跑办人员/ }).click();
  await panel.getByRole("textbox", { name: "跑办人员" }).fill("王敏");
  await panel.getByRole("textbox", { name: "跑办人员" }).press("Enter");
  await expect(panel.getByRole("button", { name: /^跑办人员 王敏/ })).toBeVisible();
});

test("an area assessment spares an item on its document, or shortens it", async ({ desk, page }) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=P02`);
  const ways = part(page, "办理方式");
  await ways.getByRole("button", { name: "添加办理方式" }).click();
  await page.getByRole("menuitem", { name: "区域评估已覆盖" }).click();
  const form = ways.getByRole("form", { name: "区域评估已覆盖：填写" });
  await form.getByRole("textbox", { name: "评估区域" }).fill("高新区");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByRole("alert")).toContainText("评估文件 必填。");
  await form.getByRole("textbox", { name: "评估文件" }).fill("庆环审〔2021〕8号");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(ways.getByRole("listitem")).toContainText("高新区，庆环审〔2021〕8号，不再单独办理");
  await expect(page.getByRole("complementary").locator(".side-head")).toContainText("高新区 庆环审〔2021〕8号");
  await ways.getByRole("button", { name: "修改区域评估已覆盖" }).click();
  await form.getByRole("textbox", { name: "缩短到（工作日）" }).fill("1.3");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("缩短到（工作日） 不在可选范围内，请另选或另填：1.3");
  await form.getByRole("textbox", { name: "缩短到（工作日）" }).fill("3");
  await page.keyboard.press("Enter");
  await expect(ways.getByRole("listitem")).toContainText("缩短到 3 个工作日");
  await expect(page.getByRole("complementary")).toContainText("承诺时限 3 个工作日");
  await ways.getByRole("button", { name: "删除区域评估已覆盖" }).click();
  await expect(page.getByRole("complementary")).not.toContainText("承诺时限 3 个工作日");

  // Another limit was agreed: it is said, and given up in one step.
  desk.call("approval_save", { project: id, item: "P02", set: { promised: 20 } });
  await page.reload();
  await ways.getByRole("button", { name: "添加办理方式" }).click();
  await page.getByRole("menuitem", { name: "区域评估已覆盖" }).click();
  await form.getByRole("textbox", { name: "评估文件" }).fill("庆环审〔2021〕8号");
  await form.getByRole("textbox", { name: "缩短到（工作日）" }).fill("3");
  await form.getByRole("button", { name: "保存", exact: true }).click();
  await expect(form).toContainText("已约定承诺时限 10 个工作日，改用区域评估的时限将取代它");
  await form.getByRole("button", { name: "取代承诺时限并保存" }).click();
  await expect(ways.getByRole("listitem")).toContainText("缩短到 3 个工作日");
  await expect(page.getByRole("complementary")).toContainText("承诺时限 3 个工作日");
});

test("the forecast says on what it rests, and days lost open under their sum", async ({ desk, page }) => {
  const id = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  const line = page.getByRole("region", { name: "按往年经验" });
  await expect(line).toContainText("经验不足（不到5件），按时限测算");
  for (const [n, on] of ["2022-01-07", "2022-01-11", "2022-01-11", "2022-01-14", "2022-01-18"].entries()) {
    const other = desk.project({ name: `往年项目${n}` });
    step(desk, other, "B03", "accepted", "2022-01-04");
    step(desk, other, "B03", "approved", on);
  }
  await page.reload();
  await expect(line).toContainText(/可开工 中位 \S+，八成不晚于 \S+（1 项有经验，\d+ 项按时限）/);
  const sum = line.getByRole("button", { name: /^误时/ });
  await expect(sum).toHaveText(/误时\s*部门 \d+ 个工作日，项目单位 \d+ 个工作日/);
  await expect(line.getByRole("table")).toBeHidden();
  await sum.press("Enter");
  await expect(line.getByRole("row", { name: /补正/ })).toContainText("建设工程设计方案审查");
  await line
    .getByRole("button", { name: /建设工程设计方案审查/ })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: /建设工程设计方案审查/ })).toBeVisible();
});

test("reminders stand above the board and lead to their item", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  const told = page.getByRole("region", { name: "到期提醒" });
  const line = told.getByRole("button", { name: /今日提醒/ });
  await expect(line).toContainText(/今日提醒 \d 件.*今日到期 1.*可转正式 1/);
  await line.press("Enter");
  await expect(told.getByRole("row", { name: /承诺/ })).toContainText("今日到期");
  const formal = told.getByRole("row", { name: /转正式/ });
  await expect(formal).toContainText("已可转 3 个日历日");
  await formal.getByRole("link").press("Enter");
  await expect(part(page, "办理方式")).toContainText("可以转正式");
  // The way back finds the list open.
  await page.goBack();
  await expect(formal).toBeVisible();
});

test.describe("with a screen larger than the window", () => {
  test.use({ screen: { width: 1920, height: 1200 } });

  test("a half-day's reminders are told once, on any page, and lead to the list", async ({ desk, page }) => {
    recorded(desk);
    await page.clock.install({ time: new Date("2022-03-28T08:20:00+08:00") });
    await desk.open(page);
    await page.clock.runFor("05:00");
    const said = page.getByRole("status").filter({ hasText: "今日提醒" });
    await expect(said).toBeHidden();
    await page.clock.runFor("06:00");
    await expect(said).toContainText(/今日提醒 \d 件/);
    await page.clock.runFor("00:20");
    await expect(said).toBeHidden();
    await page.clock.runFor("10:00");
    await expect(said).toBeHidden();
    await page.clock.setSystemTime(new Date("2022-03-28T16:29:30+08:00"));
    await page.clock.runFor("01:05");
    await said.getByRole("link", { name: "查看" }).click();
    await expect(page.getByRole("region", { name: "到期提醒" }).getByRole("table")).toBeVisible();
  });
});

test("nothing is told in full screen", async ({ desk, page }) => {
  recorded(desk);
  await page.clock.install({ time: new Date("2022-03-28T08:29:00+08:00") });
  await page.addInitScript(() => Object.defineProperty(window.screen, "height", { get: () => window.innerHeight }));
  await desk.open(page);
  await page.clock.runFor("03:05");
  await expect(page.locator(".app")).toBeVisible();
  await expect(page.getByText("今日提醒")).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("reminded")))).toEqual([]);
});

for (const language of ["zh", "en"] as const) {
  test(`ways, papers, days lost and reminders bear a look, ${language}`, async ({ desk, page }) => {
    const id = recorded(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const looked = async (name: string) => {
        await fits(page, `${name} ${size.width}`);
        await axe(page, `${name} ${size.width}`);
        await picture(page, `ways-${language}-${size.width}-${name}`);
      };
      await desk.go(page, "/ledger");
      await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
      await page.locator(".aw-ways").scrollIntoViewIfNeeded();
      await page.locator(".aw-line .link").waitFor({ state: "attached" });
      await unfold(page);
      await page.locator(".aw-line .link").click();
      await looked("item");
      await page.locator(".aw-add").click();
      await page.getByRole("menuitem").nth(3).click();
      await page.locator(".aw-form").waitFor();
      await looked("form");
      await page.locator(".aw-papers").scrollIntoViewIfNeeded();
      await page.locator(".aw-papers .c-more button").first().click();
      await page.getByRole("menuitem").first().click();
      await page.locator(".aw-days").waitFor();
      await looked("papers");
      await desk.go(page, "/approvals?reminders=true");
      await page.locator(".ab-reminded").waitFor();
      await looked("reminders");
    }
  });
}
