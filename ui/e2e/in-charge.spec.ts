/** 专人负责制: one person for one approval, for several of a project, for many of the office; and the board narrowed to one. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

const names = (page: Page) => page.locator(".ab-list .ab-name");

/** Two people of the book, and three approvals under way in two projects. */
function recorded(desk: Desk): string[] {
  const ids = sample(desk);
  const unit = desk.call<{ id: string }>("department_save", {
    id: null,
    set: { name: "市营商环境局", short_name: "营商局", kind: "government" },
  });
  for (const name of ["林晓芸", "高志远"])
    desk.call("person_save", { id: null, set: { name, department: unit.id, role: "handler" } });
  const [a = "", b = ""] = ids;
  const step = (project: string, item: string, happened_on: string) =>
    desk.call("approval_step", { project, item, state: "accepted", happened_on, set: {} });
  step(a, "B02", "2022-03-01");
  step(a, "C05", "2022-03-24");
  step(b, "B02", "2022-03-24");
  return ids;
}

const assigned = (desk: Desk, id: string) =>
  desk
    .call<{ items: { code: string; approval: { responsible: string | null } | null }[] }>("approval_list", { id })
    .items.filter((item) => item.approval?.responsible)
    .map((item) => [item.code, item.approval?.responsible]);

async function pick(page: Page, name: string) {
  await page.getByRole("dialog").getByLabel("专人", { exact: true }).click();
  await page
    .locator(".ant-select-dropdown:visible")
    .getByTitle(new RegExp(`^${name}`))
    .click();
}

test("one person for one approval, chosen in its panel, seen in the list, taken back by undo", async ({
  desk,
  page,
}) => {
  const [id = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  const panel = page.getByRole("complementary");
  await expect(page.getByRole("columnheader", { name: "专人" })).toHaveCount(0);
  await panel.getByRole("button", { name: /^专人/ }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("林晓芸　营商局").click();
  await expect(panel.getByRole("button", { name: /^专人 林晓芸/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "专人" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("林晓芸");
  expect(assigned(desk, id)).toEqual([["B02", "林晓芸"]]);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("columnheader", { name: "专人" })).toHaveCount(0);
});

test("several of a project at once: those nobody has are ticked", async ({ desk, page }) => {
  const [id = ""] = recorded(desk);
  desk.call("approval_assign", { approvals: [{ project: id, item: "B02" }], name: "高志远" });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.getByRole("button", { name: "指定专人", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "指定专人" });
  await expect(dialog.getByRole("checkbox", { name: /^B02/ })).not.toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /^C05/ })).toBeChecked();
  await dialog.getByRole("checkbox", { name: /^选中全部/ }).click();
  await dialog.getByRole("checkbox", { name: /^选中全部/ }).click();
  await expect(dialog.getByRole("button", { name: /^指定 0 项$/ })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^C05/ }).click();
  await dialog.getByRole("checkbox", { name: /^B03/ }).click();
  await pick(page, "林晓芸");
  await axe(page, "the form");
  await picture(page, "in-charge-dialog");
  await dialog.getByRole("button", { name: "指定 2 项" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".undo")).toContainText("指定专人");
  expect(assigned(desk, id)).toEqual([
    ["B02", "高志远"],
    ["B03", "林晓芸"],
    ["C05", "林晓芸"],
  ]);
});

test("on the board ticked approvals of several items go to one; the list is narrowed to him and to nobody", async ({
  desk,
  page,
}) => {
  const [a = "", b = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await expect(names(page)).toHaveCount(3);
  const chips = page.getByRole("group", { name: "筛选" });
  await expect(chips.getByRole("button", { name: "专人" })).toHaveCount(0);
  await page.locator(".ab-list tbody .c-tick input").nth(0).click();
  await page.locator(".ab-list tbody .c-tick input").nth(1).click();
  await page.getByRole("toolbar", { name: "已选 2 项" }).getByRole("button", { name: "指定专人" }).click();
  await pick(page, "高志远");
  await page.getByRole("dialog").getByRole("button", { name: "指定 2 项" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "专人" })).toBeVisible();
  expect([...assigned(desk, a), ...assigned(desk, b)]).toHaveLength(2);
  await chips.getByRole("button", { name: "专人" }).click();
  await page.getByRole("menuitem", { name: "高志远 2，超期 1" }).click();
  await expect(page).toHaveURL(/person=/);
  await expect(names(page)).toHaveCount(2);
  await chips.getByRole("button", { name: /^专人/ }).click();
  await page.getByRole("menuitem", { name: "未指定 1" }).click();
  await expect(names(page)).toHaveCount(1);
  await page.reload();
  await expect(names(page)).toHaveCount(1);
});

test("a step of a route has its person", async ({ desk, page }) => {
  const [id = ""] = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=routes`);
  const listing = page.getByRole("region", { name: "上市", exact: true });
  await page.getByRole("button", { name: "上市步骤" }).click();
  await page.getByRole("button", { name: "贷款条件步骤" }).click();
  await expect(listing).toContainText("未开始，共 10 步");
  await expect(page.getByRole("region", { name: "贷款条件", exact: true })).toContainText("未开始，共 4 步");
  await listing.getByRole("button", { name: /^股改/ }).click();
  const form = page.getByRole("form", { name: "股改" });
  await expect(form).toContainText("依据（待核）");
  await form.getByLabel("专人").fill("林晓芸");
  await form.getByRole("button", { name: "今日" }).click();
  await form.getByRole("button", { name: "保存" }).click();
  await expect(listing).toContainText("1/10");
  await listing.getByRole("button", { name: /^权证补齐/ }).click();
  await page.getByRole("form", { name: "权证补齐" }).getByLabel("专人").fill("高志远");
  await page.getByRole("form", { name: "权证补齐" }).getByRole("button", { name: "保存" }).click();
  await expect(listing).toContainText("专人 高志远");
});

for (const language of ["zh", "en"] as const) {
  test(`nothing sticks out and no fault of accessibility, ${language}`, async ({ desk, page }) => {
    const [a = "", b = ""] = recorded(desk);
    const approvals = [a, b].map((project) => ({ project, item: "B02" }));
    desk.call("approval_assign", { approvals, name: "林晓芸" });
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const to of ["/approvals", `/project/${a}?tab=approvals&item=B02`]) {
        await desk.go(page, to);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await page.waitForTimeout(300);
        await fits(page, to);
        await axe(page, `${to} ${size.width}`);
        await picture(page, `in-charge-${language}-${size.width}-${to.startsWith("/approvals") ? "board" : "item"}`);
      }
    }
  });
}
