/** Working in the ledger as in a spreadsheet. */
import { axe, fits, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";
import { cell, compose, copy, field, now, paste } from "./sheet";

/** As many projects as asked, from a ledger as an office sends it. */
function many(desk: Desk, count: number): void {
  desk.found();
  desk.import(
    "大表.csv",
    [
      "序号,项目名称,项目单位,总投资（万元）,年度计划投资（万元）,形象进度",
      ...Array.from(
        { length: count },
        (_, n) => `${n + 1},第${n + 1}号配套工程,松江建设有限公司,${1000 + n},${100 + n},基础施工`,
      ),
    ].join("\n"),
  );
}

test("a cell is edited with its old value and author beside it; Enter goes down, Tab right, Esc leaves", async ({
  desk,
  page,
}) => {
  sample(desk);
  await desk.open(page);
  await cell(page, 0, "total").click();
  await page.keyboard.press("F2");
  const tip = page.locator(".cell-edit .tip");
  await expect(tip).toContainText("原值");
  await expect(tip).toContainText("75300");
  await expect(tip).toContainText("林晓");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, "total")).toHaveText("75,300");

  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await expect(page.locator(".cell-edit .fault")).toContainText("不是数字，请填数字：abc");
  await field(page).fill("约3.2亿");
  await expect(tip).toContainText("占总投资");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "total")).toHaveText("约32,000");
  await expect(now(page)).toHaveAttribute("data-spot", "1:4");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 0, "total")).toHaveText("75,300");
  await page.keyboard.press("Control+y");
  await expect(cell(page, 0, "total")).toHaveText("约32,000");

  await page.keyboard.type("9000");
  await page.keyboard.press("Tab");
  await expect(cell(page, 1, "total")).toHaveText("9,000");
  await expect(now(page)).toHaveAttribute("data-spot", "1:5");
  // Delete clears, with undo.
  await page.keyboard.press("Delete");
  await expect(cell(page, 1, "plan")).toHaveText("");
  await page.locator(".undo").getByRole("button", { name: /撤销/ }).click();
  await expect(cell(page, 1, "plan")).toHaveText("106,500");
});

test("this month's figures leave last month's report alone; another month is chosen in the bar", async ({
  desk,
  page,
}) => {
  desk.found();
  const id = desk.project({ name: "甲项目", total: 900_000_000 });
  const set = { done_total: 100_000_000, image: "基础施工" };
  desk.call("progress_save", { project: id, period: "2022-02", basis: "dispatch", set });
  type Reports = { progress: { period: string; done_total: number | null; image: string | null }[] };
  const reports = () =>
    desk.call<Reports>("project_get", { id }).progress.map((one) => [one.period, one.done_total, one.image]);
  await desk.open(page);
  await expect(page.getByLabel("填报月份")).toBeVisible();
  await cell(page, 0, "done_total").click();
  await page.keyboard.press("F2");
  const tip = page.locator(".cell-edit .tip");
  await expect(tip).toContainText("记入2022年3月的报告，表中显示的是2022年2月的");
  await expect(tip).toContainText("10000");
  await field(page).fill("12000");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "done_total")).toHaveText("12,000");
  expect(reports()).toEqual([
    ["2022-03", 120_000_000, "基础施工"],
    ["2022-02", 100_000_000, "基础施工"],
  ]);
  // February is put right afterwards: what it said stands in the editor, and March stays.
  await page.getByLabel("填报月份").click();
  await page.getByTitle("填报 2022-02").click();
  await cell(page, 0, "done_total").click();
  await page.keyboard.press("F2");
  await expect(field(page)).toHaveValue("10000");
  await field(page).fill("9500");
  await page.keyboard.press("Enter");
  await expect(page.locator(".status")).toContainText("已记入2022年2月的报告");
  await expect(cell(page, 0, "done_total")).toHaveText("12,000");
  expect(reports().map((one) => one[1])).toEqual([120_000_000, 95_000_000]);
});

test("a choice is typed or picked; computed columns say so", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await cell(page, 2, "stage").dblclick();
  await expect(page.getByRole("option")).toHaveCount(10);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("在");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(cell(page, 2, "stage")).toHaveText("在建");
  await cell(page, 2, "rate").click();
  await page.keyboard.press("F2");
  await expect(page.locator(".status")).toContainText("此列由系统计算");
});

