/** The approval library: a draft, what it changes, its release, and the checklists that follow it when somebody asks. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES, unfold } from "./axe";
import { type Desk, expect, test } from "./desk";

interface Listed {
  code: string;
  due_on: string | null;
  promised: { half_days: number; to_check: boolean } | null;
}

const item = (desk: Desk, id: string, code: string) =>
  desk.call<{ items: Listed[] }>("approval_list", { id }).items.find((one) => one.code === code);
const row = (page: Page, code: string) => page.locator("tr", { has: page.locator(`[data-code="${code}"]`) });
const panel = (page: Page) => page.locator(".lib-side");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** A project whose planning permit was accepted on 16 March. */
function running(desk: Desk, name: string): string {
  const id = desk.project({ name });
  desk.call("approval_step", { project: id, item: "B03", state: "accepted", happened_on: "2022-03-16", set: {} });
  return id;
}

function draft(desk: Desk): string {
  return desk.call<{ version: { id: string } }>("template_draft", {}).version.id;
}

const save = (desk: Desk, version: string, code: string, set: object) =>
  desk.call("template_item_save", { version, code, set });

async function promise(page: Page, days: string) {
  await panel(page)
    .getByRole("button", { name: /^承诺时限（工作日）/ })
    .click();
  await page.getByRole("textbox", { name: "承诺时限（工作日）" }).fill(days);
  await page.keyboard.press("Enter");
}

test("a promise is shortened in a draft, released, and a running checklist moves to it and back", async ({
  desk,
  page,
}) => {
  desk.found();
  const [first, second] = [running(desk, "北辰智能电机产业园"), running(desk, "聚碳酸酯联合项目")];
  await desk.open(page);
  await desk.go(page, "/settings?tab=library");
  await expect(page.getByText("2 份清单在用")).toBeVisible();
  await button(page, "新建草稿").click();
  await expect(page.getByText("没有要改的地方，可以发布。")).toBeVisible();

  await row(page, "B03").click();
  await promise(page, "0.3");
  await expect(panel(page).getByRole("alert")).toHaveText("不在可选范围内，请另选或另填：0.3");
  await expect(page.getByRole("textbox", { name: "承诺时限（工作日）" })).toHaveValue("0.3");
  await page.getByRole("textbox", { name: "承诺时限（工作日）" }).fill("2.5");
  await page.keyboard.press("Enter");
  await expect(row(page, "B03")).toContainText("2.5 个工作日待核");
  await expect(button(page, "改动 1")).toBeVisible();
  await panel(page).getByLabel("添加材料").fill("申请表");
  await page.keyboard.press("Enter");
  await panel(page).getByLabel("添加材料").fill("- 营业执照复印件");
  await page.keyboard.press("Enter");
  await panel(page).getByLabel("可容缺 申请表").check();
  await panel(page).getByLabel("网上办").check();
  await expect(page.getByRole("list", { name: "办理方式和材料" })).toHaveText("网上办 1申请材料 65 → 64 件（−1.5%）");
  await expect(row(page, "B03")).toContainText("5→4");

  await button(page, "新增事项").click();
  await button(page, "新增").click();
  await expect(panel(page).getByRole("alert")).toHaveCount(4);
  await page.getByLabel("编号", { exact: true }).fill("B03");
  await expect(page.getByText("编号已被“建设工程规划许可证核发”使用。")).toBeVisible();
  await page.getByLabel("编号", { exact: true }).fill("X01");
  await page.getByLabel("名称", { exact: true }).fill("区域评估成果核对");
  await page.getByLabel("部门", { exact: true }).fill("自然资源");
  await page.getByRole("combobox", { name: "阶段" }).click();
  await page.getByTitle("并行推进").click();
  await button(page, "新增").click();
  await expect(panel(page).getByRole("heading", { name: "区域评估成果核对" })).toBeVisible();
  await panel(page)
    .getByRole("button", { name: /^核心节点/ })
    .click();
  await page.getByTitle("核心", { exact: true }).last().click();
  await expect(row(page, "X01")).toContainText("核心");

  await button(page, "发布").click();
  const release = page.getByRole("dialog");
  await expect(release).toContainText("新增 1 项，删除 0 项，改动 1 项");
  await expect(release.getByRole("row", { name: /承诺时限 7 个工作日/ })).toContainText("2.5 个工作日");
  await expect(release).toContainText("申请表、营业执照复印件（已减）");
  await expect(release).toContainText("进行中的 2 份清单照旧");
  await picture(page, "library-release");
  await page.getByLabel("这一版改了什么").fill("压减工程规划许可承诺时限");
  await button(page, "发布第 1 版").click();

  const move = page.getByRole("dialog", { name: "让进行中的清单改用第 1 版" });
  await expect(move.getByText("2 份清单按别的版本")).toBeVisible();
  const line = move.getByRole("row", { name: /北辰智能电机产业园/ });
  await expect(line).toContainText("新增 X01 区域评估成果核对");
  await expect(line).toContainText("建设工程规划许可证核发 7 个工作日 → 2.5 个工作日 到期 03-25 → 03-21 −4");
  await expect(button(page, "改用（0 份）")).toBeDisabled();
  await button(page, "全选 2 份").click();
  await expect(button(page, "改用（2 份）")).toBeEnabled();
  await button(page, "全不选").click();
  await move.getByLabel("选中 北辰智能电机产业园").check();
  await picture(page, "library-move");
  await button(page, "改用（1 份）").click();
  await expect(move).toBeHidden();
  await expect(panel(page)).toContainText("区域评估成果核对");
  expect(item(desk, first, "B03")?.due_on).toBe("2022-03-21");
  expect(item(desk, second, "B03")?.due_on).toBe("2022-03-25");
  await page.keyboard.press("Control+z");
  await expect.poll(() => item(desk, first, "B03")?.due_on).toBe("2022-03-25");
});

