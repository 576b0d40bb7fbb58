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

/** Names of the files in a ZIP, from its directory. */
function inside(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4)) {
    names.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString());
  }
  return names;
}

test("a list for each leader, in one zip with names that say whose", async ({ desk, page }) => {
  const [first] = sample(desk);
  desk.call("duty_save", { id: null, project: first, set: { role: "leader", name: "王海涛" } });
  desk.project({ name: "还没有人包保的项目" });
  await desk.open(page);
  await desk.go(page, "/ledger");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /简表/ }).check();
  await dialog.getByRole("radio", { name: "每位包保领导一个文件（zip）" }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "导出 5 个" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/ 2022-03-28\.zip$/);
  const names = inside(readFileSync(await download.path()));
  expect(names).toEqual([
    "01_沈国栋_2022年3月_重点项目台账_截至0328.xlsx",
    "02_王海涛_2022年3月_重点项目台账_截至0328.xlsx",
    "03_未定包保领导_2022年3月_重点项目台账_截至0328.xlsx",
  ]);
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
