import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { expect, test } from "./desk";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function clean(page: Page, where: string) {
  await page.evaluate(AXE);
  const found: AxeResults = await page.evaluate(() =>
    // @ts-expect-error axe is put on the window by its script
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }),
  );
  expect(
    found.violations.map((v) => v.id),
    where,
  ).toEqual([]);
}

/** Where pictures are put to be looked at, if anywhere. */
const PICTURES = process.env.ZHUANBAN_PICTURES;

async function picture(page: Page, name: string) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

test("first run: look at the sample first, take the tour, see another office, and found one's own desk", async ({
  desk,
  page,
}) => {
  test.setTimeout(120_000);
  await desk.open(page);
  await page.getByLabel("姓名").fill("王敏");
  await clean(page, "first run");
  await picture(page, "start-zh");
  await page.getByRole("button", { name: "打开示例台账" }).click();

  const tour = page.getByRole("region", { name: "引导" });
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(tour).toContainText("一张台账，全部项目");
  await expect(page.locator(".status")).toContainText("示例数据");
  await expect(page.locator(".status")).toContainText("2022-03-28");
  await expect(page.getByText("聚碳酸酯联合项目").first()).toBeVisible();
  for (const title of ["找、筛、排", "一个项目的全部", "把手头的 Excel 拖进来", "这里是示例"]) {
    await expect(tour.getByRole("button", { name: /下一步/ })).toBeFocused();
    await page.waitForTimeout(300);
    await picture(page, `tour-zh-${title}`);
    await page.keyboard.press("Enter");
    await expect(tour).toContainText(title);
  }
  // There is no own desk yet: the button is called otherwise, and so is it in the tour.
  await expect(tour).toContainText("“建立我的台账”离开示例");
  await page.keyboard.press("ArrowLeft");
  await expect(tour).toContainText("把手头的 Excel 拖进来");
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);

  await page.getByRole("button", { name: "换专班" }).click();
  await page.getByRole("menuitem", { name: /哈尔滨市产业项目专班/ }).click();
  await expect(page.locator(".status")).toContainText("2019-04-30");
  await expect(page.getByText("中翼宁科技研发基地").first()).toBeVisible();
  await expect(page.getByText("聚碳酸酯联合项目")).toHaveCount(0);

  await picture(page, "harbin-zh");
  await page.getByRole("button", { name: "建立我的台账" }).click();
  await expect(page.getByLabel("姓名")).toHaveValue("王敏");
  await page.getByLabel("专班名称").fill("大同区全要素保障专班");
  await page.getByRole("button", { name: "空白开始" }).click();
  await expect(page.getByRole("heading", { name: "台账还没有项目" })).toBeVisible();
  await expect(page.locator(".status")).not.toContainText("示例数据");
});

test("what leaves the sample says that it is the sample's, and its card leads to a copy off the computer", async ({
  desk,
  page,
  context,
}) => {
  test.setTimeout(120_000);
  desk.found();
  desk.call("setting_save", { key: "language", value: "zh" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await page.getByRole("button", { name: "打开示例台账" }).first().click();
  await expect(page.locator(".status")).toContainText("示例数据");
  await desk.go(page, "/board?q=starts");
  await page.getByRole("button", { name: "复制到微信" }).click();
  await page.getByRole("menuitem", { name: "复制文字" }).click();
  await expect(page.getByText("文字已复制")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^未开工\d+个：.*，示例数据。$/);
  await desk.go(page, "/print");
  await expect(page.locator(".sheet-a3 h2").first()).toHaveText("项目进展情况表（示例数据）");
  await page.getByRole("button", { name: "读我" }).click();
  await page.getByRole("dialog", { name: "读我" }).getByRole("button", { name: "备份…" }).click();
  await expect(page.getByRole("dialog", { name: "备份到本机以外" })).toBeVisible();
});

test("in English: the sample, its card, its offices and the way back to an own empty desk", async ({ desk, page }) => {
  test.setTimeout(120_000);
  desk.found();
  desk.call("setting_save", { key: "language", value: "en" });
  await page.setViewportSize({ width: 1093, height: 614 });
  await desk.open(page);
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await clean(page, "an empty desk");
  await picture(page, "empty-en");
  await page.getByRole("button", { name: "Open the sample" }).click();
  await expect(page.locator(".status")).toContainText("Sample data");
  await page.getByRole("button", { name: "Read me" }).click();
  const card = page.getByRole("dialog");
  await expect(card).toContainText("Where is it");
  await page.waitForTimeout(400);
  await clean(page, "the card");
  await picture(page, "readme-en");
  await card.getByRole("button", { name: "Take the tour" }).click();
  const tour = page.getByRole("region", { name: "Tour" });
  for (const step of [1, 2, 3, 4, 5]) {
    await expect(tour).toContainText(`${step} / 5`);
    await page.waitForTimeout(500);
    if (step === 1) await clean(page, "the tour");
    await picture(page, `tour-en-${step}`);
    await page.keyboard.press("Enter");
  }
  await expect(tour).toHaveCount(0);
  await page.getByRole("button", { name: "Other offices" }).click();
  await picture(page, "offices-en");
  await page.getByRole("menuitem", { name: /Fuyuan/ }).click();
  await expect(page.locator(".status")).toContainText("2022-05-26");
  await page.getByRole("button", { name: "Back to my ledger" }).click();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
});
