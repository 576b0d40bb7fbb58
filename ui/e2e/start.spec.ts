import { expect, test } from "./desk";

test("first run: who, which office, where, then a ledger to import", async ({ desk, page }) => {
  await desk.open(page);
  await expect(page.getByLabel("姓名")).toBeFocused();
  await page.getByRole("button", { name: "空白开始" }).click();
  await expect(page.getByText("必填。").first()).toBeVisible();

  await page.getByLabel("姓名").fill("林晓");
  await expect(page.getByText("必填。")).toHaveCount(1);
  await page.getByLabel("专班名称").fill("大同区全要素保障专班");
  await expect(page.getByText("必填。")).toHaveCount(0);
  await page.getByLabel("所在地区").fill("大同区");
  await page.getByTitle("黑龙江省大庆市大同区").click();
  await page.getByRole("button", { name: "导入台账" }).click();

  await expect(page.getByRole("heading", { name: "选择要导入的台账" })).toBeVisible();
  await expect(page.locator(".status")).toContainText("大同区全要素保障专班");
  await page.getByRole("link", { name: "台账" }).click();
  await expect(page.getByRole("heading", { name: "台账还没有项目" })).toBeVisible();
});

test("the language follows the system, and stays as chosen", async ({ desk, browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await desk.open(page);
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByLabel("姓名")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByLabel("Your name").fill("Lin Xiao");
  await page.getByLabel("Office", { exact: true }).fill("Datong Task-Force Office");
  await page.getByRole("button", { name: "Start empty" }).click();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await desk.go(page, "/settings");
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "设置" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "设置" })).toBeVisible();
  await context.close();
});
