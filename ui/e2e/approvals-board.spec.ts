/** 审批 of the whole office: what is stuck where, steps of many projects at once, and what approvals came to. */
import type { Locator, Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** Four projects: one late, two near and alike, one that waits for its papers; one land contract and permit are through. */
function recorded(desk: Desk): string[] {
  const ids = sample(desk);
  const [a = "", b = "", c = "", d = ""] = ids;
  const step = (project: string, item: string, state: string, happened_on: string, more = {}) =>
    desk.call("approval_step", { project, item, state, happened_on, set: {}, ...more });
  step(a, "B02", "accepted", "2022-03-01");
  step(b, "B02", "accepted", "2022-03-24");
  step(c, "B02", "accepted", "2022-03-24");
  step(d, "B02", "submitted", "2022-03-25");
  step(d, "C05", "accepted", "2022-03-21");
  step(d, "C05", "stopped", "2022-03-22", { stop_kind: "inspection", basis: "第四十五条" });
  step(b, "A10", "lacking_accepted", "2022-03-25");
  desk.call("approval_save", { project: b, item: "A10", set: { lacking: "勘测定界报告", lacking_by: "2022-03-26" } });
  step(a, "A09", "approved", "2022-02-10");
  step(a, "A06", "accepted", "2022-02-14");
  step(a, "A06", "approved", "2022-02-21");
  step(b, "A09", "approved", "2022-03-01");
  step(b, "C05", "approved", "2022-03-10");
  return ids;
}

const names = (page: Page): Locator => page.locator(".ab-list .ab-name");
const heat = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "离到期远近" }).getByRole("button", { name });
const holders = (page: Page) => page.getByRole("region", { name: "按单位" });
const chips = (page: Page) => page.getByRole("group", { name: "筛选" });

test("the board narrows by heat, by unit and state, by mark and name; the way back finds the filter", async ({
  desk,
  page,
}) => {
  recorded(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "审批" }).click();
  await expect(names(page)).toHaveCount(6);
  await expect(names(page).first()).toHaveText("北辰智能电机产业园一期");
  await expect(page.locator(".ab-list tbody tr").first()).toContainText("超期 12");

  await heat(page, /超期/).click();
  await expect(heat(page, /超期/)).toHaveAttribute("aria-pressed", "true");
  await expect(names(page)).toHaveCount(1);
  await expect(page).toHaveURL(/heat=overdue/);
  await chips(page).getByRole("button", { name: /到期/ }).click();
  await expect(names(page)).toHaveCount(6);

  // A cell: one unit in one state; the row's own name: the unit in all states.
  const cell = holders(page).getByRole("button", { name: /^自然资源.*已受理 3 项$/ });
  await cell.click();
  await expect(names(page)).toHaveCount(3);
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("3 / 6 项")).toBeVisible();
  await holders(page)
    .getByRole("button", { name: /^第三方机构$/ })
    .click();
  await expect(names(page)).toHaveText(["冷链物流园扩建项目"]);
  await expect(page.locator(".ab-list tbody tr")).toContainText("特别程序");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await holders(page).getByRole("columnheader", { name: "已申请" }).getByRole("button").click();
  await expect(names(page)).toHaveCount(1);
  await page.getByRole("button", { name: "清除筛选" }).click();

  await chips(page).getByRole("button", { name: "标记" }).click();
  await page.getByRole("menuitem", { name: "容缺超期 1" }).click();
  await expect(names(page)).toHaveText(["聚碳酸酯联合项目"]);
  await expect(page.locator(".ab-list tbody tr")).toContainText("03-26 前补 勘测定界报告");
  await page.getByRole("textbox", { name: "搜项目名称" }).fill("聚碳");
  await expect(page).toHaveURL(/text=/);

  // Opens the project's approvals, and comes back to what was asked.
  await names(page).first().click();
  await expect(page).toHaveURL(/project\/.*tab=approvals/);
  await page.goBack();
  await expect(names(page)).toHaveText(["聚碳酸酯联合项目"]);
  await expect(names(page).first()).toBeFocused();
  await expect(page).toHaveURL(/flag=lacking_late/);
  await page.getByRole("textbox", { name: "搜项目名称" }).fill("没有这个");
  await expect(page.getByRole("heading", { name: "没有符合条件的审批" })).toBeVisible();
  await page.locator(".hollow").getByRole("button", { name: "清除筛选" }).click();
  await expect(names(page)).toHaveCount(6);
});

