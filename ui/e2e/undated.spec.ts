/** What a ledger only calls in hand or done: no clock, no result, until somebody fills the day in. */
import { axe } from "./axe";
import { expect, test } from "./desk";

const LEDGER =
  "项目名称,建设单位,立项,环评\n岱北重工产业园,岱北重工,办理中,√\n泰和精铸高端铸件,泰和精铸,办理中,不涉及\n";

test("days a ledger left out are filled in down one list", async ({ page, desk }) => {
  desk.found();
  desk.import("手续表.csv", LEDGER);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await page.getByRole("tab", { name: "未写日期 3" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await axe(page, "undated");
  const day = (project: string) => page.getByRole("row", { name: project }).getByRole("textbox");
  await day("岱北重工产业园").fill("3-24");
  await day("岱北重工产业园").press("Enter");
  await expect(day("泰和精铸高端铸件")).toBeFocused();
  // Another day's visit goes on with what was typed.
  await page.reload();
  await expect(page.getByText("已恢复上次未保存的内容")).toBeVisible();
  // A day to come is said to be one, though the picker would take it away without a word.
  await day("泰和精铸高端铸件").fill("2022-03-29");
  await day("泰和精铸高端铸件").press("Tab");
  await expect(page.getByRole("row", { name: "泰和精铸高端铸件" }).getByRole("alert")).toContainText("2022-03-29");
  await day("泰和精铸高端铸件").fill("3-25");
  await day("泰和精铸高端铸件").press("Enter");
  await expect(page.getByRole("row", { name: "泰和精铸高端铸件" }).getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "记下 2 个日期" }).click();
  await expect(page.getByText("没有符合条件的步骤")).toBeVisible();
  await page.getByRole("tab", { name: "在办" }).click();
  await expect(page.getByRole("row", { name: "岱北重工产业园" })).toContainText("超期 2");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("row", { name: "岱北重工产业园" })).toContainText("未写日期");
});

test("a day is filled in beside its step", async ({ page, desk }) => {
  desk.found();
  desk.import("手续表.csv", LEDGER);
  await desk.open(page);
  await desk.go(page, "/approvals?tab=figures");
  await expect(page.getByText("另有 1 项办结没写日期，未计入")).toBeVisible();
  await page.getByRole("link", { name: "去填日期" }).click();
  await page.getByRole("link", { name: "岱北重工产业园" }).click();
  await page.getByRole("button", { name: "填日期" }).click();
  const field = page.getByRole("textbox", { name: /^日期/ });
  await field.fill("3-1");
  await field.press("Tab");
  await page.getByRole("button", { name: "记下", exact: true }).click();
  await expect(page.getByText("03-01 办结").first()).toBeVisible();
});
