/** 报送: a round handed out, what came back taken in, closed; a changed figure on record; both languages, axe, keyboard. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe, fits, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

async function clean(page: Page, where: string) {
  await axe(page, where);
  await fits(page, where);
}

/** April's round of the sample, handed out to a folder. */
function handedOut(desk: Desk): { id: string; folder: string } {
  sample(desk);
  const round = desk.call<{ id: string }>("round_open", {
    kind: "monthly",
    period: "2022-04",
    as_of: "2022-04-30",
    due_on: "2022-03-28",
    due_minute: 1020,
    split: "region",
    query: {},
    asked: ["stage", "done_total", "image", "issue"],
  });
  const folder = join(desk.folder, "out");
  mkdirSync(folder);
  desk.call("round_hand_out", { round: round.id, file: folder });
  return { id: round.id, folder };
}

/** What three units sent: a table of its own making, a photo, and the handed-out file as it was. */
function came(folder: string): string[] {
  const table = join(folder, "让胡路区四月.csv");
  const lines = [
    "填报单位：让胡路区",
    "序号,项目名称,累计完成投资（万元）,形象进度,存在问题",
    "1,北辰智能电机产业园一期,9530,主体封顶,无",
    "2,冷链物流园扩建项目,800,设备安装,用电未接通",
    "合计,,10330,,",
  ];
  writeFileSync(table, lines.join("\n"));
  const photo = join(folder, "大同区照片.png");
  writeFileSync(photo, Buffer.from("89504e470d0a1a0a0000", "hex"));
  return [table, photo, join(folder, "肇州县_2022年4月_重点项目_截至0430.xlsx")];
}

async function drop(page: Page, files: string[], button: string) {
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  await dialog.setFiles(files);
  await page.locator(".inbox").waitFor();
}

test("an empty page says what to do first, and a round is opened with the keyboard", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await page.getByRole("link", { name: "报送" }).click();
  await expect(page.getByRole("heading", { name: "还没有报送期" })).toBeVisible();
  await expect(page.getByRole("link", { name: "导入台账" })).toBeVisible();
  desk.project({ name: "大豆精深加工二期项目", region: "230621", total: 120_000_000 });
  desk.project({ name: "冷链物流园扩建项目", region: "230604", total: 86_400_000 });
  await page.reload();
  await clean(page, "no round yet");
  await page.getByRole("button", { name: "新建报送期" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("2022年一季度")).toBeVisible();
  await clean(page, "a new round");
  await page.getByRole("button", { name: "建立并留存上期" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "2022年一季度" })).toBeVisible();
  await expect(page.locator("tbody th button")).toHaveText(["让胡路区", "肇州县"]);
  await expect(page.getByRole("status", { name: "各状态单位数" })).toContainText("未发 2");
  await page.getByRole("button", { name: "分发", exact: true }).focus();
  const [archive] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(archive.suggestedFilename()).toContain("2022年一季度.zip");
  await expect(page.getByRole("status", { name: "各状态单位数" })).toContainText("已发未报 2");
});

test("what came back is told before it is written, and one undo takes it back", async ({ desk, page }) => {
  const { id, folder } = handedOut(desk);
  await desk.open(page);
  await desk.go(page, `/rounds/${id}`);
  await drop(page, came(folder), "收表");
  const row = (name: string) => page.locator(".inbox tbody tr").filter({ hasText: name }).first();
  await expect(row("让胡路区四月.csv")).toContainText("变化 2");
  await expect(row("让胡路区四月.csv")).toContainText("一致");
  await expect(row("大同区照片.png")).toContainText("图片或扫描件");
  await expect(row("肇州县_2022年4月")).toContainText("疑似旧文件，100% 与上期相同");
  await page.getByRole("button", { name: "让胡路区四月.csv 详情" }).click();
  await expect(page.locator(".returned")).toContainText("用电未接通");
  await expect(page.locator(".faults")).toContainText("864 → 800");
  await expect(page.locator(".faults")).toContainText("未开工而有完成投资");
  await clean(page, "the inbox");
  await page.getByRole("button", { name: "收下 3 个文件" }).click();
  const counts = page.getByRole("status", { name: "各状态单位数" });
  await expect(counts).toHaveText(
    /已报\s*1（已收 1）.*未报\s*0.*待处理\s*2（疑似旧文件 1，转人工录入 1）.*共 3 个单位/,
  );
  await clean(page, "the units");

  await page.getByRole("button", { name: "大同区", exact: true }).click();
  await page.getByRole("button", { name: "打开 大同区照片.png" }).click();
  const photo = page.getByRole("dialog", { name: "大同区照片.png" });
  await expect(photo.getByRole("img", { name: "大同区照片.png" })).toHaveAttribute(
    "src",
    /^data:image\/png;base64,iVBOR/,
  );
  await page.keyboard.press("Escape");
  await expect(photo).toHaveCount(0);
  const [kept] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "另存 大同区照片.png" }).click(),
  ]);
  expect(kept.suggestedFilename()).toBe("大同区照片.png");
  await page.getByRole("combobox", { name: "状态" }).click();
  await page.getByTitle("零报告", { exact: true }).click();
  await expect(counts).toContainText("零报告 1");
  await page.getByRole("checkbox", { name: "收到盖章件" }).click();
  await expect(page.getByRole("row", { name: /大同区/ })).toContainText("已盖章");
  await clean(page, "one unit");

  await page.getByRole("tab", { name: "变化" }).click();
  await expect(page.getByText("变化 2", { exact: true })).toBeVisible();
  await expect(page.locator(".differ-lines")).toContainText("主体封顶");
  await clean(page, "the changes");
  const [red] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "红字变化稿" }).click(),
  ]);
  expect(red.suggestedFilename()).toBe("2022年4月 较上期.xlsx");
  await page.getByRole("tab", { name: "未更新" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await clean(page, "who has not updated");

  for (let at = 0; at < 3; at++) await page.keyboard.press("Control+z");
  await page.getByRole("tab", { name: "单位" }).click();
  await expect(counts).toContainText("已发未报 3");
});

