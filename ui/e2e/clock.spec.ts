/** One clock, one path: what was granted ahead of its turn, stops by their reason, certificates that end, reminders beside the board. */
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

const step = (desk: Desk, project: string, item: string, state: string, happened_on: string, more = {}) =>
  desk.call("approval_step", { project, item, state, happened_on, set: {}, ...more });
const save = (desk: Desk, project: string, item: string, set: Record<string, unknown>) =>
  desk.call("approval_save", { project, item, set });

/** Three that stand still, each for another reason; a permit ahead of its turn; certificates; ways with nothing in hand. */
function recorded(desk: Desk): string[] {
  const ids = sample(desk);
  const [a = "", b = "", c = ""] = ids;
  step(desk, a, "C05", "accepted", "2022-03-24");
  step(desk, a, "B02", "submitted", "2022-03-01");
  step(desk, a, "B02", "correcting", "2022-03-03");
  step(desk, a, "B02", "accepted", "2022-03-08");
  step(desk, a, "B02", "stopped", "2022-03-10", { stop_kind: "expert_review", basis: "行政许可法第45条" });
  step(desk, a, "B02", "reviewing", "2022-03-16");
  step(desk, c, "B02", "accepted", "2022-03-14");
  step(desk, c, "B02", "stopped", "2022-03-24", { stop_kind: "hearing", basis: "行政许可法第45条" });
  step(desk, b, "B03", "approved", "2022-01-10");
  save(desk, b, "B03", { expires_on: "2022-03-14" });
  step(desk, b, "C05", "approved", "2022-03-10");
  save(desk, b, "C05", { expires_on: "2022-05-20" });
  desk.call("approval_way_save", {
    project: c,
    item: "C05",
    way: "pledge",
    set: { begun_on: "2022-03-01", due_by: "2022-03-21" },
  });
  return ids;
}

test("a permit accepted ahead of its turn is told on the item and in the head line", async ({ desk, page }) => {
  const [a] = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${a}?tab=approvals&item=C05`);
  await expect(page.locator(".path-warns")).toContainText(/前置 \d+ 项未采集或未办结：/);
  await expect(page.getByRole("complementary")).toContainText(/早于前置办理：.*建设工程规划许可证核发.*（未采集）/);
  await expect(page.getByRole("row", { name: /^C05/ }).getByRole("img", { name: "前置未齐" })).toBeVisible();
});

test("a stop has one count of its days and is ended by its own name", async ({ desk, page }) => {
  const [a, , c] = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${a}?tab=approvals&item=B02`);
  const panel = page.getByRole("complementary");
  const steps = panel.getByRole("region", { name: "办理经过" });
  // 10, 11, 14, 15 and 16 March.
  await expect(steps).toContainText("专家评审结束，恢复计时");
  await expect(steps).toContainText("暂停 5 个工作日；由第三方办理");
  await expect(steps).toContainText("补正完成，受审");
  await expect(steps).toContainText("补正用 3 个工作日；等项目单位");
  await expect(panel.locator(".strip")).toContainText("暂停 5 个工作日不计");
  await page.getByRole("button", { name: /^误时/ }).click();
  await expect(page.getByRole("row", { name: /第三方机构/ })).toContainText(/暂停计时\s*5/);
  // It stands for a hearing, which is the unit's.
  await desk.go(page, `/project/${c}?tab=approvals&item=B02`);
  await expect(panel).toContainText(/在手 .*　3 个工作日/);
  await expect(panel).toContainText("已暂停 3 个工作日；由承办单位办理");
  await panel.getByRole("combobox", { name: "状态" }).click();
  await expect(page.locator(".ant-select-item", { hasText: "听证结束，恢复计时" })).toBeVisible();
});

test("certificates that end and ways with nothing in hand are found on the board by their mark", async ({
  desk,
  page,
}) => {
  const [, b] = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/approvals");
  const marks = page.getByRole("group", { name: "筛选" }).getByRole("button", { name: /^标记/ });
  await marks.click();
  await page.getByRole("menuitem", { name: "证照过期 1" }).click();
  const row = page.locator(".ab-list tbody tr");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("聚碳酸酯联合项目");
  await expect(row).toContainText("有效期至 03-14");
  await expect(page.getByRole("status").filter({ hasText: "不在办" })).toHaveText("1 项，其中不在办 1 项");
  await desk.go(page, "/approvals?flag=pledge_late");
  await expect(row).toContainText("大豆精深加工二期项目");
  await desk.go(page, `/project/${b}?tab=approvals&item=B03`);
  await expect(page.getByRole("row", { name: /^B03/ })).toContainText("已过期");
  await expect(page.getByRole("complementary")).toContainText("有效期至 2022年3月14日，已过期 14 天");
});

test("reminders say why they are fewer than the overdue, and each leads to the other", async ({ desk, page }) => {
  const ids = recorded(desk);
  const [, b = "", c = "", d = ""] = ids;
  for (const [project, item] of [
    [b, "P02"],
    [c, "P02"],
    [d, "P02"],
  ] as const) {
    save(desk, project, item, { promised: 10 });
    step(desk, project, item, "accepted", project === b ? "2022-03-07" : "2022-03-14");
  }
  await desk.open(page);
  await desk.go(page, "/approvals");
  const list = page.getByRole("region", { name: "到期提醒" });
  await list.getByRole("button", { name: /今日提醒/ }).click();
  await expect(list).toContainText(/超期 \d+ 项中，今天提醒 \d+ 项；其余按到期后 14、28、42 天及每月提醒，下次 /);
  await list.getByRole("button", { name: /看全部超期 \d+ 项/ }).click();
  await expect(page).toHaveURL(/heat=overdue/);
  const back = page.getByRole("button", { name: /其中今天提醒 \d+ 项/ });
  await back.click();
  await expect(list.getByRole("table")).toBeVisible();
});

test("many steps are looked at before they are recorded, and undo says what they were", async ({ desk, page }) => {
  const [, , c = "", d = ""] = sample(desk);
  for (const project of [c, d]) step(desk, project, "A09", "accepted", "2022-03-14");
  await desk.open(page);
  await desk.go(page, "/approvals?item=A09");
  await page.getByRole("checkbox", { name: /选中列出的/ }).check();
  await page.getByRole("button", { name: "批量登记进展" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-item", { hasText: "签订合同" }).click();
  await expect(form.getByRole("status")).toHaveText(/将登记：2 个项目 .*签订合同/);
  await expect(form).toContainText(/2 个项目的最早开工随之变动/);
  await form.getByRole("button", { name: "登记 2 项" }).click();
  await expect(form).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(page.getByText(/已撤销：2 个项目 .*签订合同/)).toBeVisible();
});

for (const language of ["zh", "en"] as const) {
  test(`item, head line, board and reminders bear a look, ${language}`, async ({ desk, page }) => {
    const [a, b] = recorded(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const looked = async (name: string) => {
        await fits(page, `${name} ${size.width}`);
        await axe(page, `${name} ${size.width}`);
        await picture(page, `clock-${language}-${size.width}-${name}`);
      };
      await desk.go(page, `/project/${a}?tab=approvals&item=B02`);
      await page.locator(".steps").waitFor();
      await looked("stop");
      await desk.go(page, "/ledger");
      await desk.go(page, `/project/${b}?tab=approvals&item=B03`);
      await page.locator(".side-warns").first().waitFor();
      await looked("expiry");
      await desk.go(page, "/ledger");
      await desk.go(page, "/approvals?flag=expired&reminders=true");
      await page.locator(".ab-list tbody tr").first().waitFor();
      await looked("board");
      await desk.go(page, "/ledger");
    }
  });
}
