import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe } from "./axe";
import { type Desk, expect, LEDGER, test } from "./desk";

async function choose(desk: Desk, page: Page, file: string) {
  await desk.go(page, "/import");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选择文件" }).click(),
  ]);
  await dialog.setFiles(file);
  await expect(page.getByRole("heading", { name: "识别结果" })).toBeVisible();
}

test("a ledger of 120 projects goes in, and one undo takes it back", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await choose(desk, page, LEDGER);
  const found = page.getByLabel("识别结果");
  await expect(found).toContainText("120 个项目");
  await expect(found).toContainText("15,798,165");
  await expect(page.getByRole("row", { name: /^6 第 6 行：分组/ })).toContainText("一、化工产业");

  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  await expect(page.getByRole("tab", { name: "新增 120" })).toBeVisible();
  await expect(page.getByLabel("写入之后")).toContainText("15,798,165");
  await page.getByRole("button", { name: "写入 120 个" }).click();
  await expect(page.getByRole("heading", { name: "已写入" })).toBeVisible();
  await page.getByRole("button", { name: "查看台账" }).click();
  await expect(page.getByRole("grid")).toContainText("合计 120 个");
  await expect(page.getByRole("grid")).toContainText("15,798,165");

  await page.keyboard.press("Control+z");
  await expect(page.locator(".undo", { hasText: "已撤销：导入台账" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "台账还没有项目" })).toBeVisible();
});

test("the same ledger again changes nothing; what was edited here is shown and not ticked", async ({ desk, page }) => {
  desk.found();
  desk.cli("import", LEDGER, "--sender", "省专班");
  const { rows } = desk.call<{ rows: { id: string; name: string }[] }>("project_list", { limit: 1 });
  const first = rows[0];
  desk.call("project_save", { id: first?.id, set: { total: 990_000_000 } });
  await desk.open(page);
  await choose(desk, page, LEDGER);
  await page.getByLabel("填报单位").fill("省专班");
  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  await expect(page.getByRole("tab", { name: "变化 1", exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "变化 1", exact: true }).click();
  const line = page.getByRole("row").filter({ hasText: first?.name ?? "" });
  await expect(line).toContainText("99,000");
  await expect(line).toContainText("林晓在此改过，未勾选");
  await expect(line.getByRole("checkbox", { name: "总投资" })).not.toBeChecked();
});

test("a column can be given another meaning, a line another kind", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await choose(desk, page, LEDGER);
  await page.getByRole("button", { name: /^第 7 行/ }).click();
  await page.getByRole("menuitem", { name: "注" }).click();
  await expect(page.getByLabel("识别结果")).toContainText("119 个项目");
  await expect(page.getByLabel("识别结果")).toContainText("导入以逐行为准");
});

test("what is no ledger is refused with its reason", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/import");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选择文件" }).click(),
  ]);
  await dialog.setFiles({
    name: "照片.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK\u0003\u0004 cut off"),
  });
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("heading", { name: "选择要导入的台账" })).toBeVisible();
});

test("统计局入库名单 is known for what it is: figures of statistics, and no project changed or made", async ({
  desk,
  page,
}) => {
  desk.found();
  const known = desk.project(
    { name: "电机产业园", region: "230604", code: "2107-230604-04-01-503554", total: 753_000_000 },
    "大庆示例公司",
  );
  const gone = desk.project({ name: "老城区供热改造项目", region: "230604" }, "大庆示例公司");
  desk.call("statistics_entry_save", { project: gone, set: { entered: true } });
  const list = join(desk.folder, "入库名单.csv");
  const heads =
    "序号,项目代码（统计）,国家统一项目代码,项目名称,项目法人单位,项目所在地区划（12位）,计划总投资,自开始建设累计完成投资,本年完成投资,本月增减原因";
  const lines = [
    "1,230604000001,2107-230604-04-01-503554,年产3000台电机技术改造项目,大庆示例公司,230604000000,80000,18600,900,",
    "2,230604000005,,与台账无关的一条道路,大庆示例公司,230604000000,90,10,10,",
  ];
  writeFileSync(list, `\uFEFF2022年1—2月固定资产投资入库名单\n单位：万元\n${heads}\n${lines.join("\n")}\n`);
  await desk.open(page);
  await choose(desk, page, list);
  const whose = page.getByRole("group", { name: "口径" });
  await expect(whose.getByRole("button", { name: "统计" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("项目名称、总投资、阶段和调度数都不改")).toBeVisible();
  await expect(page.getByLabel("计划年度")).toBeHidden();
  await whose.getByRole("button", { name: "调度" }).click();
  await expect(page.getByText("项目名称、总投资、阶段和调度数都不改")).toBeHidden();
  await whose.getByRole("button", { name: "统计" }).click();
  const month = page.getByLabel("数据截至", { exact: true });
  await expect(month).toHaveValue("2022-02");
  await month.fill("2022-01");
  await month.press("Tab");
  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  await expect(page.getByRole("alert")).toContainText("统计口径一月不单独报");
  await month.fill("2022-02");
  await month.press("Tab");
  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  await expect(page.getByRole("tab", { name: "变化 1", exact: true })).toBeVisible();
  await expect(page.getByRole("tab", { name: "台账里没有 1" })).toBeVisible();
  await expect(page.getByLabel("写入之后")).toContainText("统计数，2022-02");
  await expect(page.getByLabel("写入之后")).toContainText("老城区供热改造项目");
  const line = page.getByRole("row").filter({ hasText: "与台账无关的一条道路" });
  await expect(line).toContainText("不写入，也不新建");
  await expect(line.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: "年产3000台电机技术改造项目" }).first()).toContainText(
    "电机产业园",
  );
  await axe(page, "the bureau's list before it is written");
  await page.getByRole("button", { name: "写入 1 个" }).click();
  await expect(page.getByRole("heading", { name: "已写入" })).toBeVisible();
  await desk.go(page, `/project/${known}?tab=progress`);
  await expect(page.getByRole("main")).toContainText("18,600");
  await desk.go(page, `/project/${known}`);
  await expect(page.getByRole("button", { name: /^总投资 / })).toHaveText("75,300");
});
