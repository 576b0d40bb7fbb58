/** 手续办理进展表: a sheet of marks read into the desk with what it asks, undone, and written out again. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, test } from "./desk";
import { hold } from "./held";
import { workbook } from "./xlsx";

const NORTH = "岱北重工智能装备产业园项目";
const CAST = "泰和精铸高端铸件项目";

interface Listed {
  code: string;
  state: string;
  decided_on: string | null;
  waived: string | null;
}

const item = (desk: Desk, id: string, code: string) =>
  desk.call<{ items: Listed[] }>("approval_list", { id }).items.find((one) => one.code === code);
const dialog = (page: Page) => page.getByRole("dialog");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Two projects, one with an approval in hand. */
function two(desk: Desk): [string, string] {
  desk.found();
  const north = desk.project({ name: NORTH }, "岱北重工（山东）有限公司");
  const cast = desk.project({ name: CAST }, "泰和精铸有限公司");
  desk.call("approval_step", { project: cast, item: "B03", state: "accepted", happened_on: "2022-03-16", set: {} });
  return [north, cast];
}

/** Names upright as offices write them, a short name, a sign nobody knows, a slip. */
function made(desk: Desk, name = "手续进展-3月.xlsx"): string {
  const upright = [...CAST].join("\n");
  const path = join(desk.folder, name);
  const rows = [
    ["重点项目手续办理进展表"],
    ["手续名称", "办理部门", "前置", "法定/承诺", "岱北重工", upright],
    ["企业投资项目备案", "行政审批局", "—", "即办", "√ 2022.1.5", "√"],
    [
      "建设用地规划许可证",
      "行政审批局",
      "出让合同",
      "20/5",
      "地字第370911202200012号\n2022.3.2",
      "办理中（缺勘测定界）",
    ],
    ["环评批复", "生态环境分局", "公示期", "30/10", "◇", "不需要"],
    ["建设工程规划许可证", "行政审批局", "", "20/7", "○", "未办理"],
    ["节能审查", "发改委", "", "", "√ 2022.5.1", ""],
  ];
  writeFileSync(path, workbook(rows));
  return path;
}

/** One project, and a sheet of it with one line. */
function single(desk: Desk, line: string[]): { cast: string; path: string } {
  desk.found();
  const cast = desk.project({ name: CAST });
  const path = join(desk.folder, "一张.xlsx");
  writeFileSync(path, workbook([["手续名称", "办理部门", CAST], line]));
  return { cast, path };
}

/** Through the file chooser, which a press of the button opens. */
async function choose(page: Page, path: string, press: () => Promise<void>) {
  const choosing = page.waitForEvent("filechooser");
  await press();
  await (await choosing).setFiles(path);
  await dialog(page).getByRole("region", { name: "项目" }).waitFor();
}

async function pick(page: Page, label: string, option: RegExp | string) {
  await dialog(page).getByRole("combobox", { name: label }).click();
  await page.locator(".ant-select-item", { hasText: option }).last().click();
}

test("a sheet asks what it leaves open, goes onto the board in one step, and out again", async ({ desk, page }) => {
  const [north, cast] = two(desk);
  const path = made(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await expect(page.getByText("在办 1 项")).toBeVisible();
  await choose(page, path, () => button(page, "导入进展表").click());

  await expect(dialog(page)).toContainText("手续进展-3月.xlsx");
  await expect(dialog(page).getByText("还有 1 个记号没说明意思，说明后才能登记。")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: /^登记/ })).toBeDisabled();
  await axe(page, "asked");
  await picture(page, "progress-sheet-asked");
  await pick(page, "◇ 是什么意思", "办理中");
  await expect(dialog(page).getByText("还有 1 个记号没说明意思")).toHaveCount(0);
  // A short name is nobody's until somebody says whose.
  await expect(dialog(page).getByRole("row", { name: /^E 列/ })).toContainText("没对上，可能是 1 个之一");
  await pick(page, "岱北重工 是哪个项目", NORTH);
  const line = (cell: string) =>
    dialog(page).locator("tbody tr", { has: page.getByRole("cell", { name: cell, exact: true }) });
  await expect(line("E4")).toContainText("准予许可 2022-03-02 文号 地字第370911202200012号");
  await expect(line("E5")).toContainText("已申请 2022-03-28（表上没写日期）");
  // A row that only holds a word of an item is left out until it is picked.
  await expect(line("E7")).toHaveCount(0);
  await dialog(page)
    .getByRole("button", { name: /节能审查 就是/ })
    .click();
  await expect(line("E7").getByRole("alert")).toContainText("实际日期晚于今天");
  await expect(line("F3")).toContainText("已备案 2022-03-28（表上没写日期）");
  await expect(line("F4")).toContainText("已申请 2022-03-28（表上没写日期） 备注 缺勘测定界");
  await expect(line("F5")).toContainText("不涉及：进展表标注不涉及");
  await expect(line("F6")).toContainText("不一致 台账里：已受理 2022-03-16");
  await expect(line("F6")).toContainText("以台账为准");
  await expect(dialog(page).getByRole("status")).toContainText("登记 7 处，不一致 1 处，读不懂 1 处");
  await picture(page, "progress-sheet-ready");
  await button(page, "登记 7 处").click();
  await expect(dialog(page)).toBeHidden();

  await expect(page.locator(".undo")).toContainText("导入手续办理进展表");
  await expect(page.getByText("在办 3 项")).toBeVisible();
  expect(item(desk, north, "A10")?.decided_on).toBe("2022-03-02");
  expect(item(desk, cast, "P02")?.waived).toBe("进展表标注不涉及");
  expect(item(desk, cast, "B03")?.state).toBe("accepted");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("在办 1 项")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("在办 3 项")).toBeVisible();

  // What goes out comes back without a change.
  await button(page, "导出进展表").click();
  await expect(dialog(page)).toContainText("审批页现在列出的 3 项审批所在的项目。");
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "导出进展表" }).click();
  const written = await downloading;
  expect(written.suggestedFilename()).toBe("手续办理进展表 2022-03-28.xlsx");
  await expect(dialog(page).getByRole("status")).toContainText("已导出 2 个项目。");
  const out = join(desk.folder, "out.xlsx");
  writeFileSync(out, readFileSync(await written.path()));
  await dialog(page).locator(".row").getByRole("button", { name: "关闭" }).click();
  await choose(page, out, () => button(page, "导入进展表").click());
  await expect(dialog(page).getByText("没有要登记的内容。")).toBeVisible();
  await expect(dialog(page).getByRole("status")).toContainText("登记 0 处，不一致 0 处，读不懂 0 处");
});

