/** The path of one project's approvals: over time, by what comes before what, and what holds it up. */
import type { Locator, Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** Land is granted and permitted, the design is late after a stop, the drawings are looked at, power waits for papers. */
function recorded(desk: Desk): string {
  const [id = ""] = sample(desk);
  const step = (item: string, state: string, happened_on: string, more = {}) =>
    desk.call("approval_step", { project: id, item, state, happened_on, set: {}, ...more });
  desk.call("project_save", { id, set: { started_planned: "2022-04-01" } });
  step("A05", "submitted", "2022-02-10");
  step("A05", "approved", "2022-02-11");
  step("A07", "accepted", "2022-02-16");
  step("A07", "approved", "2022-02-28");
  step("A08", "accepted", "2022-02-18");
  step("A08", "approved", "2022-03-14");
  step("A09", "accepted", "2022-02-09");
  step("A09", "approved", "2022-03-16");
  step("A10", "accepted", "2022-03-16");
  step("A10", "approved", "2022-03-17");
  step("P02", "accepted", "2022-02-21");
  step("P02", "approved", "2022-03-21");
  step("B02", "submitted", "2022-03-08");
  step("B02", "accepted", "2022-03-09");
  step("B02", "stopped", "2022-03-14", { stop_kind: "revision", basis: "工程建设项目审批管理办法第十二条" });
  step("B02", "reviewing", "2022-03-16");
  step("P18", "accepted", "2022-03-18");
  step("P18", "stopped", "2022-03-23", { stop_kind: "awaiting_papers", basis: "供电营业规则第十九条" });
  return id;
}

const row = (page: Page, code: string) =>
  page.getByRole("table", { name: "审批甘特图" }).getByRole("row", { name: code });
const box = (page: Page, name: RegExp) => page.getByRole("group", { name: "审批关系图" }).getByRole("button", { name });
const panel = (page: Page, name: RegExp): Locator => page.getByRole("complementary", { name });

test("what holds the start up is said in a sentence, on the front page and above the list", async ({ desk, page }) => {
  const id = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const head = page.locator(".path-head");
  await expect(head).toContainText(/施工许可证 04-\d\d，最早开工 04-\d\d，晚于计划开工（04-01）/);
  await expect(head).toContainText("卡在建设工程设计方案审查(联合审查)（自然资源，超期 3 个工作日）。");
  await head.getByRole("link", { name: "看审批" }).click();

  const waits = page.getByRole("list", { name: "待办单位" });
  await expect(waits.getByRole("listitem")).toHaveCount(2);
  await expect(waits.getByRole("listitem").first()).toContainText("超期 3 个工作日");
  await expect(waits.getByRole("listitem").last()).toContainText("项目单位");
  await expect(waits.getByRole("listitem").last()).toContainText("暂停计时");
  await waits.getByRole("button", { name: /设计方案/ }).click();
  await expect(panel(page, /设计方案/)).toBeVisible();

  // What was decided leaves the sentence, and the next takes its place.
  desk.call("approval_step", { project: id, item: "B02", state: "approved", happened_on: "2022-03-28", set: {} });
  desk.call("approval_step", { project: id, item: "C01", state: "accepted", happened_on: "2022-03-28", set: {} });
  await page.reload();
  await expect(head).toContainText("卡在施工图设计文件审查");
});

test("an office that recorded nothing is told so", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await expect(page.locator(".path-head")).toContainText("尚无办理记录，以上按今日起办测算");
  await expect(page.getByText("待办单位")).toHaveCount(0);
});

