/** What a step moves before it is recorded; ways to be quicker, tried, adopted and taken back. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** The design is with the office since 03-16, due 03-25; land is not granted yet. */
function begun(desk: Desk): string {
  const [id = ""] = sample(desk);
  const step = (item: string, state: string, happened_on: string) =>
    desk.call("approval_step", { project: id, item, state, happened_on, set: {} });
  step("A08", "approved", "2022-03-14");
  step("B02", "accepted", "2022-03-24");
  // It is looked at beside the land permit, and ends on its own day.
  desk.call("approval_save", { project: id, item: "B02", set: { parallel: "A10" } });
  return id;
}

const startOf = (desk: Desk, id: string) => desk.call<{ start_on: string }>("approval_list", { id }).start_on.slice(5);
const panel = (page: Page) => page.getByRole("complementary");
const told = (page: Page) => panel(page).getByRole("status");
const view = (page: Page) => page.getByRole("region", { name: "测算", exact: true });
const found = (page: Page) => page.getByRole("region", { name: "测算结果" });

async function pick(page: Page, label: string, option: string) {
  await page.getByRole("combobox", { name: label }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

test("a step says what it moves before it is recorded", async ({ desk, page }) => {
  const id = begun(desk);
  desk.call("approval_step", { project: id, item: "P05", state: "accepted", happened_on: "2022-03-24", set: {} });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);

  // A decision long before its day: what waits for it comes earlier, and so does the start.
  const start = startOf(desk, id);
  await page.locator("[data-item=A09]").click();
  await pick(page, "状态", "签订合同");
  await expect(told(page)).toContainText(/提前 \d+ 项，最多 40 个工作日；开工 \d+月\d+日 → \d+月\d+日/);
  await panel(page).getByRole("button", { name: "哪些事项" }).click();
  await expect(panel(page).getByRole("listitem").filter({ hasText: "建设用地规划许可证核发" })).toContainText(
    "提前 40 个工作日",
  );
  const says = (await told(page).textContent())?.match(/开工.*→ (\d+)月(\d+)日/);
  await panel(page).getByRole("button", { name: "登记", exact: true }).click();
  await expect.poll(() => startOf(desk, id)).not.toBe(start);
  expect(startOf(desk, id).split("-").map(Number)).toEqual([Number(says?.[1]), Number(says?.[2])]);

  // A stop has no due day while it is open; one without its basis is refused, and says so only when it is recorded.
  await page.locator("[data-item=B02]").click();
  await pick(page, "状态", "退回修改");
  await expect(told(page)).toBeEmpty();
  await expect(panel(page).getByRole("alert")).toHaveCount(0);
  await panel(page).getByRole("button", { name: "登记", exact: true }).click();
  await expect(panel(page).getByRole("alert").first()).toBeVisible();
  await pick(page, "暂停原因", "专家评审");
  await page.getByLabel("依据（条款或文件）").fill("行政许可法第45条");
  await expect(told(page)).toContainText("到期留空（暂停计时）");
  await panel(page).getByRole("button", { name: "登记", exact: true }).click();
  await expect(panel(page)).toContainText("暂停计时");

  // An extension moves the item's own due day.
  await page.locator("[data-item=P05]").click();
  await pick(page, "状态", "批准延期");
  await page.getByLabel("依据（条款或文件）").fill("行政许可法第42条");
  await page.getByLabel("延长工作日数").fill("5");
  await expect(told(page)).toContainText(/本项到期 \d+月\d+日 → \d+月\d+日/);

  // What nothing waits for moves nothing.
  await page.locator("[data-item=P20]").click();
  await pick(page, "状态", "已报装");
  await expect(told(page)).toContainText("不影响后续事项");
});

test("ways are tried, adopted as one action, undone, and taken back at the item", async ({ desk, page }) => {
  const id = begun(desk);
  const before = startOf(desk, id);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.getByRole("group", { name: "显示方式" }).getByRole("button", { name: "测算" }).click();
  await expect(page).toHaveURL(/view=trial/);
  const adopt = view(page).getByRole("button", { name: "采纳" });
  await expect(adopt).toBeDisabled();
  await expect(found(page)).toContainText("不增不减");

  const offer = view(page).getByRole("checkbox", { name: /依据：模拟审批/ });
  await expect(offer).toHaveAccessibleName(
    /建设工程规划许可证核发.*容缺受理，“建设用地规划许可证核发”.*后补.*可省 \d+ 个工作日/,
  );
  await offer.check();
  await expect(found(page)).toContainText(/省 \d+ 个工作日/);
  await expect(found(page).getByRole("row", { name: /建筑工程施工许可证核发 关键/ })).toContainText("提前");

  // One's own: a promise in halves, words beside what is missing.
  await view(page).getByRole("button", { name: "承诺时限", exact: true }).click();
  const add = view(page).getByRole("button", { name: "加入测算" });
  await add.click();
  await expect(view(page).getByRole("alert")).toHaveText("先选审批事项。");
  await pick(page, "审批事项", "建筑工程施工许可证核发");
  await page.getByLabel("承诺工作日，可填 0.5").fill("两天");
  await add.click();
  await expect(view(page).getByRole("alert")).toContainText("填工作日数");
  await page.getByLabel("承诺工作日，可填 0.5").fill("2.5");
  await add.click();
  await expect(view(page).getByRole("checkbox", { name: /承诺2\.5 个工作日办结/ })).toBeChecked();

  // The law's limits are only compared with.
  await view(page).getByRole("button", { name: "按法定时限" }).click();
  await expect(view(page)).toContainText("按法定时限只作比较，不能采纳");
  await expect(adopt).toBeDisabled();
  await view(page).getByRole("button", { name: "按承诺时限" }).click();
  await expect(adopt).toBeEnabled();

  // What was picked is there when one comes back.
  await page.getByRole("button", { name: "甘特" }).click();
  await page.getByRole("button", { name: "测算" }).click();
  await expect(offer).toBeChecked();
  await expect(adopt).toBeEnabled();

  const says = (await found(page).textContent())?.match(/最早开工\s*\d\d-\d\d → (\d\d-\d\d)/)?.[1];
  await adopt.click();
  await expect(page.getByText(/采纳测算方案/).first()).toBeVisible();
  await expect(adopt).toBeDisabled();
  expect(startOf(desk, id)).toBe(says);

  await page.keyboard.press("Control+z");
  await expect.poll(() => startOf(desk, id)).toBe(before);
  await page.keyboard.press("Control+y");
  await expect.poll(() => startOf(desk, id)).toBe(says);

  await page.getByRole("button", { name: "清单" }).click();
  await page.locator("[data-item=B03]").click();
  const how = page.getByRole("region", { name: "办理安排" });
  await expect(how).toContainText("容缺，后补建设用地规划许可证核发国有建设用地使用权招拍挂出让、签订出让合同");
  await how.getByRole("button", { name: "不再采用容缺，后补" }).click();
  await expect(how).toHaveCount(0);
  await page.locator("[data-item=C05]").click();
  await expect(panel(page)).toContainText("2.5 个工作日");
});

test("what would wait for each other is named, and cannot be adopted; where it was, there is no forecast", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=trial`);
  await view(page).getByRole("button", { name: "合并办理", exact: true }).click();
  await page.getByRole("combobox", { name: "合并名称，如多评合一" }).fill("五证合一");
  const items = view(page).getByRole("group", { name: "哪些事项一并办理" });
  await items.getByRole("checkbox", { name: "建设用地规划许可证核发" }).check();
  await view(page).getByRole("button", { name: "加入测算" }).click();
  await expect(view(page).getByRole("alert")).toHaveText("至少勾选两项。");
  await items.getByRole("checkbox", { name: "建设工程规划许可证核发" }).check();
  await view(page).getByRole("button", { name: "加入测算" }).click();
  await expect(found(page)).toContainText(/这些事项会互相等待：.*设计方案审查.* → .* → /);
  await expect(view(page).getByRole("button", { name: "采纳" })).toBeDisabled();
  // Left out, it is quick again; cleared, it is gone.
  await view(page)
    .getByRole("checkbox", { name: /合并办理“/ })
    .uncheck();
  await expect(found(page)).toContainText("不增不减");
  await view(page).getByRole("button", { name: "清空" }).click();
  await expect(view(page).getByRole("checkbox", { name: /合并办理“/ })).toHaveCount(0);

  for (const item of ["A10", "B03"]) desk.call("approval_save", { project: id, item, set: { bundle: "五证合一" } });
  await page.reload();
  await page.getByRole("button", { name: "清单" }).click();
  await expect(page.locator(".path-head")).toContainText(/这些事项互相等待，暂不能测算开工：.* → .*。/);
  await page.locator("[data-item=A10]").click();
  const how = page.getByRole("region", { name: "办理安排" });
  await expect(how).toContainText("五证合一，与“建设工程规划许可证核发”一并办理");
  await how.getByRole("button", { name: "不再采用合并办理" }).click();
  await expect(page.locator(".path-head")).toContainText("最早开工");
});

test("tried, added, adopted and undone by keyboard only", async ({ desk, page }) => {
  const id = begun(desk);
  const before = startOf(desk, id);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  const press = (key: string) => page.keyboard.press(key);
  const to = async (name: RegExp | string, role: "button" | "checkbox" = "button", back = false) => {
    const there = page.getByRole(role, typeof name === "string" ? { name, exact: true } : { name });
    for (let n = 0; n < 80; n += 1) {
      if (await there.first().evaluate((e) => e === document.activeElement)) return;
      await press(back ? "Shift+Tab" : "Tab");
    }
    throw new Error(`${name} is not reached`);
  };
  await page.getByRole("button", { name: "甘特" }).waitFor();
  await to("测算");
  await press("Enter");
  await view(page).getByRole("checkbox").first().waitFor();
  await to(/依据：模拟审批/, "checkbox");
  await press("Space");
  await expect(found(page)).toContainText(/省 \d+ 个工作日/);
  await expect(page.getByRole("checkbox", { name: /依据：模拟审批/ })).toBeFocused();
  await to("承诺时限");
  await press("Enter");
  await press("Tab");
  await press("Tab");
  await expect(page.getByRole("combobox", { name: "审批事项" })).toBeFocused();
  await page.keyboard.type("施工许可证");
  await expect(page.locator(".ant-select-item-option-active")).toContainText("施工许可证");
  await press("Enter");
  // While its list is still closing the field keeps the Tab to itself.
  await expect(page.getByRole("combobox", { name: "审批事项" })).toHaveAttribute("aria-expanded", "false");
  await press("Tab");
  await page.keyboard.type("1");
  await press("Enter");
  const own = page.getByRole("checkbox", { name: /承诺1 个工作日办结/ });
  await expect(own).toBeChecked();
  await to(/^删去：/, "button", true);
  await press("Enter");
  await expect(own).toHaveCount(0);
  await expect(page.getByRole("button", { name: "加入测算" })).toBeFocused();
  await to("采纳", "button", true);
  await press("Enter");
  await expect.poll(() => startOf(desk, id)).not.toBe(before);
  await expect(found(page)).toBeFocused();
  await press("Control+z");
  await expect.poll(() => startOf(desk, id)).toBe(before);
});

for (const language of ["zh", "en"] as const) {
  test(`the trial and what a step moves bear a look, ${language}`, async ({ desk, page }) => {
    const id = begun(desk);
    desk.call("approval_save", {
      project: id,
      item: "B03",
      set: { parallel: "A14", lacking_items: "B02", bundle: "五证合一" },
    });
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.go(page, `/project/${id}?tab=approvals&view=trial`);
      const boxes = page.locator(".trial-ways li input");
      await boxes.first().waitFor();
      await fits(page, `trial ${size.width}`);
      await axe(page, `trial ${size.width}`);
      await boxes.first().check();
      await page.locator(".trial-found tbody tr").first().waitFor();
      for (const kind of [1, 2, 3]) {
        await page.locator(".trial-form .seg button").nth(kind).click();
        await fits(page, `trial ${size.width}, form ${kind}`);
        await axe(page, `trial ${size.width}, form ${kind}`);
      }
      await picture(page, `trial-${language}-${size.width}`);
      await desk.go(page, `/project/${id}?tab=approvals`);
      await page.locator("[data-item=B03]").click();
      await page.locator(".how-handled").waitFor();
      await page.locator(".step-told").getByText(/./).first().waitFor();
      await fits(page, `item ${size.width}`);
      await axe(page, `item ${size.width}`);
      await picture(page, `trial-item-${language}-${size.width}`);
    }
  });
}