test("two projects are stepped at once and taken back; what is refused is told by name", async ({ desk, page }) => {
  const ids = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  const tick = (name: RegExp) => page.getByRole("checkbox", { name }).click();
  await tick(/选中 聚碳酸酯联合项目 建设工程设计/);
  await tick(/选中 聚碳酸酯联合项目 建设用地规划/);
  await tick(/选中 大豆精深加工二期项目/);
  const bar = page.getByRole("toolbar", { name: "已选 3 项" });
  await expect(bar).toContainText("共 2 种事项");
  await expect(bar.getByRole("button", { name: "批量登记进展" })).toBeDisabled();
  await bar.getByRole("button", { name: /^只留建设工程设计方案审查.* 2 项$/ }).click();

  // Meanwhile somebody else decides one of them.
  const decided = { item: "B02", state: "approved", happened_on: "2022-03-28", set: {} };
  desk.call("approval_step", { project: ids[2], ...decided });
  await page.getByRole("button", { name: "批量登记进展" }).click();
  const form = page.getByRole("dialog", { name: /批量登记/ });
  await form.getByLabel("状态").click();
  await page.locator(".ant-select-item", { hasText: "审查中" }).click();
  await form.getByLabel("备注").fill("联审会后");
  await form.getByRole("button", { name: "登记 2 项" }).click();
  await expect(form.getByRole("alert")).toContainText("现在的状态之后不能登记“审查中”");
  await expect(form.getByRole("listitem")).toHaveText(["第 2 项 大豆精深加工二期项目"]);
  await expect(form.getByLabel("备注")).toHaveValue("联审会后");
  await axe(page, "a refused batch");
  await picture(page, "approvals-refused");
  await form.getByRole("button", { name: "去掉这 1 项" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "取消选择" }).click();
  desk.call("undo", {});

  // A stop without its reason is true of all: said beside the form, once.
  await page.reload();
  await tick(/选中 聚碳酸酯联合项目 建设工程设计/);
  const last = page.getByRole("checkbox", { name: /选中 大豆精深加工二期项目/ });
  await last.click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "批量登记进展" }).click();
  await form.getByLabel("状态").click();
  await page.locator(".ant-select-item", { hasText: "退回修改" }).click();
  await form.getByRole("button", { name: "登记 2 项" }).click();
  await expect(form.getByRole("alert")).toHaveText([/暂停原因： 必填/, /依据： 必填/]);
  await form.getByLabel("状态").click();
  await page.locator(".ant-select-item", { hasText: "审查中" }).click();
  await form.getByRole("button", { name: "登记 2 项" }).click();
  await expect(form).toHaveCount(0);
  const stepped = page.locator(".ab-list tbody tr", { hasText: "审查中" });
  await expect(stepped).toHaveCount(2);
  await expect(page.locator(".undo")).toContainText("2 个项目 建设工程设计方案审查(联合审查) 审查中");
  await page.keyboard.press("Control+z");
  await expect(stepped).toHaveCount(0);
});

test("projects ticked in the ledger take the first step of an item together, and one undo takes it back", async ({
  desk,
  page,
}) => {
  const ids = sample(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "台账" }).click();
  const which = page.getByRole("dialog", { name: "登记哪个事项" });
  // All that match are taken as well, and where one is further on it is asked which of them are meant.
  desk.call("approval_step", { project: ids[1], item: "B02", state: "accepted", happened_on: "2022-03-25", set: {} });
  await page.getByLabel("选中全部符合条件的项目").click();
  await page.getByRole("toolbar", { name: "已选 4 个" }).getByRole("button", { name: "登记审批" }).click();
  await which.getByRole("combobox", { name: "事项" }).fill("设计方案");
  await page.locator(".ant-select-item", { hasText: "B02" }).click();
  await which.getByRole("combobox", { name: "现在的状态" }).click();
  await expect(page.locator(".ant-select-item", { hasText: "受审（1）" })).toBeVisible();
  await page.locator(".ant-select-item", { hasText: "未采集（3）" }).click();
  await which.getByRole("button", { name: "下一步" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "登记 3 项" })).toBeVisible();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^取\s?消$/ })
    .click();
  await page.getByRole("button", { name: "取消选择" }).click();

  await page.getByLabel(/^选中 北辰/).click();
  await page.getByLabel(/^选中 大豆/).click();
  await page.getByRole("toolbar", { name: "已选 2 个" }).getByRole("button", { name: "登记审批" }).click();
  await which.getByRole("combobox", { name: "事项" }).fill("设计方案");
  await page.locator(".ant-select-item", { hasText: "B02" }).click();
  await axe(page, "which item");
  await which.getByRole("button", { name: "下一步" }).click();
  const form = page.getByRole("dialog", { name: /^批量登记：建设工程设计方案审查/ });
  await form.getByRole("button", { name: "登记 2 项" }).click();
  await expect(form).toHaveCount(0);
  const states = () =>
    ids.map((id) => {
      const list = desk.call<{ items: { code: string; state: string }[] }>("approval_list", { id });
      return list.items.find(({ code }) => code === "B02")?.state;
    });
  const of = (state: string) => states().filter((one) => one === state).length;
  expect(of("submitted")).toBe(2);
  await page.keyboard.press("Control+z");
  await expect.poll(() => of("not_collected")).toBe(ids.length - 1);
});

