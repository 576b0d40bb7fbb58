import { expect, LEDGER, sample, test } from "./desk";

test("sorting, finding and filtering happen on the whole ledger", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const grid = page.getByRole("grid");
  const names = grid.locator(".name");
  await expect(names).toHaveText([/北辰/, /聚碳酸酯/, /大豆/, /冷链/]);
  await page.getByRole("columnheader", { name: "总投资" }).click();
  await expect(names).toHaveText([/聚碳酸酯/, /北辰/, /大豆/, /冷链/]);
  await expect(page.getByRole("columnheader", { name: "总投资" })).toHaveAttribute("aria-sort", "descending");

  await page.getByLabel("搜项目、企业、代码").fill("粮油");
  await expect(names).toHaveText([/大豆/]);
  await expect(grid).toContainText("合计 1 个");
  await page.getByRole("button", { name: "清除", exact: true }).click();

  await page.getByRole("button", { name: "类别" }).click();
  await page.getByRole("menuitem", { name: "续建" }).click();
  await expect(names).toHaveText([/聚碳酸酯/, /冷链/]);
  await page.getByRole("button", { name: "清除类别" }).click();
  await page.getByRole("button", { name: "有存在问题" }).click();
  await expect(names).toHaveCount(2);
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(names).toHaveCount(4);
});

test("万元 and 亿元 show the same money", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const sum = page.locator(".foot");
  await expect(sum).toContainText("521,940");
  await page.getByRole("button", { name: "亿元" }).click();
  await expect(sum).toContainText("52.194");
});

test("nothing that matches says so, with the way back", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByLabel("搜项目、企业、代码").fill("没有这样的项目");
  await expect(page.getByRole("heading", { name: "没有符合条件的项目" })).toBeVisible();
});

test("a long ledger is moved through by keyboard alone", async ({ desk, page }) => {
  desk.found();
  desk.cli("import", LEDGER);
  await desk.open(page);
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "122");
  await grid.locator('[data-spot="0:2"]').focus();
  await page.keyboard.press("Control+End");
  await expect(page.locator(":focus")).toHaveAttribute("data-spot", "119:17");
  await page.keyboard.press("Control+Home");
  await expect(page.locator(":focus")).toHaveAttribute("data-spot", "0:0");
  await page.keyboard.press("PageDown");
  await expect(page.locator(":focus")).not.toHaveAttribute("data-spot", "0:0");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveText("项目名称");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAttribute("aria-sort", "ascending");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(":focus")).toContainText("佳木斯");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/project\//);
});
