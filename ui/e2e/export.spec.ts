import { readFileSync } from "node:fs";
import { axe } from "./axe";
import { expect, sample, test } from "./desk";
import { cell } from "./sheet";

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

test("what is new this month has a corner in the ledger, and is red in workbooks and on paper", async ({
  desk,
  page,
}) => {
  const [first] = sample(desk);
  const february = { image: "基础施工", done_total: 75_300_000 };
  desk.call("progress_save", { project: first, period: "2022-02", basis: "dispatch", set: february });
  await desk.open(page);
  await desk.go(page, "/ledger");
  await expect(cell(page, 0, "image")).toHaveAttribute("title", "本月有变化，2022年2月：基础施工");
  await expect(cell(page, 0, "issue")).toHaveAttribute("title", "本月有变化，2022年2月未填");
  // Its money is as it was; the others have no report before.
  await expect(page.locator(".sheet .fresh")).toHaveCount(2);
  await axe(page, "a ledger with what is new");

  await page.getByRole("button", { name: "导出", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const red = dialog.getByRole("checkbox", { name: /本月变化标红/ });
  await expect(red).not.toBeChecked();
  await dialog.getByRole("radio", { name: /A3 打印表/ }).check();
  await expect(red).toBeChecked();
  await axe(page, "the export dialog");
  const [asked] = await Promise.all([
    page.waitForRequest(/ledger_export/),
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "导出 4 个" }).click(),
  ]);
  expect(asked.postDataJSON().news).toBe(true);

  await desk.go(page, "/print");
  await expect(page.locator(".sheet-a3 .since")).toHaveText("红字为2月末以来的变化");
  const rows = page.locator(".sheet-a3 tbody tr");
  await expect(rows.nth(0).locator("td.new")).toHaveText(["北辰智能电机产业园一期主体施工", "高压线迁改未定"]);
  // The other three were not there: red throughout.
  await expect(rows.nth(1).locator("td.new")).toHaveCount(15);
  await axe(page, "the print view in red");
  await page.getByLabel("本月变化标红").click();
  await expect(page.locator(".sheet-a3 td.new, .sheet-a3 .since")).toHaveCount(0);
  // As it was chosen last.
  await page.reload();
  await expect(page.getByLabel("本月变化标红")).not.toBeChecked();
});