test("Chinese input keeps its first letter, and a shortcut never breaks it", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await cell(page, 1, "issue").click();
  await compose(page, ["g", "go", "gong"], "供电方案未批");
  await expect(field(page)).toHaveValue("供电方案未批");
  // A second word in the same cell; Enter of the input method is not the sheet's.
  await compose(page, ["d", "dian"], "，电价未定");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "issue")).toHaveText("供电方案未批，电价未定");
  await expect(now(page)).toHaveAttribute("data-spot", "2:9");
  // Over a cell that is filled, the word replaces what stood there.
  await cell(page, 0, "issue").click();
  await compose(page, ["d"], "电力迁改");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, 0, "issue")).toHaveText("电力迁改");
});

test("a block of 50 × 8 cells from a spreadsheet is written at once, and taken back at once", async ({
  desk,
  page,
}) => {
  many(desk, 60);
  await desk.open(page);
  const block = Array.from({ length: 50 }, (_, n) =>
    [
      `"第${n + 1}号工程\n""改名"""`,
      "大庆市",
      String(5000 + n),
      `${n}`,
      `${n}.5`,
      "99",
      `"主体${n}层\n砌筑"`,
      "无",
    ].join("\t"),
  ).join("\r\n");
  await cell(page, 0, "name").click();
  await paste(page, `${block}\r\n`);
  await expect(page.locator(".undo")).toContainText("个单元格");
  await expect(cell(page, 0, "total")).toHaveText("5,000");
  await expect(cell(page, 4, "image")).toHaveText("主体4层\n砌筑");
  await expect(cell(page, 4, "name").locator(".name")).toHaveText('第5号工程"改名"');
  // The percentage is computed: nothing was put there, and it is said.
  await expect(page.locator(".status")).toContainText("未改动计算列：占年计划");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 0, "total")).toHaveText("1,000");
  await expect(cell(page, 4, "image")).toHaveText("基础施工");
});

test("a block with faults waits: faulty cells are marked in place, mended there, or left out", async ({
  desk,
  page,
}) => {
  many(desk, 5);
  await desk.open(page);
  await cell(page, 0, "total").click();
  await paste(page, "8000\t待定额\r\n9000\t500\r\n若干\t600\r\n");
  const bar = page.getByRole("toolbar", { name: "粘贴预览" });
  await expect(bar).toContainText("2 格有错");
  await expect(cell(page, 0, "plan")).toHaveClass(/m-faulty/);
  await expect(cell(page, 0, "plan")).toHaveText("待定额");
  await expect(cell(page, 1, "total")).toHaveText("9,000".replace(",", ""));
  await expect(page.locator(".foot")).toContainText("5,010");
  await bar.getByRole("button", { name: /2 格有错/ }).click();
  await expect(now(page)).toHaveAttribute("data-spot", "0:5");
  await page.keyboard.press("F2");
  await expect(page.locator(".cell-edit .fault")).toContainText("不是数字");
  await field(page).fill("700");
  await page.keyboard.press("Enter");
  await expect(bar).toContainText("1 格有错");
  await bar.getByRole("button", { name: /只写入无误的 5 格/ }).click();
  await expect(bar).toBeHidden();
  await expect(cell(page, 0, "plan")).toHaveText("700");
  await expect(cell(page, 2, "total")).toHaveText("1,002");
  await expect(cell(page, 2, "plan")).toHaveText("600");
});

test("a range is copied as text and table, cleared, filled down; its sum stands below", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await cell(page, 0, "total").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator('.sheet [role="gridcell"][aria-selected="true"]')).toHaveCount(4);
  await expect(page.locator(".status")).toContainText("合计 626,625");
  const taken = await copy(page);
  expect(taken.text).toBe("75300\t18825\r\n426000\t106500\r\n");
  expect(taken.html).toContain("<td>75300</td><td>18825</td>");
  await page.keyboard.press("Control+d");
  await expect(cell(page, 1, "total")).toHaveText("75,300");
  await expect(cell(page, 1, "plan")).toHaveText("18,825");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 1, "total")).toHaveText("426,000");
  // By mouse, and the whole sheet.
  await cell(page, 0, "region").hover();
  await page.mouse.down();
  await cell(page, 2, "plan").hover();
  await page.mouse.up();
  await expect(page.locator('.sheet [role="gridcell"][aria-selected="true"]')).toHaveCount(9);
  await page.keyboard.press("Control+a");
  const all = await copy(page);
  expect(all.text.trim().split("\r\n")).toHaveLength(4);
  expect(all.text).toContain("高压线迁改未定");
});

