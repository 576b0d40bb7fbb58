/** The project's file: start, money by basis, months, documents, the way on to the next project. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** A picture of one pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function given(desk: Desk, name: string, bytes: Buffer | string): string {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function typeInto(page: Page, button: RegExp | string, text: string) {
  await page.getByRole("button", { name: button }).first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("a start is declared, verified and recognised; the ledger follows and one undo takes it back", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const notes = page.locator(".stagenotes");
  await expect(notes).toContainText("未开工");
  await notes.getByRole("button", { name: /^开工/ }).click();
  const dialog = page.getByRole("dialog", { name: "开工认定" });
  await expect(dialog).toContainText("未计入 2022 年开复工");
  await dialog.getByRole("group", { name: "结果" }).getByRole("button", { name: "认定", exact: true }).click();
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog.getByText("认定前要有现场核实的日期和核实人，请先补上。")).toHaveCount(2);
  await dialog.getByLabel("核实日期").fill("2022-03-28");
  await dialog.getByLabel("核实日期").press("Enter");
  await dialog.getByLabel("核实人").fill("林晓、市住建局");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toContainText("计入 2022 年开复工：新开工，2022-03-28，已认定。");
  await page.keyboard.press("Escape");
  await expect(notes).toContainText("2022-03-28 开工，2022-03-28 认定");
  await expect(page.getByRole("button", { name: /^实际开工 / })).toHaveText("2022-03-28");
  await page.keyboard.press("Control+z");
  await expect(notes).toContainText("未开工");
  await expect(page.getByRole("button", { name: /^实际开工 / })).toHaveText("—");
});

test("photos of the site stand beside the start they show and among the documents", async ({ desk, page }) => {
  const [id] = sample(desk);
  const set = { happened_on: "2022-03-01", verified_on: "2022-03-03", verified_by: "林晓" };
  desk.call("start_save", { id: null, project: id, set });
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  await page.locator(".stagenotes").getByRole("button", { name: /^开工/ }).click();
  const dialog = page.getByRole("dialog", { name: "开工认定" });
  const photos = dialog.getByRole("region", { name: "现场照片" });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    photos.getByRole("button", { name: "添加照片" }).click(),
  ]);
  await chooser.setFiles(given(desk, "现场.png", Buffer.from(PIXEL, "base64")));
  await photos.getByRole("button", { name: "查看 现场.png" }).click();
  await expect(page.getByRole("img", { name: "现场.png" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await axe(page, "a start with its photos");
  await photos.getByRole("button", { name: "不再作为现场照片 现场.png" }).click();
  await expect(photos.getByRole("button", { name: "查看 现场.png" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await desk.go(page, `/project/${id}?tab=documents`);
  await expect(page.getByRole("row").filter({ hasText: "现场.png" })).toContainText("2022-03-01 新开工的现场照片");
});

test("a stop and the spring after it stand in words; 纳统 says what it waits for", async ({ desk, page }) => {
  const [, id] = sample(desk);
  desk.call("project_save", { id, set: { started_actual: "2021-05-10", stage: "building" } });
  desk.call("standing_change_save", { project: id, standing: "winter_stop", happened_on: "2021-11-10" });
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const notes = page.locator(".stagenotes");
  await expect(notes).toContainText("2021-11-10 起冬季停工（待复工）");
  await expect(notes).toContainText("待复工（2022 年）");
  await expect(notes).toContainText("应纳未纳，开工已 10 个月");
  await notes.getByRole("button", { name: /^复工/ }).click();
  const dialog = page.getByRole("dialog", { name: "开工认定" });
  await dialog.getByRole("group", { name: "结果" }).getByRole("button", { name: "认定", exact: true }).click();
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(notes).toContainText("2022-03-28 复工，已认定");
  await expect(notes).toContainText("2021-11-10 至 2022-03-28 冬季停工（待复工）");
  await notes.getByRole("button", { name: /^纳统/ }).click();
  const entry = page.getByRole("dialog", { name: "纳统" });
  await entry.getByRole("button", { name: /^入库月/ }).click();
  await page.keyboard.type("2022年13月");
  await page.keyboard.press("Enter");
  await expect(entry.getByRole("alert")).toContainText("没有这个月份");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2022年3月");
  await page.keyboard.press("Enter");
  await expect(entry.getByRole("textbox")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(entry).toHaveCount(0);
  await expect(notes).toContainText("已入库 2022-03");
  await notes.getByRole("button", { name: /^纳统/ }).click();
  await entry.getByRole("button", { name: "删除纳统情况" }).click();
  await expect(entry.getByRole("button", { name: "删除纳统情况" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(notes).not.toContainText("已入库");
});

test("a frozen list says why its line is neither changed nor removed", async ({ desk, page }) => {
  const [id] = sample(desk);
  const [list] = desk.call<{ id: string }[]>("list_list", {});
  desk.call("list_freeze", { list: list?.id, frozen: true });
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const words = "清单“省重点项目”已定稿，不能再增减。";
  await page.getByRole("button", { name: "移出 省重点项目" }).click();
  await expect(page.locator(".undo")).toContainText(words);
  const serial = page.getByRole("button", { name: /^省重点项目.*序号/ });
  await serial.click();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(words);
});

test("a month goes on from the last; new words are marked, money stands by basis", async ({ desk, page }) => {
  const [id] = sample(desk);
  desk.call("progress_save", {
    project: id,
    period: "2022-02",
    basis: "dispatch",
    set: { done_total: 60_000_000, done_year: 10_000_000, image: "主体封顶，设备安装60%", issue: "高压线迁改未定" },
  });
  desk.call("progress_save", {
    project: id,
    period: "2022-03",
    basis: "dispatch",
    set: { done_year: 25_300_000, image: "主体封顶，设备安装75%", done_month: 10_000_000 },
  });
  desk.call("progress_save", {
    project: id,
    period: "2022-02",
    basis: "statistics",
    set: { done_year: 8_000_000, as_of: "2022-02-28" },
  });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=progress`);
  const march = page.getByRole("row").filter({ hasText: "2022年3月" });
  await expect(march.locator("mark")).toHaveText("75%");
  await expect(march).toContainText("按累计应为 1,530");
  await expect(page.getByRole("row").filter({ hasText: "2022年1—2月" })).toContainText("800");
  const bases = page.getByRole("table", { name: "完成投资" });
  await expect(bases.getByRole("row", { name: /^调度/ })).toHaveText(/2022-03-25.*低 11.6 点/);
  await expect(bases.getByRole("row", { name: /^统计/ })).toContainText("2022-02-28");

  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.getByRole("button", { name: "沿用上月，建2022年3月" }).click();
  const carried = page.locator(".periods tr").filter({ hasText: "2022年3月" });
  await expect(carried).toContainText("文字已沿用，投资数待填");
  await typeInto(page, /^2022年3月 统计 本年完成/, "1200");
  await expect(carried).toContainText("400");
  await expect(carried).not.toContainText("待填");
  await expect(page.getByRole("button", { name: "沿用上月", exact: true })).toBeDisabled();
});

test("what was done before this year is seen and corrected, and taken over with the next month", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  const set = { done_total: 75_300_000, done_year: 15_300_000, done_prior: 60_000_000, as_of: "2022-02-25" };
  desk.call("progress_save", { project: id, period: "2022-02", basis: "statistics", set });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=progress`);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await typeInto(page, /^2022年1—2月 统计 上年底累计/, "6100");
  const bases = page.getByRole("table", { name: "完成投资" });
  await expect(bases.getByRole("row", { name: /^统计/ })).toContainText("6,100");
  await page.getByRole("button", { name: "沿用上月，建2022年3月" }).click();
  await expect(page.getByRole("button", { name: /^2022年3月 统计 上年底累计/ })).toHaveText("6,100");
  await page.getByRole("tab", { name: "概览" }).click();
  await typeInto(page, /^上年底累计/, "0.5亿");
  await expect(page.getByRole("button", { name: /^上年底累计/ })).toHaveText("5,000");
});

test("documents are picked, pasted, renamed, removed and brought back", async ({ desk, page }) => {
  const [id, other] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=documents`);
  await expect(page.getByRole("heading", { name: "还没有资料" })).toBeVisible();
  const pick = async (...paths: string[]) => {
    const [dialog] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "附上资料" }).first().click(),
    ]);
    await dialog.setFiles(paths);
  };
  const photo = given(desk, "现场.png", Buffer.from(PIXEL, "base64"));
  await pick(photo, given(desk, "批复.pdf", "%PDF-1.7 示例"));
  await expect(page.getByRole("row").filter({ hasText: "现场.png" })).toContainText("照片");
  await expect(page.getByRole("row").filter({ hasText: "批复.pdf" })).toContainText("文件");
  await expect(page.locator(".thumb img")).toBeVisible();
  await pick(photo);
  await expect(page.getByRole("status").filter({ hasText: "内容相同" })).toContainText("没有再附");

  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["pasted"], "image.png", { type: "image/png" }));
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await expect(page.getByRole("row").filter({ hasText: "image.png" })).toBeVisible();

  await page.getByRole("button", { name: "名称 现场.png，修改" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("开工现场");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "名称 开工现场.png，修改" })).toBeVisible();
  await page.getByRole("button", { name: "查看 开工现场.png" }).click();
  await expect(page.getByRole("img", { name: "开工现场.png" })).toBeVisible();
  await page.keyboard.press("Escape");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "打开 批复.pdf" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("批复.pdf");

  await page.getByRole("button", { name: "删除 开工现场.png" }).click();
  await expect(page.getByRole("button", { name: "名称 开工现场.png，修改" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".thumb img")).toBeVisible();

  await desk.go(page, `/project/${other}?tab=documents`);
  await expect(page.locator(".top h1")).toHaveText("聚碳酸酯联合项目");
  await pick(photo);
  await expect(page.getByRole("status").filter({ hasText: "只存一份" })).toContainText("北辰智能电机产业园一期");
  await page.getByRole("tab", { name: /^历史/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "新建资料" })).toBeVisible();
});

test("the next project is one key away, in the ledger's order; a duty passes on", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=people`);
  await expect(page.locator(".walk")).toContainText("1 / 4");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.locator(".top h1")).toHaveText("聚碳酸酯联合项目");
  await expect(page.getByRole("tab", { name: /^人员/ })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "上一个项目" }).click();
  await expect(page.locator(".top h1")).toHaveText("北辰智能电机产业园一期");
  await page.getByRole("button", { name: "换人 包保领导 沈国栋" }).click();
  await page.getByRole("button", { name: "换人", exact: true }).last().click();
  await expect(page.getByRole("alert")).toHaveText("必填。");
  await page.getByLabel("新任姓名").fill("王建国");
  await page.getByLabel("新任姓名").press("Enter");
  await expect(page.getByRole("row", { name: /王建国/ })).toContainText("2022-03-28");
  await expect(page.getByRole("row", { name: /沈国栋/ })).toContainText("2022-03-27");
});

test("a certificate's scan is attached in the item's panel, stands among the documents and is removed and brought back", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B03`);
  const panel = page.getByRole("complementary");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    panel.getByRole("button", { name: "附扫描件" }).click(),
  ]);
  await dialog.setFiles(given(desk, "规划许可证.pdf", "%PDF-1.7 许可"));
  const open = panel.getByRole("button", { name: "打开 规划许可证.pdf" });
  const [download] = await Promise.all([page.waitForEvent("download"), open.click()]);
  expect(download.suggestedFilename()).toBe("规划许可证.pdf");

  await desk.go(page, `/project/${id}?tab=documents`);
  const line = page.getByRole("row").filter({ hasText: "规划许可证.pdf" });
  await expect(line).toContainText("扫描件");
  await line.getByRole("link", { name: "建设工程规划许可证核发 的扫描件" }).click();
  await expect(open).toBeVisible();
  await panel.getByRole("button", { name: "删除 规划许可证.pdf" }).click();
  await expect(open).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(open).toBeVisible();
});
