/** Milestones of a project and of the office, the four reductions, and the three lists. */
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** One project in production within a year, one that is on its way. */
function recorded(desk: Desk): string[] {
  const ids = sample(desk);
  const [a = "", b = ""] = ids;
  const days = { conceived_actual: "2021-02-10", signed_actual: "2021-06-10", started_actual: "2021-06-28" };
  desk.call("project_save", { id: a, set: { ...days, operating_actual: "2021-12-26", stage: "operating" } });
  desk.call("project_save", { id: b, set: { conceived_actual: "2021-12-01", started_actual: "2022-03-01" } });
  return ids;
}

test("the days of a project, the time between them and the answers with their reasons", async ({ desk, page }) => {
  const [a = "", b = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${a}`);
  const part = page.getByRole("region", { name: "里程碑" });
  await expect(part.getByRole("row", { name: /^签约/ })).toContainText("120 天 4 个月 自谋划");
  await expect(part).toContainText("签约当月开工是");
  await expect(part).toContainText("当年策划、当年开工、当年投产是");
  await expect(part.getByRole("row", { name: /^首台（件）下线/ })).toContainText("—");
  await page.getByRole("button", { name: /^首台（件）下线/ }).click();
  await page.getByRole("textbox", { name: "首台（件）下线" }).fill("2021-12-28");
  await page.keyboard.press("Enter");
  await expect(part.getByRole("row", { name: /^首台（件）下线/ })).toContainText("183 天");
  await desk.go(page, `/project/${b}`);
  await expect(part).toContainText("当年策划、当年开工、当年投产否开工不在同期；期内没有投产");
});

test("of the office the quickest first, with what is known of how many", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals?tab=figures&span=all");
  const table = page.getByRole("region", { name: "项目里程碑" });
  await expect(table.getByRole("link")).toHaveText(["北辰智能电机产业园一期", "聚碳酸酯联合项目"]);
  await expect(table.getByRole("row", { name: /^北辰/ })).toContainText("319 天");
  await expect(table).toContainText("当年策划、当年开工、当年投产 1 / 2 个");
});

test("steps and fees of several items in a draft, their sums, and what the decided approvals come to", async ({
  desk,
  page,
}) => {
  const [a = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=library");
  await page.getByRole("button", { name: "新建草稿", exact: true }).click();
  for (const name of ["建设工程规划许可证核发", "建设工程设计方案审查"])
    await page
      .getByRole("checkbox", { name: new RegExp(`^选中 ${name}`) })
      .first()
      .click();
  await page.getByRole("toolbar", { name: "已选 2 项" }).getByRole("button", { name: "批量填写" }).click();
  const dialog = page.getByRole("dialog", { name: "批量填写 2 项" });
  await dialog.getByLabel(/^优化前环节/).fill("8");
  await dialog.getByLabel(/^优化后环节/).fill("三");
  await dialog.getByRole("button", { name: "写入 2 项" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel(/^优化后环节/).fill("3");
  await dialog.getByLabel(/^优化前收费/).fill("1,200");
  await dialog.getByLabel(/^优化后收费/).fill("0");
  await dialog.getByLabel("所在清单").click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("两张都在").click();
  await axe(page, "the form");
  await picture(page, "reductions-dialog");
  await dialog.getByRole("button", { name: "写入 2 项" }).click();
  await expect(dialog).toHaveCount(0);
  const sums = page.getByRole("list", { name: "四减" });
  await expect(sums).toContainText("环节 16→6（−62.5%，2 项）");
  await expect(sums).toContainText("收费 2,400→0 元（−100.0%，2 项）");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发布/ }).click();
  await expect(page.getByRole("button", { name: "新建草稿", exact: true })).toBeVisible();

  desk.call("approval_step", { project: a, item: "B03", state: "approved", happened_on: "2022-03-10", set: {} });
  await desk.go(page, "/approvals?tab=figures");
  const part = page.getByRole("region", { name: "四减" });
  await expect(part.getByRole("row", { name: /^减环节/ })).toContainText("1 8 3 62.5".replaceAll(" ", ""));
  await expect(part.getByRole("row", { name: /^减材料/ })).not.toContainText("%");

  await desk.go(page, "/approvals?tab=lists");
  await expect(page.getByText("权力清单 2 项，责任清单 2 项，审批事项库另有 75 项未标")).toBeVisible();
  await expect(page.getByRole("table", { name: "权力清单" })).toContainText("建设工程规划许可证核发");
  await page.getByRole("button", { name: "导出三张清单" }).click();
  const saving = page.getByRole("dialog", { name: "导出三张清单" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    saving.getByRole("button", { name: /^导\s?出$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("三张清单 2022-03-28.xlsx");
  await expect(saving.getByRole("status")).toContainText("已写出 4 行。");
});

test("an entry of the negative list is made, tells on the project why, stands in the checks, and is taken back", async ({
  desk,
  page,
}) => {
  const [, b = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals?tab=lists&list=negative");
  await expect(page.getByRole("heading", { name: "还没有负面清单条目" })).toBeVisible();
  await axe(page, "no entry");
  await page.getByRole("button", { name: "新增条目" }).click();
  const dialog = page.getByRole("dialog", { name: "新增负面清单条目" });
  await dialog.getByLabel("条目").fill("示例：新增聚碳酸酯产能");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel("关键词").fill("聚碳酸酯");
  await axe(page, "the form");
  await picture(page, "negative-dialog");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("table", { name: "负面清单" })).toContainText("禁止准入");
  await desk.go(page, `/project/${b}`);
  await expect(page.getByText("涉及负面清单（禁止准入）")).toBeVisible();
  await expect(page.getByText("“示例：新增聚碳酸酯产能”：出现“聚碳酸酯”")).toBeVisible();
  await picture(page, "negative-project");
  await expect(page.getByText("没有记理由")).toBeVisible();
  const rows = () => desk.call<{ rows: { check: string }[] }>("check_list", {}).rows;
  const touched = () => rows().filter((row) => row.check === "negative");
  expect(touched()).toHaveLength(1);

  // A new project: why and on whose authority is seen, and a reason is written, before it is registered.
  await desk.go(page, "/new");
  await page.getByLabel("名称", { exact: true }).fill("聚碳酸酯二期项目");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  const asks = page.getByRole("region", { name: /涉及负面清单 1 条/ });
  await expect(asks).toContainText("“示例：新增聚碳酸酯产能”：出现“聚碳酸酯”");
  await expect(asks).toContainText("没有登记依据");
  await axe(page, "what the negative list asks");
  await picture(page, "negative-new");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(asks.getByRole("alert")).toHaveText("必填。");
  expect(desk.call<{ rows: unknown[] }>("project_list", { text: "聚碳酸酯二期", limit: 9 }).rows).toHaveLength(0);
  await asks.getByLabel("仍然登记的理由").fill("只扩公用工程，不新增产能");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.getByText("理由：只扩公用工程，不新增产能")).toBeVisible();
  expect(touched(), "the new one is let pass with its reason").toHaveLength(1);
  await desk.go(page, "/approvals?tab=lists&list=negative");
  await page.getByRole("button", { name: "删除 示例：新增聚碳酸酯产能" }).click();
  await expect(page.getByRole("heading", { name: "还没有负面清单条目" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("table", { name: "负面清单" })).toContainText("聚碳酸酯");
});

for (const language of ["zh", "en"] as const) {
  test(`nothing sticks out and no fault of accessibility, ${language}`, async ({ desk, page }) => {
    const [a = ""] = recorded(desk);
    desk.call("approval_step", { project: a, item: "B03", state: "approved", happened_on: "2022-03-10", set: {} });
    desk.call("negative_save", { id: null, set: { name: "示例条目", words: "北辰", measure: "permit" } });
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const pages = ["/approvals?tab=figures&span=all", "/approvals?tab=lists&list=negative", `/project/${a}`];
      for (const [at, to] of pages.entries()) {
        await desk.go(page, to);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await page.waitForTimeout(300);
        await fits(page, to);
        await axe(page, `${to} ${size.width}`);
        await picture(page, `milestones-${language}-${size.width}-${at}`);
      }
    }
  });
}
