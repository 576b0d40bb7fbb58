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