test("what the desk has outside a round's list is not added again, and what is like it only when ticked", async ({
  desk,
  page,
}) => {
  sample(desk);
  const [list] = desk.call<{ id: string }[]>("list_list", {});
  desk.project({ name: "红岗石墨负极材料一期项目", region: "230604" });
  const round = desk.call<{ id: string }>("round_open", {
    kind: "monthly",
    period: "2022-04",
    as_of: "2022-04-30",
    due_on: "2022-03-28",
    due_minute: 1020,
    split: "region",
    query: { filters: [{ column: "list", op: "any_of", values: [list?.id] }] },
    asked: ["done_total"],
  });
  const table = join(desk.folder, "让胡路区四月.csv");
  const lines = [
    "填报单位：让胡路区",
    "序号,项目名称,累计完成投资（万元）",
    "1,红岗石墨负极材料一期项目,100",
    "2,红岗石墨负极材料二期项目,200",
    "3,完全新来的数据中心,300",
  ];
  writeFileSync(table, lines.join("\n"));
  await desk.open(page);
  await desk.go(page, `/rounds/${round.id}`);
  await drop(page, [table], "收表");
  await expect(page.locator(".returned")).toContainText("已在台账，不在本次范围，不写入");
  await expect(page.locator(".returned")).toContainText("与“红岗石墨负极材料一期项目”疑似重复");
  await expect(page.locator(".inbox tbody tr").first()).toContainText("新增 1");
  await clean(page, "likenesses in the inbox");
  await page.getByRole("checkbox", { name: "是另一个项目，新增" }).click();
  await page.getByRole("button", { name: "收下 1 个文件" }).click();
  await expect(page.getByRole("status", { name: "各状态单位数" })).toContainText("已收 1");
  const named = desk.call<{ rows: { name: string }[] }>("project_list", { text: "红岗", limit: 9 }).rows;
  expect(named.map((row) => row.name)).toEqual(["红岗石墨负极材料一期项目", "红岗石墨负极材料二期项目"]);
});

