import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** Three contradictions: one decreased, one started with nothing, one phone too short. */
function contradict(desk: Desk): string[] {
  const ids = sample(desk);
  const [motor, carbonate] = ids;
  const report = (project: string | undefined, period: string, set: object) =>
    desk.call("progress_save", { project, period, basis: "dispatch", set });
  desk.call("project_save", { id: motor, set: { stage: "building", responsible_unit: "让胡路区政府" } });
  report(motor, "2022-02", { done_total: 123_000_000 });
  report(motor, "2022-03", { done_total: 98_000_000 });
  report(carbonate, "2022-02", { done_total: 0 });
  report(carbonate, "2022-03", { done_total: 0 });
  desk.call("contact_save", { id: null, project: carbonate, set: { name: "孙勇", phone: "138 0000 001" } });
  return ids;
}

test("contradictions are narrowed, told to their unit, let pass and come back", async ({ desk, page }) => {
  const [motor] = contradict(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "报送" }).click();
  await page.getByRole("navigation", { name: "报送", exact: true }).getByRole("link", { name: "校验" }).click();
  const line = page.getByRole("row", { name: /北辰智能电机产业园一期/ });
  await expect(line).toContainText("9,800万元");
  await expect(line).toContainText("12,300万元");
  const kinds = page.getByRole("region", { name: "校验项" });
  await expect(kinds.getByRole("button", { name: /^已开工而完成为0/ })).toContainText("1");
  await kinds.getByRole("button", { name: /^电话位数/ }).click();
  await expect(page.locator(".check-table tbody tr:not(.of)")).toHaveCount(1);
  await kinds.getByRole("button", { name: /^全部/ }).click();

  const units = page.getByRole("region", { name: "单位按" });
  await units.getByRole("button", { name: "责任单位" }).click();
  await units.getByRole("button", { name: /^让胡路区政府/ }).click();
  await page.getByRole("button", { name: "核对文本" }).click();
  await expect(page.getByRole("textbox", { name: "核对文本" })).toHaveValue(
    "让胡路区政府报送表有1处请核对：①北辰智能电机产业园一期：累计完成9,800万元，小于上期12,300万元。请核对后重报。",
  );
  await page.locator("button.ant-modal-close").click();

  await line.getByRole("checkbox").click();
  await page.getByRole("button", { name: "放行", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("必填。");
  await page.getByLabel("放行原因").fill("审计核减");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "没有待核对的矛盾" })).toBeVisible();
  await page.getByRole("button", { name: "已放行 1" }).click();
  await expect(line).toContainText("审计核减");
  await line.getByRole("button", { name: "收回放行" }).click();
  await expect(page.getByRole("button", { name: "已放行 0" })).toBeVisible();
  await page.getByRole("button", { name: /^待核对/ }).click();

  await line.getByRole("link", { name: /打开/ }).click();
  await expect(page).toHaveURL(new RegExp(`/project/${motor}.*field=done_total`));
  await expect(page.getByRole("button", { name: /^累计完成/ })).toBeFocused();
});

test("an empty desk says what to do first", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/checks");
  await expect(page.getByRole("heading", { name: "还没有可以校验的数据" })).toBeVisible();
  await axe(page, "empty checks");
  await page.getByRole("main").getByRole("link", { name: "导入台账" }).click();
  await expect(page).toHaveURL(/import/);
});

for (const language of ["zh", "en"]) {
  test(`the page is whole and readable, ${language}`, async ({ desk, page }) => {
    contradict(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.go(page, "/checks");
      await page.locator(".check-table").waitFor();
      await fits(page, "/checks");
      await axe(page, "/checks");
      await page.getByRole("checkbox").nth(1).click();
      await axe(page, "picked");
      await page.getByRole("checkbox").nth(1).click();
      await picture(page, `checks-${language}-${size.width}`);
    }
  });
}