test("over time: every fact of the chart is in its table, and the keys move in it", async ({ desk, page }) => {
  const id = recorded(desk);
  await page.setViewportSize({ width: 1093, height: 614 });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.getByRole("group", { name: "显示方式" }).getByRole("button", { name: "甘特" }).click();
  await expect(page).toHaveURL(/view=gantt/);
  await expect(row(page, "B02")).toContainText("03-23");
  await expect(row(page, "B02")).toContainText("超期 3");
  await expect(row(page, "B02")).toContainText("2022年3月14日 至 2022年3月16日");
  await expect(row(page, "P18")).toContainText("2022年3月23日 起");
  await expect(row(page, "P20")).toContainText(/机动 \d+ 个工作日/);
  await expect(row(page, "C05")).toContainText("预计");

  // It opens at today, and the names stay where they are while time moves.
  const chart = page.locator(".gantt-box");
  const now = chart.locator(".g-now");
  await expect(now).toBeInViewport();
  const name = row(page, "A07").getByRole("button");
  await name.focus();
  const [before, left] = [await now.boundingBox(), await name.boundingBox()];
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await now.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
  expect((await name.boundingBox())?.x).toBe(left?.x);
  await page.keyboard.press("Home");
  await expect.poll(async () => (await now.boundingBox())?.x).toBe(before?.x);

  await page.keyboard.press("ArrowDown");
  await expect(row(page, "A08").getByRole("button")).toBeFocused();
  await expect(panel(page, /./)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(panel(page, /农用地转用/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page, /./)).toHaveCount(0);
  await expect(row(page, "A08").getByRole("button")).toBeFocused();

  // A line of the chart opens its item as its name does; closing brings the focus back.
  await row(page, "B02").scrollIntoViewIfNeeded();
  const line = await row(page, "B02").boundingBox();
  const at = await now.boundingBox();
  await page.mouse.click((at?.x ?? 0) - 40, (line?.y ?? 0) + 12);
  await expect(panel(page, /设计方案/)).toBeVisible();
  await panel(page, /设计方案/)
    .getByRole("button", { name: "关闭" })
    .click();
  await expect(row(page, "B02").getByRole("button")).toBeFocused();

  // The view stays while one looks at other parts of the project.
  await page.getByRole("tab", { name: /^人员/ }).click();
  await page.getByRole("tab", { name: /^审批/ }).click();
  await expect(row(page, "B02")).toBeVisible();
});

test("the chart opens at what is not done, and shows all of it, months or weeks; today stays in sight", async ({
  desk,
  page,
}) => {
  const id = recorded(desk);
  await page.setViewportSize({ width: 1093, height: 614 });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=gantt`);
  const chart = page.locator(".gantt-box");
  const zoom = page.getByRole("group", { name: "显示范围" });
  const at = async (mark: string) => (await chart.locator(mark).first().boundingBox()) ?? { x: -1, width: 0 };
  const sheet = (await chart.boundingBox()) ?? { x: 0, width: 0 };
  const table = await at(".gantt-frozen");
  const inSight = async (mark: string) => {
    const { x, width } = await at(mark);
    return x >= table.x + table.width - 1 && x + width <= sheet.x + sheet.width + 1;
  };
  await expect(zoom.getByRole("button", { name: "在办" })).toHaveAttribute("aria-pressed", "true");
  // The stop of the design that is late, today, and the day of the permit.
  for (const mark of [".g-over", ".g-now", ".g-goalword"]) expect(await inSight(mark), mark).toBe(true);
  await zoom.getByRole("button", { name: "全程" }).click();
  for (const mark of [".g-done", ".g-now", ".g-goalword"]) await expect.poll(() => inSight(mark), mark).toBe(true);
  const widths: number[] = [];
  for (const name of ["月", "周"]) {
    await zoom.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => inSight(".g-now"), name).toBe(true);
    widths.push((await at(".gantt-head")).width);
  }
  expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 2);
  // The next project is shown as this one was.
  await page.reload();
  await expect(zoom.getByRole("button", { name: "周", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("in a low window the head and what is said above the list are a line each, and what is opened is in sight", async ({
  desk,
  page,
}) => {
  const id = recorded(desk);
  await page.setViewportSize({ width: 1093, height: 614 });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=P18`);
  await expect(page.locator(".ph")).toContainText("前期");
  await expect(page.locator(".hd")).toHaveCount(0);
  const list = await page.locator(".items").boundingBox();
  expect(list?.y ?? 999).toBeLessThan(160);
  await expect(page.locator("[data-item=P18]")).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "登记", exact: true })).toBeInViewport({ ratio: 1 });
  // The other lines when asked for.
  await expect(page.locator(".path-says")).toBeVisible();
  await expect(page.locator(".path-waits")).toBeHidden();
  await page
    .getByRole("region", { name: "审批提示" })
    .getByRole("button", { name: /^展开其余/ })
    .click();
  await expect(page.locator(".path-waits")).toBeVisible();
  await expect(page.locator("[data-item=P18]")).toBeInViewport({ ratio: 1 });
  // The head too, and it stays as it was left; on the first tab it is whole.
  await page.getByRole("button", { name: "展开项目概要" }).click();
  await expect(page.locator(".hd")).toBeVisible();
  await page.reload();
  await expect(page.locator(".hd")).toBeVisible();
  await page.getByRole("button", { name: "收起项目概要" }).click();
  await expect(page.locator(".hd")).toHaveCount(0);
  await page.getByRole("tab", { name: "概览" }).click();
  await expect(page.locator(".hd")).toBeVisible();
});

