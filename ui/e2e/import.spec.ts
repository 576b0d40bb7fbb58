import type { Page } from "@playwright/test";
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