test("faults of a draft lead to their items and hold its release; a draft is thrown away and comes back", async ({
  desk,
  page,
}) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/settings?tab=library");
  await button(page, "新建草稿").click();
  await row(page, "A01").click();
  await panel(page)
    .getByRole("button", { name: /^添加前置事项/ })
    .click();
  await page.keyboard.type("C05");
  await page.getByTitle("C05 建筑工程施工许可证核发").click();
  await page.keyboard.press("Tab");
  await button(page, "1 处要改").click();
  const faults = page.getByRole("list", { name: "发布前要改" });
  await expect(faults).toContainText("前置事项：互相等待：");
  await row(page, "C04").click();
  await button(page, "删除此事项").click();
  await expect(faults).toContainText("没有编号为 C04 的事项。");
  await button(page, "发布").click();
  await expect(page.getByRole("dialog")).toContainText("还有 2 处要改，改好才能发布。");
  await expect(button(page, "发布第 1 版")).toHaveCount(0);
  await page.getByRole("dialog").getByRole("button", { name: "C05 建筑工程施工许可证核发" }).click();
  await expect(panel(page).getByRole("heading", { name: "建筑工程施工许可证核发" })).toBeVisible();
  await expect(panel(page).getByRole("alert")).toContainText("没有编号为 C04 的事项。");

  // On which question it hangs.
  await panel(page)
    .getByRole("button", { name: /^取决于/ })
    .click();
  await button(page, "答“是”时办").click();
  await panel(page).locator(".lib-ask").getByRole("button", { name: "保存" }).click();
  await expect(panel(page).getByText("请选一个问题。")).toBeVisible();
  await page.getByRole("combobox", { name: "问题" }).click();
  await page.getByTitle("新的问题…").click();
  await page.getByLabel("问题怎么问").fill("限额以上工程？");
  await panel(page).locator(".lib-ask").getByRole("button", { name: "保存" }).click();
  await expect(panel(page)).toContainText("“限额以上工程”答是");

  await button(page, "放弃草稿").click();
  await expect(button(page, "新建草稿")).toBeVisible();
  await page.keyboard.press("Control+z");
  await button(page, "打开草稿").click();
  await expect(button(page, "2 处要改")).toBeVisible();
});

test("a limit is checked with its source, which the checklist knows, and the check is taken back", async ({
  desk,
  page,
}) => {
  desk.found();
  const project = desk.project({ name: "北辰智能电机产业园" });
  const version = draft(desk);
  save(desk, version, "C01", { materials: "申请表\n- 营业执照复印件\n? 承诺书" });
  desk.call("template_release", { version, note: null });
  await desk.open(page);
  await desk.go(page, `/project/${project}?tab=approvals`);
  await page.locator('[data-item="C01"]').click();
  const side = page.getByRole("complementary");
  await expect(side).toContainText("承诺时限 7 个工作日待核");
  await expect(side).toContainText("共 2 件");
  await expect(side).not.toContainText("营业执照复印件");
  await expect(side.getByRole("row").filter({ hasText: "承诺书" })).toContainText("可容缺");

  await desk.go(page, "/settings?tab=library");
  await button(page, "待核 52").click();
  await row(page, "C01").click();
  await button(page, "核对承诺时限").click();
  await page.getByLabel("出处").fill("市政务服务网办事指南");
  await button(page, "与出处一致").click();
  await expect(panel(page)).toContainText("2022-03-28 林晓核对");
  await expect(panel(page)).toContainText("出处：市政务服务网办事指南");
  await expect(row(page, "C01")).toHaveCount(0);
  expect(item(desk, project, "C01")?.promised?.to_check).toBe(false);
  await button(page, "撤回核对").click();
  await expect(row(page, "C01")).toContainText("待核");
  expect(item(desk, project, "C01")?.promised?.to_check).toBe(true);
});

test("a project says by which version its checklist is kept and moves to the newest", async ({ desk, page }) => {
  desk.found();
  const project = running(desk, "北辰智能电机产业园");
  const version = draft(desk);
  save(desk, version, "B03", { promised: 4 });
  desk.call("template_release", { version, note: null });
  await desk.open(page);
  await desk.go(page, `/project/${project}?tab=approvals`);
  await expect(page.getByText("本清单按随附版，现行为第 1 版。")).toBeVisible();
  await button(page, "看改用后的变化").click();
  await expect(page.getByRole("dialog")).toContainText("到期 03-25 → 03-18 −5");
  await button(page, "改用第 1 版").click();
  await expect(page.getByText("本清单按随附版")).toBeHidden();
  expect(item(desk, project, "B03")?.due_on).toBe("2022-03-18");
});

