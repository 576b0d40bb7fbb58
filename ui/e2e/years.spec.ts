import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";
import { hold } from "./held";

/** Four projects at the end of 2021, one of them finished, with a list of the year. */
function december(desk: Desk): string[] {
  desk.today = "2021-12-20";
  const ids = sample(desk);
  for (const [at, id] of ids.entries()) {
    const set = { done_total: 40_000_000 + at * 1_000_000, done_year: 20_000_000, image: "主体施工" };
    desk.call("progress_save", { project: id, period: "2021-12", basis: "dispatch", set });
    desk.call("project_save", { id, set: { plan_year: 2021 } });
  }
  desk.call("project_save", { id: ids[3], set: { stage: "completed" } });
  const statistics = { project: ids[1], period: "2021-12", basis: "statistics", set: { done_total: 39_000_000 } };
  desk.call("progress_save", statistics);
  desk.today = "2022-01-10";
  return ids;
}

test("the year is turned: decided in bulk, carried out at once, taken back with one undo", async ({ desk, page }) => {
  const ids = december(desk);
  await desk.open(page);
  await desk.go(page, "/years?year=2022");
  const line = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(line("聚碳酸酯联合项目")).toContainText("续建结转");
  await expect(line("冷链物流园扩建项目")).toContainText("竣工转出");
  await expect(line("北辰智能电机产业园一期")).toContainText("前期续报");

  await line("聚碳酸酯联合项目").getByRole("checkbox").click();
  await page.getByRole("checkbox", { name: "累计改用统计年报数" }).click();
  await page.getByRole("button", { name: "确定", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("须写原因");
  await page.getByLabel("原因").fill("以统计年报为准");
  await page.keyboard.press("Enter");
  await expect(line("聚碳酸酯联合项目")).toContainText("3,900");
  await expect(line("聚碳酸酯联合项目")).toContainText("以统计年报为准");

  await line("北辰智能电机产业园一期").getByRole("checkbox").click();
  await page.getByRole("combobox", { name: "定为" }).click();
  await page.locator(".ant-select-item", { hasText: "待定" }).click();
  await page.getByRole("button", { name: "确定", exact: true }).click();
  await expect(page.getByText("待定 1 个不动")).toBeVisible();
  await page.getByRole("button", { name: "结转到 2022 年" }).click();
  await expect(page.getByText("2022-01-10 已结转")).toBeVisible();
  await expect(page.getByText("截至上年底累计取自快照“2021年”")).toBeVisible();
  type Reports = { progress: { period: string; basis: string; done_total: number; done_year: number | null }[] };
  const reports = desk.call<Reports>("project_get", { id: ids[1] }).progress.filter((one) => one.basis === "dispatch");
  const figures = reports
    .filter((one) => one.period < "2022-03")
    .map((one) => [one.period, one.done_total, one.done_year]);
  expect(figures).toEqual([["2021-12", 41_000_000, 20_000_000]]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("2022-01-10 已结转")).toHaveCount(0);
  await expect(page.getByText("已撤销：年度结转“2022”")).toBeVisible();
});

test("targets are typed in place and the schedule is the document's", async ({ desk, page }) => {
  december(desk);
  await desk.open(page);
  await desk.go(page, "/years?year=2022&tab=targets");
  await expect(page.getByRole("heading", { name: "还没有 2022 年的目标" })).toBeVisible();
  await axe(page, "no targets");
  await page.getByRole("button", { name: "新增目标" }).click();
  const type = async (what: string, text: string) => {
    await page.getByRole("button", { name: new RegExp(`^${what}目标`) }).click();
    await page.getByRole("textbox", { name: `${what}目标` }).fill(text);
    await page.keyboard.press("Enter");
  };
  await type("项目个数", "252");
  await type("年度计划投资", "317亿");
  await expect(page.getByRole("button", { name: /^年度计划投资目标/ })).toHaveText("3,170,000");
  await page.getByLabel("6月底序时百分比").fill("60");
  await page.getByLabel("12月底序时百分比").fill("120");
  await page.keyboard.press("Enter");
  await expect(page.locator(".months .due").nth(4)).toHaveText("50.0");
  await expect(page.locator(".months .due").nth(7)).toHaveText("80.0");
  await page.getByLabel("6月底序时百分比").fill("150");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("逐月不减");
});

test("a quarter's target stands beside what was invested up to its end", async ({ desk, page }) => {
  desk.today = "2022-05-10";
  const ids = sample(desk);
  for (const [period, done_year] of [
    ["2022-03", 30_000_000],
    ["2022-04", 45_000_000],
  ] as const)
    desk.call("progress_save", { project: ids[0], period, basis: "dispatch", set: { done_year } });
  desk.call("year_target_save", {
    id: null,
    set: { year: 2022, quarter1: 50_000_000, quarter2: 90_000_000, quarter3: 200_000_000 },
  });
  await desk.open(page);
  await desk.go(page, "/years?year=2022&tab=targets");
  const cells = (name: RegExp) => page.getByRole("row", { name }).getByRole("cell");
  await expect(cells(/^一季度末累计投资/)).toHaveText(["5,000", "3,000", "−2,000"]);
  await expect(cells(/^二季度末累计投资/)).toHaveText(["9,000", "至4月 4,500", "−4,500"]);
  await expect(cells(/^三季度末累计投资/)).toHaveText(["20,000", "", ""]);
  await expect(cells(/^四季度末累计投资/)).toHaveText(["—", "", ""]);
});

test("a slow save does not take the focus from the field that is typed in meanwhile", async ({ desk, page }) => {
  december(desk);
  desk.call("year_target_save", { id: null, set: { year: 2022 } });
  await desk.open(page);
  await desk.go(page, "/years?year=2022&tab=targets");
  const go = await hold(page, "year_target_save");
  await page.getByRole("button", { name: /^项目个数目标/ }).click();
  await page.getByRole("textbox", { name: "项目个数目标" }).fill("252");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^新开工目标/ }).click();
  await page.getByRole("textbox", { name: "新开工目标" }).fill("4");
  go();
  await expect(page.getByRole("button", { name: /^项目个数目标/ })).toHaveText("252");
  await expect(page.getByRole("textbox", { name: "新开工目标" })).toBeFocused();
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^新开工目标/ })).toHaveText("40");
  await expect(page.getByRole("button", { name: /^新开工目标/ })).toBeFocused();
});