test("ticked rows are changed together, after it is said what would change", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByLabel(/^选中 北辰/).click();
  await page.getByLabel(/^选中 大豆/).click();
  const bar = page.getByRole("toolbar", { name: "已选 2 个" });
  await expect(page.locator(".status")).toContainText("总投资 87,300");
  await bar.getByRole("button", { name: "改字段" }).click();
  const form = page.getByRole("dialog", { name: "改字段" });
  await form.getByRole("button", { name: "在建" }).click();
  await expect(form).toContainText("将改 2 个");
  await expect(form).toContainText("前期");
  await expect(form).toContainText("签约");
  await form.getByRole("button", { name: "修改 2 个" }).click();
  await expect(cell(page, 0, "stage")).toHaveText("在建");
  await expect(cell(page, 2, "stage")).toHaveText("在建");
  await page.locator(".undo").getByRole("button", { name: /撤销/ }).click();
  await expect(cell(page, 2, "stage")).toHaveText("签约");

  await page.getByLabel("选中全部符合条件的项目").click();
  await page.getByRole("toolbar").getByRole("button", { name: "改字段" }).click();
  await form.getByRole("combobox").click();
  await page.keyboard.type("责任单位");
  await expect(page.locator(".ant-select-item-option-active")).toContainText("责任单位");
  await page.keyboard.press("Enter");
  await form.getByLabel("改为").fill("大同区政府");
  await form.getByRole("button", { name: "修改 4 个" }).click();
  await expect(cell(page, 3, "responsible_unit")).toHaveText("大同区政府");
});

test("ticked projects get another officer on one day, and one undo gives them back", async ({ desk, page }) => {
  const ids = sample(desk);
  for (const [at, name] of ["张立新", "吴建业", "王海"].entries()) {
    const set = { role: "chief_service_officer", name, since: "2022-01-05" };
    desk.call("duty_save", { id: null, project: ids[at], set });
  }
  await desk.open(page);
  await desk.go(page, "/ledger");
  await page.getByLabel("选中全部符合条件的项目").click();
  await page.getByRole("button", { name: "换首席服务员" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("4 个项目换首席服务员");
  for (const now of ["张立新 1 个", "吴建业 1 个", "王海 1 个", "未明确 1 个"]) await expect(dialog).toContainText(now);
  await dialog.getByLabel("换成").fill("王海");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("1 个项目已经是王海，不变。");
  await dialog.getByRole("button", { name: "更换 3 个" }).click();
  await expect(page.locator(".undo")).toContainText("3 个项目的首席服务员换成王海");
  const held = () =>
    ids.map(
      (id) =>
        desk
          .call<{ duties: { role: string; name: string; until: string | null }[] }>("project_get", { id })
          .duties.find((one) => one.role === "chief_service_officer" && one.until === null)?.name,
    );
  expect(held()).toEqual(["王海", "王海", "王海", "王海"]);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".undo")).toContainText("已撤销");
  expect(held()).toEqual(["张立新", "吴建业", "王海", undefined]);
});

test("sites stop for the winter together: those it cannot be said of are named, the rest change with one undo", async ({
  desk,
  page,
}) => {
  const ids = sample(desk);
  const state = () =>
    ids.map((id) => desk.call<{ project: { standing: string } }>("project_get", { id }).project.standing);
  await desk.open(page);
  await page.getByLabel("选中全部符合条件的项目").click();
  const bar = page.getByRole("toolbar");
  await bar.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "状态变更…" }).click();
  const dialog = page.getByRole("dialog", { name: "4 个项目的状态变更" });
  await dialog.getByLabel("预计恢复").fill("2022年4月底前");
  await axe(page, "many change their standing");
  await dialog.getByRole("button", { name: "变更 4 个项目" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "有 2 个项目现在的状态或上一次变更的日期不允许这样变更，都还没有改：北辰智能电机产业园一期、大豆精深加工二期项目",
  );
  expect(state()).toEqual(["active", "active", "active", "active"]);
  await dialog.getByRole("button", { name: "这些不改，其余 2 个照改" }).click();
  await expect(page.locator(".undo")).toContainText("变更状态（2 个项目）");
  expect(state()).toEqual(["active", "winter_stop", "active", "winter_stop"]);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".undo")).toContainText("已撤销");
  expect(state()).toEqual(["active", "active", "active", "active"]);
});