test("a project that came back under another name takes it when ticked, and stays known by the old one", async ({
  desk,
  page,
}) => {
  const { id, folder } = handedOut(desk);
  const table = join(folder, "让胡路区四月.csv");
  const lines = ["填报单位：让胡路区", "序号,项目名称,累计完成投资（万元）", "1,冷链物流园改扩建项目,870"];
  writeFileSync(table, lines.join("\n"));
  await desk.open(page);
  await desk.go(page, `/rounds/${id}`);
  await drop(page, [table], "收表");
  await page.getByRole("checkbox", { name: "冷链物流园扩建项目 → 冷链物流园改扩建项目" }).click();
  await clean(page, "a new name in the inbox");
  await page.getByRole("button", { name: "收下 1 个文件" }).click();
  await expect(page.getByRole("status", { name: "各状态单位数" })).toContainText("已收 1");
  const known = () =>
    desk.call<{ rows: { name: string }[] }>("project_list", { text: "冷链物流园扩建", limit: 9 }).rows;
  expect(known().map((row) => row.name)).toEqual(["冷链物流园改扩建项目"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => known().map((row) => row.name)).toEqual(["冷链物流园扩建项目"]);
});

test("a round opened by mistake is changed, removed, and brought back", async ({ desk, page }) => {
  const { id } = handedOut(desk);
  await desk.open(page);
  await desk.go(page, `/rounds/${id}`);
  await page.getByRole("button", { name: "更改", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "更改报送期" });
  await dialog.getByRole("textbox", { name: "备注" }).fill("延期一天");
  const day = dialog.getByRole("textbox", { name: "截止日" });
  await day.fill("2022-03-29");
  await day.press("Enter");
  await clean(page, "changing a round");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.locator(".bar")).toContainText("截止 2022-03-29 17:00");
  await page.getByRole("button", { name: "更改", exact: true }).click();
  await dialog.getByRole("button", { name: "删除报送期" }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "删除报送期" }).click();
  await expect(page.getByRole("heading", { name: "还没有报送期" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("link", { name: "2022年4月" })).toBeVisible();
});

test("a text is copied for the telephone", async ({ desk, page, context }) => {
  const { id } = handedOut(desk);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await desk.go(page, `/rounds/${id}`);
  await page.getByRole("button", { name: "复制催报" }).click();
  await expect(page.getByRole("button", { name: "已复制" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("已报0个单位，尚缺：让胡路区、大同区、肇州县。请17:00前报送，逾期通报。");
});

test("after the closing a figure changes only with a reason, which then stands on record", async ({ desk, page }) => {
  const { id } = handedOut(desk);
  const [project] = desk.call<{ rows: { id: string }[] }>("project_list", { limit: 1 }).rows;
  desk.call("progress_save", { project: project?.id, period: "2022-04", basis: "dispatch", set: { issue: "缺电" } });
  await desk.open(page);
  await desk.go(page, `/rounds/${id}`);
  await page.getByRole("button", { name: "关账" }).click();
  await expect(page.getByText("还有 3 个单位没有报齐，仍然关账？")).toBeVisible();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "关账" }).click();
  await expect(page.getByText(/^已关账/)).toBeVisible();
  await expect(page.getByRole("button", { name: "收表" })).toHaveCount(0);

  await desk.go(page, `/project/${project?.id}`);
  const issue = page.getByRole("button", { name: /^存在问题/ });
  await issue.click();
  await page.getByRole("textbox", { name: "存在问题" }).fill("已通电");
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "改数登记" });
  await expect(dialog).toContainText("2022-04 已关账");
  await clean(page, "the reason");
  await dialog.getByLabel("改数原因").fill("供电公司已送电");
  await dialog.getByLabel("谁同意").fill("张立新");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await desk.go(page, `/rounds/${id}?tab=corrections`);
  const line = page.locator("tbody tr");
  await expect(line).toContainText("供电公司已送电");
  await expect(line).toContainText("张立新");
  await clean(page, "the corrections");
});

test("two snapshots are compared", async ({ desk, page }) => {
  sample(desk);
  desk.call("snapshot_save", { name: "三月末", kind: "manual" });
  desk.project({ name: "新来的项目", region: "230606" });
  await desk.open(page);
  await desk.go(page, "/rounds");
  await page.getByRole("checkbox", { name: "选 三月末" }).click();
  await page.getByRole("button", { name: "与现在对比" }).click();
  await expect(page.getByRole("heading", { name: "三月末 与 现在 对比" })).toBeVisible();
  await expect(page.getByText("新增 1", { exact: true })).toBeVisible();
  await clean(page, "two moments");
});

for (const language of ["zh", "en"] as const) {
  test(`every page of a round in ${language}, light and dark`, async ({ desk, page }) => {
    test.setTimeout(180_000);
    const { id, folder } = handedOut(desk);
    const files = came(folder);
    desk.call("setting_save", { key: "language", value: language });
    desk.call("snapshot_save", { name: "三月末", kind: "manual" });
    await desk.open(page);
    for (const theme of ["light", "dark"]) {
      desk.call("setting_save", { key: "theme", value: theme });
      await page.reload();
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const tabs = ["units", "changes", "idle", "corrections"].map((tab) => `/rounds/${id}?tab=${tab}`);
        for (const to of ["/rounds", ...tabs, "/rounds/compare?from=2021-12&to=now"]) {
          await desk.go(page, to);
          await page.waitForLoadState("networkidle").catch(() => undefined);
          await page.waitForTimeout(300);
          await clean(page, `${to} ${theme}`);
        }
      }
      await desk.go(page, `/rounds/${id}`);
      await drop(page, files, language === "zh" ? "收表" : "Take in files");
      await clean(page, `inbox ${theme}`);
    }
  });
}
