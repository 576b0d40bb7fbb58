/** Every page in both languages, both themes, both sizes: no fault of accessibility, nothing sticking out. */
import type { Page } from "@playwright/test";
import { axe, fits, SIZES } from "./axe";
import { type Desk, LEDGER, sample, test } from "./desk";

async function look(desk: Desk, page: Page, id: string | undefined) {
  const pages = ["/ledger", "/import", "/new", "/settings", "/changes"];
  const registers = ["calendar", "regions", "safety"].map((tab) => `/settings?tab=${tab}`);
  const tabs = ["overview", "progress", "approvals", "needs", "people", "documents", "history"].map(
    (tab) => `/project/${id}?tab=${tab}`,
  );
  for (const to of id ? [...pages, ...registers, ...tabs] : pages) {
    await desk.go(page, to);
    await page.waitForLoadState("networkidle").catch(() => undefined);
    await page.locator("main.page").waitFor();
    await page.waitForTimeout(300);
    await fits(page, to);
    await axe(page, to);
  }
}

for (const language of ["zh", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`every page, ${language}, ${theme}`, async ({ desk, page }) => {
      test.setTimeout(180_000);
      const [id] = sample(desk);
      desk.call("setting_save", { key: "language", value: language });
      desk.call("setting_save", { key: "theme", value: theme });
      desk.call("approval_step", { project: id, item: "B02", state: "accepted", happened_on: "2022-03-11", set: {} });
      desk.call("matter_save", {
        id: null,
        project: id,
        set: { kind: "need", element: "用地", unit: "亩", required: 172000 },
      });
      desk.call("department_save", { id: null, set: { name: "市自然资源局", short_name: "资规局", position: 1 } });
      desk.call("region_save", { id: null, set: { name: "高新技术产业开发区", parent: "230600" } });
      await desk.open(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await look(desk, page, id);
      }
      await desk.go(page, `/project/${id}?tab=approvals`);
      await page.locator(".item-name").nth(6).click();
      await axe(page, "an approval");
    });
  }

  test(`an empty desk, ${language}`, async ({ desk, page }) => {
    desk.found();
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    await page.setViewportSize(SIZES[0] ?? { width: 1093, height: 614 });
    await look(desk, page, undefined);
  });
}

test("the wizard's own pages", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/import");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选择文件" }).click(),
  ]);
  await dialog.setFiles(LEDGER);
  await page.getByRole("heading", { name: "识别结果" }).waitFor();
  await axe(page, "check");
  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  await page.getByRole("tab", { name: /^新增/ }).waitFor();
  await axe(page, "preview");
});

test("first run", async ({ desk, page }) => {
  await desk.open(page);
  await axe(page, "first run");
});