test("what approvals came to: a sentence, days from contract to permit, measures", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await page.getByRole("tab", { name: "成效" }).click();
  const words = page.getByText(
    /今年以来办结的 1 项审批，法定合计 20 个工作日.*实际 5 个工作日，比法定时限压缩 75\.0%。/,
  );
  await expect(words).toBeVisible();
  await page.getByRole("button", { name: "复制" }).click();
  await expect(page.getByRole("button", { name: "已复制" })).toBeVisible();
  await expect(
    page.getByText(/另有 3 件不能与法定时限比较：法定时限按日历日计 1 件，法定时限不约束审批单位 2 件。/),
  ).toBeVisible();
  const permits = page.getByRole("region", { name: "出让合同至施工许可证" });
  await expect(permits).toContainText("1 个项目，中位数 9 个日历日");
  await expect(permits.getByRole("link", { name: "聚碳酸酯联合项目" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "提速措施" }).getByRole("row", { name: /^容缺受理 1 1 0 \/ 1$/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "自选" }).click();
  await expect(page).toHaveURL(/span=own/);
  const from = page.getByLabel("开始日期");
  await from.fill("2022-03-20");
  await from.press("Enter");
  await expect(page).toHaveURL(/from=2022-03-20/);
  await expect(page.getByText("没有可以比较的办结事项")).toBeVisible();
});

test("by keyboard alone: narrow by heat, go down the rows, tick, open", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await expect(names(page)).toHaveCount(6);
  await heat(page, /剩 4 个工作日以上/).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/heat=later/);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("项目");
  await expect(page).toHaveURL(/text=/);
  await page.keyboard.press("Enter");
  await expect(names(page).first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(names(page).nth(1)).toBeFocused();
  await page.keyboard.press(" ");
  await expect(page.getByRole("toolbar", { name: "已选 1 项" })).toBeVisible();
  const opened = await names(page).nth(1).textContent();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/project\/.*tab=approvals/);
  await expect(page.getByRole("heading", { name: opened ?? "" }).first()).toBeVisible();
});

for (const language of ["zh", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`no fault of accessibility and nothing sticks out, ${language}, ${theme}`, async ({ desk, page }) => {
      recorded(desk);
      desk.call("setting_save", { key: "language", value: language });
      desk.call("setting_save", { key: "theme", value: theme });
      await desk.open(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const to of ["", "?heat=soon&holder=", "?tab=figures", "?tab=figures&span=own&from=2022-03-20"]) {
          await desk.go(page, `/approvals${to}`);
          await page.waitForLoadState("networkidle").catch(() => undefined);
          await page.waitForTimeout(300);
          await fits(page, to);
          await axe(page, `${to} ${size.width}`);
        }
        await desk.go(page, "/approvals");
        // Every column of the units is in sight.
        const beyond = await page.locator(".ab-holders").evaluate((box) => box.scrollWidth - box.clientWidth);
        expect(beyond, `${size.width}`).toBeLessThanOrEqual(0);
        await page.locator(".ab-list tbody .c-tick input").first().click();
        await page.locator(".ab-batch .btn.pri").click();
        await page.getByRole("dialog").waitFor();
        await axe(page, `the form ${size.width}`);
        await page.keyboard.press("Escape");
      }
    });
  }
}

test("an office without projects and one without approvals are told what to do first", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/approvals");
  await expect(page.getByRole("heading", { name: "台账里还没有项目" })).toBeVisible();
  await axe(page, "no projects");
  desk.project({ name: "北辰智能电机产业园一期", region: "230604", stage: "preparing" });
  await page.reload();
  await expect(page.getByRole("heading", { name: "没有在办的审批" })).toBeVisible();
  await page.getByRole("tab", { name: "成效" }).click();
  await expect(page.getByRole("heading", { name: "这段时间没有办结的审批" })).toBeVisible();
  await axe(page, "no figures");
});
