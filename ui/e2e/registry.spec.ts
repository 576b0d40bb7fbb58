import { expect, sample, test } from "./desk";

test("a zone of the office's own lies in a region and can be chosen from then on", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=regions");
  await expect(page.getByRole("heading", { name: "这里还没有功能区" })).toBeVisible();
  await page.getByLabel("新功能区名称").fill("高新技术产业开发区");
  await page.getByRole("button", { name: "新增" }).click();
  const row = page.getByRole("row", { name: /高新技术产业开发区/ });
  await expect(row).toContainText("230600-1");
  await expect(row).toContainText("黑龙江省大庆市");
  await desk.go(page, "/ledger");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "属地" }).click();
  await page.getByRole("combobox", { name: "任一地区（含下级）" }).click();
  await expect(page.getByTitle("黑龙江省大庆市高新技术产业开发区")).toBeVisible();
});
