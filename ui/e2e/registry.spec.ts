import { expect, sample, test } from "./desk";

test("units stand in official order, are edited in place, and come back with one undo", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "设置" }).click();
  await page.getByRole("tab", { name: "成员单位" }).click();
  await expect(page.getByRole("heading", { name: "还没有成员单位" })).toBeVisible();

  const add = async (name: string, short: string) => {
    await page.getByLabel("新单位名称").fill(name);
    await page.getByLabel("新单位简称").fill(short);
    await page.getByRole("button", { name: "新增" }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
  };
  await add("市自然资源局", "资规局");
  await add("市发展和改革委员会", "发改委");
  await add("市住房和城乡建设局", "住建局");
  const names = page.locator("tbody td:nth-child(3)");
  await expect(names).toHaveText(["市自然资源局", "市发展和改革委员会", "市住房和城乡建设局"]);

  await page.getByRole("button", { name: "上移 市发展和改革委员会" }).click();
  await expect(names).toHaveText(["市发展和改革委员会", "市自然资源局", "市住房和城乡建设局"]);
  await expect(page.locator("tbody td:first-child")).toHaveText(["1", "2", "3"]);

  await page.getByRole("button", { name: /^市自然资源局 归口单位/ }).click();
  await page.getByTitle("发改委").click();
  await expect(page.getByRole("row", { name: /市自然资源局/ })).toContainText("发改委");
  await page.getByRole("checkbox", { name: "市住房和城乡建设局参与排名" }).click();
  await expect(page.getByRole("checkbox", { name: "市住房和城乡建设局参与排名" })).not.toBeChecked();

  await page.getByRole("button", { name: /^市住房和城乡建设局 备注/ }).click();
  await page.getByRole("textbox", { name: "市住房和城乡建设局 备注" }).fill("二号楼");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /市住房和城乡建设局/ })).toContainText("二号楼");

  await page.getByRole("button", { name: "删除 市住房和城乡建设局" }).click();
  await expect(names).toHaveText(["市发展和改革委员会", "市自然资源局"]);
  await expect(page.locator(".undo").filter({ hasText: "删除单位" })).toBeVisible();
  await page.getByRole("button", { name: /撤销.*Ctrl Z/ }).click();
  await expect(names).toHaveText(["市发展和改革委员会", "市自然资源局", "市住房和城乡建设局"]);
});

test("people belong to units; a unit they belong to is kept", async ({ desk, page }) => {
  sample(desk);
  desk.call("department_save", { id: null, set: { name: "市自然资源局", short_name: "资规局", position: 1 } });
  await desk.open(page);
  await desk.go(page, "/settings?tab=people");
  const mine = page.getByRole("row", { name: /林晓/ });
  await expect(mine).toContainText("本人");
  await expect(page.getByRole("button", { name: "删除 林晓" })).toHaveCount(0);

  await page.getByLabel("新人员姓名").fill("赵维新");
  await page.getByLabel("新人员的职务").fill("局长");
  await page.getByRole("button", { name: "新增" }).click();
  const row = page.getByRole("row", { name: /赵维新/ });
  await expect(row).toContainText("局长");
  await page.getByRole("button", { name: /^赵维新 单位/ }).click();
  await page.getByTitle("资规局").click();
  await expect(row).toContainText("资规局");

  await page.getByLabel("新人员姓名").fill("");
  await page.getByRole("button", { name: "新增" }).click();
  await expect(page.getByRole("alert")).toHaveText("必填。");
});

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
