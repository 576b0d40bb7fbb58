import { readFileSync } from "node:fs";
import { expect, sample, test } from "./desk";

test("what is shown is exported as a workbook", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const filters = JSON.stringify([{ column: "carried", op: "any_of", values: ["continued"] }]);
  await desk.go(page, `/ledger?filters=${encodeURIComponent(filters)}`);
  await expect(page.locator(".sheet .name")).toHaveCount(2);
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("radio", { name: /当前列表/ }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出 2 个" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("项目列表 2022-03-28.xlsx");
  const path = await download.path();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  await expect(page.getByText("已导出 2 个项目")).toBeVisible();
});

test("only the ticked rows are exported, with the columns of the page", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/ledger");
  await page.getByLabel(/^选中 聚碳酸酯/).click();
  await page.getByLabel(/^选中 冷链/).click();
  await page.getByRole("toolbar", { name: "已选 2 个" }).getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("选中的 2 个项目");
  await expect(dialog.getByRole("radio", { name: /当前列表/ })).toBeChecked();
  const [asked, download] = await Promise.all([
    page.waitForRequest(/ledger_export/),
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "导出 2 个" }).click(),
  ]);
  const input = asked.postDataJSON();
  expect(input.query.projects).toHaveLength(2);
  expect(input.columns.slice(0, 4)).toEqual(["entered", "light", "name", "region"]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await expect(page.getByText("已导出 2 个项目")).toBeVisible();
});