test("the sheet's word is taken for a cell that differs only where somebody says so", async ({ desk, page }) => {
  const [, cast] = two(desk);
  const set = { certificate: "地字第1号" };
  desk.call("approval_step", { project: cast, item: "A10", state: "approved", happened_on: "2022-03-01", set });
  const path = join(desk.folder, "文号.xlsx");
  writeFileSync(
    path,
    workbook([
      ["手续名称", "办理部门", CAST],
      ["建设用地规划许可证", "行政审批局", "地字第2号 2022.3.1"],
    ]),
  );
  await desk.open(page);
  await desk.go(page, "/approvals");
  await choose(page, path, () => button(page, "导入进展表").click());
  await expect(dialog(page).getByText("没有要登记的内容。")).toBeVisible();
  await dialog(page).getByLabel("改用表上的：文号 地字第2号").check();
  await button(page, "登记 1 处").click();
  await expect(dialog(page)).toBeHidden();
  const approval = desk.call<{ items: { code: string; approval: { certificate: string } | null }[] }>("approval_list", {
    id: cast,
  });
  expect(approval.items.find((one) => one.code === "A10")?.approval?.certificate).toBe("地字第2号");
});

test("nothing is written before what an answer makes of the sheet is shown", async ({ desk, page }) => {
  const { cast, path } = single(desk, ["企业投资项目备案", "行政审批局", "√"]);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await choose(page, path, () => button(page, "导入进展表").click());
  const record = button(page, "登记 1 处");
  await expect(record).toBeEnabled();
  const release = await hold(page, "progress_sheet_preview");
  await pick(page, "√ 是什么意思", "未开始");
  await expect(record).toBeDisabled();
  release();
  await expect(record).toBeEnabled();
  await record.click();
  await expect(dialog(page)).toBeHidden();
  expect(item(desk, cast, "A05")?.state).toBe("not_started");
});

test("by keyboard alone, in an office without approvals in hand", async ({ desk, page }) => {
  const { cast, path } = single(desk, ["环评批复", "生态环境局", "◇"]);
  await desk.open(page);
  await desk.go(page, "/approvals");
  await button(page, "导入进展表").focus();
  await choose(page, path, () => page.keyboard.press("Enter"));
  await dialog(page).getByRole("combobox", { name: "◇ 是什么意思" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("还有 1 个记号没说明意思")).toHaveCount(0);
  const record = button(page, "登记 1 处");
  await expect(record).toBeEnabled();
  await record.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => item(desk, cast, "P02")?.state).not.toBe("not_collected");
});

test("the ledger's projects and the chosen ones go out, and a file without such a table is refused", async ({
  desk,
  page,
}) => {
  two(desk);
  const other = join(desk.folder, "别的.xlsx");
  writeFileSync(other, workbook([["一份别的表", "数量"]]));
  await desk.open(page);
  await desk.go(page, "/ledger");
  await button(page, "导出").click();
  await dialog(page)
    .getByLabel(/手续办理进展表/)
    .check();
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "导出 2 个" }).click();
  expect((await downloading).suggestedFilename()).toBe("手续办理进展表 2022-03-28.xlsx");
  await expect(dialog(page)).toContainText("已导出 2 个项目");
  await desk.go(page, "/approvals");
  await page.getByRole("checkbox", { name: new RegExp(`选中 ${CAST}`) }).click();
  await page.locator(".ab-batch").getByRole("button", { name: "导出进展表" }).click();
  await dialog(page).getByRole("button", { name: "导出进展表" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("已导出 1 个项目。");
  await page.keyboard.press("Escape");
  const choosing = page.waitForEvent("filechooser");
  await button(page, "导入进展表").click();
  await (await choosing).setFiles(other);
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await axe(page, "no such table");
});

for (const language of ["zh", "en"] as const) {
  test(`no fault of accessibility and nothing sticks out, ${language}`, async ({ desk, page }) => {
    two(desk);
    desk.call("setting_save", { key: "language", value: language });
    const path = made(desk);
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.go(page, "/approvals");
      await page.locator(".bar .btn").first().waitFor();
      await fits(page, "the board");
      const tools = page.locator(".bar .btn:has(svg)");
      const choosing = page.waitForEvent("filechooser");
      await tools.nth(1).click();
      await (await choosing).setFiles(path);
      await dialog(page).locator(".ps-cells").waitFor();
      await fits(page, `import ${size.width}`);
      await axe(page, `import ${size.width}`);
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
      await tools.nth(2).click();
      await dialog(page).waitFor();
      await axe(page, `export ${size.width}`);
      await page.keyboard.press("Escape");
    }
  });
}