test("ticked projects are put on a list, and 纳统 is said of them together", async ({ desk, page }) => {
  sample(desk);
  desk.call("list_save", { id: null, set: { name: "市百大项目", year: 2022 } });
  const count = (column: string, value: string) =>
    desk.call<{ sums: { count: number } }>("project_list", {
      limit: 0,
      with_sums: true,
      filters: [{ column, op: "contains", values: [value] }],
    }).sums.count;
  await desk.open(page);
  await page.getByLabel(/^选中 北辰/).click();
  await page.getByLabel(/^选中 大豆/).click();
  const bar = page.getByRole("toolbar");
  await bar.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "列入清单…" }).click();
  const dialog = page.getByRole("dialog", { name: "2 个项目列入清单" });
  await dialog.getByLabel("清单").click();
  await page.getByTitle("市百大项目 2022").click();
  await dialog.getByRole("button", { name: "列入清单" }).click();
  await expect(page.locator(".undo")).toContainText("列入清单“市百大项目”");
  expect(count("list", "市百大项目")).toBe(2);
  await bar.getByRole("button", { name: "改字段" }).click();
  const form = page.getByRole("dialog", { name: "改字段" });
  await form.getByRole("combobox").click();
  await page.keyboard.type("纳统");
  await expect(page.locator(".ant-select-item-option-active")).toContainText("纳统");
  await page.keyboard.press("Enter");
  await form.getByRole("button", { name: "应纳统，未入库" }).click();
  await form.getByRole("button", { name: "修改 2 个" }).click();
  await expect.poll(() => count("statistics", "due")).toBe(2);
});

test("columns are hidden, shown, moved, frozen and made wider, and stay so", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const heads = page.getByRole("columnheader");
  await page.getByRole("button", { name: "列", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "列" });
  await panel.getByLabel("查找列").fill("首席");
  await panel.getByRole("checkbox", { name: "首席服务员" }).click();
  await panel.getByLabel("查找列").fill("属地");
  await panel.getByRole("checkbox", { name: "属地" }).click();
  await page.keyboard.press("Escape");
  await expect(heads.filter({ hasText: "首席服务员" })).toHaveCount(1);
  await expect(heads.filter({ hasText: "属地" })).toHaveCount(0);
  const total = heads.filter({ hasText: /^总投资/ });
  const before = (await total.boundingBox())?.width ?? 0;
  const edge = await total.locator(".edge").boundingBox();
  if (!edge) throw new Error("the edge of a head is there");
  await page.mouse.move(edge.x + 3, edge.y + 8);
  await page.mouse.down();
  await page.mouse.move(edge.x + 63, edge.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await total.boundingBox())?.width ?? 0)).toBe(Math.round(before + 60));
  await page.reload();
  await expect(heads.filter({ hasText: "首席服务员" })).toHaveCount(1);
  await expect.poll(async () => Math.round((await total.boundingBox())?.width ?? 0)).toBe(Math.round(before + 60));
  await page.getByRole("button", { name: "列", exact: true }).click();
  await panel.getByRole("button", { name: "恢复默认" }).click();
  await expect(heads.filter({ hasText: "属地" })).toHaveCount(1);
});