test("by what comes before what: arrows follow the lines, Enter opens", async ({ desk, page }) => {
  const id = recorded(desk);
  desk.call("approval_save", { project: id, item: "P05", set: { waived: "不新增用能" } });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=graph`);
  const design = box(page, /^建设工程设计方案审查/);
  await expect(design).toHaveAccessibleName(
    /审查中\s*超期 3 个工作日\s*关键路径，先办：建设用地规划许可证核发，之后：.*施工图/,
  );
  await expect(box(page, /^固定资产投资项目节能审查/)).toHaveCount(0);
  await expect(box(page, /^用电报装/)).toHaveAccessibleName(/先办：建设用地规划许可证核发 或 企业投资项目备案/);
  await expect(page.locator(".n-joint").first()).toBeVisible();

  // Tab comes to one box only, the arrows to the others.
  await page.locator(".graph-frame button[tabindex='0']").focus();
  await expect(design).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(box(page, /^建设用地规划许可证核发/)).toBeFocused();
  await expect(design).toHaveClass(/near/);
  await page.keyboard.press("ArrowRight");
  await expect(design).toBeFocused();
  await page.keyboard.press("Enter");
  const side = panel(page, /设计方案/);
  await expect(side).toBeVisible();
  await expect(design).toHaveAttribute("aria-pressed", "true");

  // A step recorded here moves the picture.
  await side.getByRole("button", { name: "登记", exact: true }).click();
  await expect(design).toHaveAccessibleName(/03-28 办结/);
  await design.focus();
  await page.keyboard.press("Escape");
  await expect(panel(page, /./)).toHaveCount(0);
});

test("a notice that moved a due day and a year without one are told", async ({ desk, page }) => {
  const [id] = sample(desk);
  const step = (item: string, happened_on: string) =>
    desk.call("approval_step", { project: id, item, state: "accepted", happened_on, set: {} });
  step("B02", "2022-03-28");
  desk.today = "2022-03-30";
  const year = desk.call<{ days: { on: string }[] }>("calendar_get", { year: 2022 });
  // The last days of December stand in the notice of the next year.
  const days = year.days.filter((day) => day.on < "2022-12-25");
  const more = { on: "2022-04-06", name: "清明节", off: true };
  const notice = { id: null, year: 2022, published_on: "2022-03-30", number: "庆政办函〔2022〕9号", unit: null };
  desk.call("calendar_notice_save", { ...notice, days: [...days, more] });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.locator("[data-item=B02]").click();
  const moved = page.getByRole("region", { name: "到期与办结" });
  await expect(moved).toContainText("原到期2022年4月7日");
  await expect(moved).toContainText("现到期2022年4月8日");
  await expect(moved).toContainText("实际未办结");
  desk.call("approval_step", { project: id, item: "B02", state: "approved", happened_on: "2022-03-30", set: {} });
  await page.reload();
  await page.locator("[data-item=B02]").click();
  await expect(moved).toContainText("实际2022年3月30日");
});

test("a due day in a year without a notice is marked as an estimate", async ({ desk, page }) => {
  desk.today = "2026-12-28";
  const [id] = sample(desk);
  desk.call("approval_step", { project: id, item: "B02", state: "accepted", happened_on: "2026-12-28", set: {} });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("暂估");
  await page.getByRole("button", { name: "甘特" }).click();
  await expect(row(page, "B02")).toContainText("暂估");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(page.getByText("2027年放假安排未发布，为暂估")).toBeVisible();
});

for (const language of ["zh", "en"] as const) {
  test(`both views bear a look, ${language}`, async ({ desk, page }) => {
    const id = recorded(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const view of ["list", "gantt", "graph"] as const) {
        await desk.go(page, `/project/${id}?tab=approvals&view=${view}`);
        await page.locator("[data-item=B02]").waitFor();
        await page.locator(".path-line b").waitFor();
        await fits(page, `${view} ${size.width}`);
        await axe(page, `${view} ${size.width}`);
        await page.locator("[data-item=B02]").click();
        await page.locator("aside.side .step").waitFor();
        await fits(page, `${view} ${size.width}, an item open`);
        await axe(page, `${view} ${size.width}, an item open`);
        await picture(page, `path-${language}-${size.width}-${view}`);
      }
    }
  });
}