/** Tab until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp) {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press("Tab");
    const said = await page.evaluate(() => {
      const held = document.activeElement;
      return held?.getAttribute("aria-label") ?? held?.textContent ?? "";
    });
    if (name.test(said)) return;
  }
  throw new Error(`nothing called ${name} was reached`);
}

test("a sheet with English heads is read into a draft after a look, and the library is written out", async ({
  desk,
  page,
}) => {
  desk.found();
  draft(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=library&version=1");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "导入表格").click()]);
  const text =
    "\uFEFFApproval item,Promised workdays,Fee\n建设工程规划许可证核发,3 working days,none\n竣工验收备案,about a week,none\n";
  await chooser.setFiles({ name: "approvals.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const dialog = page.getByRole("dialog", { name: "把“approvals.csv”读入草稿" });
  await expect(dialog.getByRole("row", { name: /B03/ })).toContainText("承诺时限 7 个工作日 → 3 个工作日");
  await expect(dialog).toContainText("不认识的列没有读：Fee。");
  await expect(dialog.getByRole("alert").first()).toHaveText(
    "第 3 行“承诺时限”：不在可选范围内，请另选或另填：about a week",
  );
  await axe(page, "a sheet read into a draft");
  await picture(page, "library-import");
  await button(page, "读入 1 项").click();
  await expect(row(page, "B03")).toContainText("3 个工作日");
  await expect(button(page, "改动 1")).toBeVisible();
  const [written] = await Promise.all([page.waitForEvent("download"), button(page, "导出表格").click()]);
  expect(written.suggestedFilename()).toMatch(/^审批事项库 .*\.xlsx$/);
});

test("from draft to release by keyboard alone", async ({ desk, page }) => {
  desk.found();
  running(desk, "北辰智能电机产业园");
  await desk.open(page);
  await desk.go(page, "/settings?tab=library");
  await expect(row(page, "A01")).toBeVisible();
  await tabTo(page, /^新建草稿$/);
  await page.keyboard.press("Enter");
  await expect(button(page, "发布")).toBeVisible();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("规划许可证");
  await expect(page.getByText("3 / 77 项")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-code="A10"]')).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-code="B03"]')).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: "建设工程规划许可证核发" })).toBeVisible();
  await tabTo(page, /^承诺时限（工作日）/);
  await page.keyboard.press("F2");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(row(page, "B03")).toContainText("3 个工作日");
  await page.keyboard.press("Escape");
  await expect(page.locator('[data-code="B03"]')).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await button(page, "发布").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("改动 1 项");
  await tabTo(page, /^发布第 1 版$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "让进行中的清单改用第 1 版" })).toBeVisible();
  await tabTo(page, /^选中 北辰/);
  await page.keyboard.press("Space");
  await tabTo(page, /^改用（1 份）$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
});

for (const lang of ["zh", "en"]) {
  test(`every state is sound at both sizes: ${lang}`, async ({ desk, page }) => {
    desk.found();
    const project = running(desk, "北辰智能电机产业园");
    const first = draft(desk);
    save(desk, first, "B03", { promised: 4, materials: "申请表\n- 执照\n? 承诺书", handling: "online;one_trip" });
    desk.call("template_release", { version: first, note: "压减工程规划许可承诺时限" });
    const second = draft(desk);
    save(desk, second, "C05", { promised: 6 });
    save(desk, second, "A01", { needs: "Z99" });
    desk.call("setting_save", { key: "language", value: lang });
    await desk.open(page);
    const sound = async (what: string) => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await axe(page, `${what} ${lang} ${size.width}`);
        await fits(page, `${what} ${lang} ${size.width}`);
      }
    };
    await desk.go(page, "/settings?tab=library&version=1");
    await expect(row(page, "B03")).toBeVisible();
    await sound("versions");
    await row(page, "C01").click();
    await sound("an item");
    await desk.go(page, "/settings?tab=library&version=2");
    await expect(page.locator(".lib-side h2.t16")).toBeVisible();
    await row(page, "A01").click();
    await expect(panel(page).getByRole("alert")).toBeVisible();
    await sound("an item of a draft");
    await page.keyboard.press("Escape");
    await sound("a draft");
    await page.locator(".bar .tools .pri").click();
    await expect(page.getByRole("dialog").locator(".lib-diff")).toBeVisible();
    await sound("a release");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.locator(".lib-links button").nth(2).click();
    await expect(page.getByRole("dialog").locator(".lib-move")).toBeVisible();
    await sound("moving checklists");
    await desk.go(page, `/project/${project}?tab=approvals`);
    await page.locator(".kept-by").waitFor({ state: "attached" });
    await unfold(page);
    await expect(page.locator(".kept-by")).toBeVisible();
    await page.locator('[data-item="C01"]').click();
    await sound("a checklist");
  });
}