test("a frozen list keeps its words; the next version is compared with it", async ({ desk, page }) => {
  const ids = december(desk);
  const [v1] = desk.call<{ id: string }[]>("list_list", {});
  desk.call("membership_save", { project: ids[0], list: v1?.id, serial: "57", grouping: null });
  const issued = { name: "省重点项目", year: 2022, version: "印发稿", replaces: v1?.id, document: "黑发改〔2022〕8号" };
  const v2 = desk.call<{ id: string }>("list_save", { id: null, set: issued });
  desk.call("list_freeze", { list: v1?.id, frozen: true });
  desk.call("standing_change_save", { project: ids[0], standing: "renamed", name: "北辰电机一期" });
  for (const [at, id] of ids.slice(0, 3).entries()) {
    desk.call("membership_save", { project: id, list: v2.id, serial: String(at + 1), grouping: null });
  }
  await desk.open(page);
  await desk.go(page, "/years?tab=lists");
  const first = page.locator(".versions-list tbody tr").filter({ hasNotText: "印发稿" });
  await first.getByRole("button", { name: "省重点项目", exact: true }).click();
  await page.getByPlaceholder("序号或名称").fill("57");
  await expect(page.locator(".list-lines tbody tr")).toHaveCount(1);
  await expect(page.locator(".list-lines tbody tr")).toContainText("北辰智能电机产业园一期 现名 北辰电机一期");
  await page
    .getByRole("row", { name: /印发稿/ })
    .getByRole("button", { name: "省重点项目", exact: true })
    .click();
  await page.getByRole("button", { name: /^对比/ }).click();
  await expect(page.getByText("4 + 调入 0 − 调出 1 = 3")).toBeVisible();
  await page.getByRole("button", { name: "更名 1" }).click();
  await expect(page.locator(".list-lines tbody tr")).toContainText("北辰电机一期");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出比较表" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});

test("leaders hand over by a date, and who has none is listed", async ({ desk, page }) => {
  december(desk);
  desk.project({ name: "没有领导的项目", region: "230604" });
  await desk.open(page);
  await desk.go(page, "/years?tab=duties");
  await page.getByLabel("沈国栋 交给").fill("韩冬梅");
  await page.getByRole("checkbox", { name: "选择 没有领导的项目" }).click();
  await page.getByLabel("安排").fill("韩冬梅");
  await page.getByRole("button", { name: "交接", exact: true }).click();
  await expect(page.getByRole("row", { name: /^韩冬梅/ })).toContainText("5");
  await expect(page.getByText("每个计数的项目都有人")).toBeVisible();
});

for (const language of ["zh", "en"]) {
  test(`every page of the year is whole and readable, ${language}`, async ({ desk, page }) => {
    test.setTimeout(120_000);
    december(desk);
    desk.call("setting_save", { key: "language", value: language });
    desk.call("year_target_save", {
      id: null,
      set: { year: 2022, count: 252, plan: 31_700_000_000, schedule: "6:600 12:1200" },
    });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const tab of ["turn", "targets", "lists", "duties"]) {
        await desk.go(page, `/years?year=2022&tab=${tab}`);
        await page.locator("table").first().waitFor();
        await page.waitForTimeout(200);
        await fits(page, tab);
        await axe(page, tab);
        await picture(page, `years-${tab}-${language}-${size.width}`);
      }
    }
  });
}

test("an empty desk says what to do first", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  for (const [tab, heading] of [
    ["turn", "没有可结转的项目"],
    ["targets", "还没有 2022 年的目标"],
    ["lists", "还没有清单"],
    ["duties", "还没有包保领导"],
  ]) {
    await desk.go(page, `/years?year=2022&tab=${tab}`);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    await axe(page, `empty ${tab}`);
  }
});
