import type { Page } from "@playwright/test";
import { axe } from "./axe";
import { expect, test } from "./desk";

/** Types into a field of the need at hand, which reads like text. */
async function type(page: Page, label: string, text: string) {
  await page.getByRole("button", { name: new RegExp(`^用电 ${label} `) }).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("a need has its unit and its person, is counted with whoever has it, and is over when somebody says so", async ({
  desk,
  page,
}) => {
  desk.found();
  const id = desk.project({ name: "北辰智能电机产业园一期", stage: "preparing", region: "230604" });
  desk.call("department_save", { id: null, set: { name: "市自然资源局", short_name: "资规局", position: 1 } });
  const unit = desk.call<{ id: string }>("department_save", {
    id: null,
    set: { name: "国网大庆供电公司", short_name: "供电公司", position: 2 },
  });
  desk.call("person_save", { id: null, set: { name: "孙强", department: unit.id } });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=needs`);
  await page.getByRole("button", { name: "新增需求" }).click();
  await page.getByRole("combobox", { name: "选择要素" }).fill("用电容量");
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: /^用电/ });
  await expect(row).toContainText("2022-03-28");
  await expect(row).toContainText("未派单位");

  // No quantity: only days, a unit and a person.
  await type(page, "内容", "高压线迁改");
  await type(page, "提出日期", "2022-03-01");
  await type(page, "需求时间", "2022-03-20");
  await page.getByRole("button", { name: /^用电 承办单位 / }).click();
  await page.getByTitle("供电公司").click();
  await page.getByRole("button", { name: /^用电 经办人 / }).click();
  await page.getByTitle("孙强").click();
  await expect(row).toContainText("供电公司");
  await expect(row).toContainText("孙强");
  await expect(row).toContainText("超期");
  await expect(page.locator(".ph .lt-red")).toBeVisible();
  await axe(page, "a need");

  const stuck = page.locator('.twelve li[data-q="stuck"]');
  const why = page.locator('.twelve li[data-q="why"]');
  await desk.go(page, `/board?project=${id}`);
  await expect(stuck).toContainText("在办1件，最多的是供电公司1件（最长19个工作日）");
  await expect(why).toContainText("另有1件需求和问题没有解决：高压线迁改提出19个工作日，由供电公司办");

  // Over, by a word: the light goes, and so does the count.
  await desk.go(page, `/project/${id}?tab=needs`);
  await row.getByRole("button", { name: "用电 办结", exact: true }).click();
  await expect(row).toContainText("已办结");
  await expect(page.locator(".ph .lt-red")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^用电 办结日期 / })).toHaveText("2022-03-28");
  await desk.go(page, `/board?project=${id}`);
  await expect(stuck).toContainText("没有登记在办的审批");
  await expect(why).not.toContainText("没有解决");

  // And back again: by its button, and by the undo of everything.
  await desk.go(page, `/project/${id}?tab=needs`);
  await row.getByRole("button", { name: "用电 撤回办结" }).click();
  await expect(page.locator(".ph .lt-red")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(row).toContainText("已办结");
  await page.getByRole("tab", { name: /^历史/ }).click();
  await expect(page.getByRole("row", { name: /承办单位/ })).toContainText("国网大庆供电公司");
});

test("a unit that is not in the address book is typed and joins it; a person may be anybody", async ({
  desk,
  page,
}) => {
  desk.found();
  const id = desk.project({ name: "甲项目" });
  const set = { kind: "need", element: "用电", content: "临时用电" };
  desk.call("matter_save", { id: null, project: id, set });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=needs`);
  await page.getByRole("button", { name: /^用电 承办单位 / }).click();
  await page.keyboard.type("大同区供电所");
  await page.getByTitle("加入通讯录：大同区供电所").click();
  await expect(page.getByRole("button", { name: /^用电 承办单位 / })).toHaveText("大同区供电所");
  await type(page, "经办人", "老李");
  await expect(page.getByRole("button", { name: /^用电 经办人 / })).toHaveText("老李");
  // What is left with Esc stays as it was.
  await page.getByRole("button", { name: /^用电 经办人 / }).click();
  await page.keyboard.type("小王");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^用电 经办人 / })).toHaveText("老李");
  await desk.go(page, "/people");
  await expect(page.getByText("大同区供电所").first()).toBeVisible();
});

test("the table of needs has room at 1366 and at 1093", async ({ desk, page }) => {
  desk.found();
  const id = desk.project({ name: "甲项目" });
  const land = { kind: "need", element: "用地", content: "新增建设用地指标，其中占用耕地的部分需省里统筹占补平衡" };
  const days = { raised_on: "2022-03-01", need_by: "2022-09-30", promised_on: "2022-08-31/month/by" };
  const set = { ...land, ...days, unit: "亩", required: 1_172_500, promised: 1_000_000, delivered: 57_250 };
  desk.call("matter_save", { id: null, project: id, set });
  await desk.open(page);
  for (const width of [1366, 1093]) {
    await page.setViewportSize({ width, height: 614 });
    await desk.go(page, `/project/${id}?tab=needs`);
    await expect(page.getByRole("row", { name: /^用地/ })).toContainText("1,172.5");
    const wide = await page.locator(".panel").evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(wide, `${width} px`).toBeLessThanOrEqual(0);
  }
});