test("what is shown is kept as a view for everyone, and outlives a restart", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByRole("button", { name: "有问题" }).click();
  await page.getByRole("button", { name: "分组", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "阶段" }).click();
  await page.getByRole("button", { name: "存为视图" }).click();
  const form = page.getByRole("dialog", { name: "存为视图" });
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel("名称", { exact: true }).fill("周报要看的");
  await form.getByLabel("全办共用").check();
  await page.keyboard.press("Tab");
  await form.getByRole("button", { name: "保存" }).click();
  const tab = page.getByRole("button", { name: /^周报要看的/ });
  await expect(tab).toHaveText("周报要看的2");
  await expect(tab).toHaveAttribute("aria-pressed", "true");

  // What is said of the view goes with the next change: undo would take back that one.
  const told = page.locator(".undo", { hasText: "周报要看的" });
  await expect(told).toBeVisible();
  await told.hover(); // It stays while it is pointed at.
  for (const event of ["mousedown", "mouseup", "click"]) await cell(page, 1, "total").dispatchEvent(event);
  await page.getByRole("grid").focus();
  await page.keyboard.press("F2");
  await field(page).fill("32000");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "total")).toHaveText("32,000");
  await expect(told).toHaveCount(0);

  await desk.restart(page);
  await tab.click();
  await expect(page.locator(".line.grp")).toHaveCount(2);
  await expect(page.locator(".sheet .name")).toHaveCount(2);
  // Another question in it is marked, put back, or the view is renamed and removed.
  await page.getByRole("button", { name: "清除存在问题筛选" }).click();
  await expect(tab).toContainText("*");
  await page.getByRole("button", { name: "视图 周报要看的" }).click();
  await page.getByRole("button", { name: "还原" }).click();
  await expect(page.locator(".sheet .name")).toHaveCount(2);
  await page.getByRole("button", { name: "视图 周报要看的" }).click();
  await page.getByRole("textbox", { name: "名称", exact: true }).fill("周报");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^周报 ?2$/ })).toBeVisible();
  await page.getByRole("button", { name: "视图 周报" }).click();
  await page.getByRole("button", { name: "删除视图" }).click();
  await expect(page.getByRole("button", { name: /^周报/ })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^周报 ?2$/ })).toBeVisible();
});

test("a name in the last line makes a project, and the sheet goes on", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.keyboard.press("Control+End");
  await expect(now(page)).toContainText("新建项目");
  await page.keyboard.type("龙凤精密铸造项目");
  await page.keyboard.press("Tab");
  await expect(cell(page, 4, "name").locator(".name")).toHaveText("龙凤精密铸造项目");
  await expect(now(page)).toHaveAttribute("data-spot", "4:3");
  await page.keyboard.type("大同区");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1.2亿");
  await page.keyboard.press("Enter");
  await expect(cell(page, 4, "total")).toHaveText("12,000");
  await expect(cell(page, 4, "region")).toHaveText("大同区");
  await expect(page.locator(".foot")).toContainText("合计 5 个");
});

test("5,000 rows are scrolled to the end; every row is there", async ({ desk, page }) => {
  test.setTimeout(120_000);
  many(desk, 5000);
  await desk.open(page);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "5003");
  await page.locator(".sheet").evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
  await expect(page.locator(".sheet .name").last()).toHaveText("第5000号配套工程");
  await page.locator(".sheet").evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight / 2));
  await expect(page.locator(".sheet .name").first()).toBeVisible();
  await expect(page.locator(".sheet .line").first()).toBeVisible();
});

for (const language of ["zh", "en"] as const) {
  test(`the sheet and what floats over it are accessible and fit, ${language}`, async ({ desk, page }) => {
    test.setTimeout(120_000);
    sample(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    await expect(cell(page, 0, "total")).toHaveText("75,300");
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.keyboard.press("Space");
      await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeVisible();
      await fits(page, "peek");
      await axe(page, "peek");
      await page.keyboard.press("Space");
    }
    await cell(page, 0, "stage").click();
    await page.keyboard.press("F2");
    await expect(page.getByRole("option").first()).toBeVisible();
    await axe(page, "a cell in edit");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+L");
    await expect(page.getByRole("dialog")).toBeVisible();
    await axe(page, "a column's menu");
    await page.keyboard.press("Escape");
    await cell(page, 0, "total").click();
    await paste(page, "8000\tabc\r\n");
    await expect(page.getByRole("toolbar")).toBeVisible();
    await axe(page, "a paste with faults");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Shift+Space");
    await page.getByRole("toolbar").getByRole("button").nth(0).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await axe(page, "bulk edit");
    await page.keyboard.press("Escape");
    await desk.go(page, "/ledger?group=region");
    await expect(page.locator(".line.grp").first()).toBeVisible();
    await axe(page, "groups");
  });
}
