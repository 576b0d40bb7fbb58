import type { Page } from "@playwright/test";
import { axe } from "./axe";
import { expect, sample, test } from "./desk";

const box = (page: Page) => page.getByRole("combobox", { name: "搜索项目、人员和命令" });
const active = (page: Page) => page.locator(".palette .hit.on");

test("two characters, initials, a traditional name, a code and a phone's tail open the project", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  desk.call("project_save", { id, set: { code: "2307-231005-04-01-503554" } });
  desk.call("contact_save", { id: null, project: id, set: { name: "周工", phone: "138 0009 7482" } });
  await desk.open(page);
  for (const typed of ["电机", "bczn", "beichen", "電機產業", "0401503554", "7482"]) {
    await page.keyboard.press("Control+k");
    await box(page).fill(typed);
    await expect(active(page), typed).toContainText("北辰智能电机产业园一期");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/project/${id}`));
    await expect(box(page)).toHaveCount(0);
    await desk.go(page, "/ledger");
  }
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "最近打开" })).toContainText("北辰智能电机产业园一期");
});

test("commands are typed too, by their initials", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByRole("button", { name: "搜索项目、人员和命令" }).click();
  await box(page).fill("xj");
  await expect(active(page)).toContainText("新建项目");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/new/);

  await page.keyboard.press("Control+k");
  await box(page).fill("dctz");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "导出台账" })).toBeVisible();
  await page.keyboard.press("Escape");

  for (const typed of ["示例", "sample"]) {
    await page.keyboard.press("Control+k");
    await box(page).fill(typed);
    await expect(active(page), typed).toContainText("打开示例台账");
    await page.keyboard.press("Escape");
  }

  await page.keyboard.press("Control+k");
  await box(page).fill("english");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Ledger" })).toBeVisible();
});

test("a copy off the computer, another computer, a hand-over and the rooms are typed too", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const ask = async (typed: string) => {
    await page.keyboard.press("Control+k");
    await box(page).fill(typed);
  };
  for (const typed of ["备份", "beifen", "bf", "backup"]) {
    await ask(typed);
    await expect(active(page), typed).toContainText("备份到本机以外");
    await page.keyboard.press("Escape");
  }
  for (const [typed, title] of [
    ["备份", "备份到本机以外"],
    ["搬到另一台", "搬到另一台电脑"],
    ["旧电脑", "从旧电脑搬来"],
    ["备份包", "从备份包恢复"],
    ["交接清单", "换人交接"],
    ["新建报送", "新建报送期"],
  ] as const) {
    await ask(typed);
    await expect(active(page), typed).toContainText(typed);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog, typed).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  for (const [typed, address] of [
    ["区划", "/settings?tab=regions"],
    ["权力清单", "/approvals?tab=lists"],
    ["负面清单", "/approvals?tab=lists&list=negative"],
    ["未写日期", "/approvals?tab=undated"],
    ["年度目标", "/years?tab=targets"],
    ["包保交接", "/years?tab=duties"],
    ["数据安全", "/settings?tab=safety"],
    ["打印", "/print"],
  ] as const) {
    await ask(typed);
    await expect(active(page), typed).toContainText(typed);
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).hash.replace(/%22/g, "")).toBe(`#${address}`);
  }
});

test("a kept view that counts opens with what it counts", async ({ desk, page }) => {
  sample(desk);
  const figure = { scope: {}, as_of: "2021-12-31", of: "not_opened", key: null };
  const query = { text: null, filters: [], sort: [], group: null, figure, offset: 0, limit: 0 };
  const view = { id: null, name: "还没动工的", everyone: false, query, columns: [], lines: null };
  desk.call("view_save", view);
  await desk.open(page);
  await page.keyboard.press("Control+k");
  await box(page).fill("没动工");
  await expect(active(page)).toContainText("还没动工的");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "筛选" }).getByText("未开工")).toBeVisible();
  // It counts as of today, whenever it was kept.
  expect(decodeURIComponent(page.url())).toContain('"as_of":"2022-03-28"');
});

test("more to do with a record: copy, pin, and back", async ({ desk, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [id] = sample(desk);
  desk.call("project_save", { id, set: { code: "2307-231005-04-01-503554" } });
  await desk.open(page);
  await page.keyboard.press("Control+k");
  await box(page).fill("北辰智能");
  await expect(active(page)).toContainText("北辰智能电机");
  await page.keyboard.press("ArrowRight");
  await expect(active(page)).toHaveText("打开");
  await page.keyboard.press("ArrowUp");
  await expect(active(page)).toHaveText("固定");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("option", { name: /复制代码/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "已复制 2307-231005-04-01-503554" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("2307-231005-04-01-503554");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "固定", exact: true })).toContainText("北辰智能电机产业园一期");
});

test("half a composed word is not looked for, and its Enter belongs to the input method", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "命令" })).toBeVisible();
  await box(page).evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, isComposing: true }));
  });
  await expect(box(page)).toBeVisible();
});

test("the ledger's own filter and the palette keep apart", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.keyboard.press("Control+f");
  await expect(box(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveCount(0);
});

for (const [language, size] of [
  ["zh", { width: 1093, height: 614 }],
  ["en", { width: 1920, height: 1080 }],
] as const) {
  test(`looks and reads well, ${language}`, async ({ desk, page }) => {
    sample(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    await page.setViewportSize(size);
    await page.keyboard.press("Control+k");
    await page.getByRole("option").first().waitFor();
    await axe(page, "at hand");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/palette-${language}.png` });
    await page.getByRole("dialog").getByRole("combobox").fill("dq");
    await page.getByRole("dialog").getByRole("combobox").fill("产业");
    await page.locator("mark").first().waitFor();
    await axe(page, "found");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/found-${language}.png` });
    await page.keyboard.press("ArrowRight");
    await axe(page, "more");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/more-${language}.png` });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("button.me").click();
    await page.waitForTimeout(400);
    await axe(page, "the person's menu");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/me-${language}.png` });
  });
}
