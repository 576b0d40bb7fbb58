import { axe, fits, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

function unit(desk: Desk, name: string, short: string | null, position: number): string {
  return desk.call<{ id: string }>("department_save", { id: null, set: { name, short_name: short, position } }).id;
}

function seat(desk: Desk, of: string, name: string, title: string, role: string, phone: string): void {
  desk.call("seat_add", { unit: of, name, title, role, phone });
}

function book(desk: Desk): void {
  const land = unit(desk, "市自然资源局", "资规局", 1);
  const plan = unit(desk, "市发展和改革委员会", "发改委", 2);
  seat(desk, land, "赵维新", "副局长", "leading", "13800000001");
  seat(desk, land, "钱立群", "用地科科长", "section_head", "13800000002");
  seat(desk, land, "周芳", "科员", "handler", "138 0009 7482");
  seat(desk, plan, "孙建国", "副主任", "leading", "13800000004");
}

test("an empty book says what to do; units are added, moved by keys and removed, with one undo each", async ({
  desk,
  page,
}) => {
  sample(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "人员" }).click();
  await expect(page.getByRole("heading", { name: "还没有通讯录" })).toBeVisible();
  const add = async (name: string) => {
    await page.getByLabel("新单位名称").fill(name);
    await page.getByLabel("新单位名称").press("Enter");
    await expect(page.locator(".units").getByRole("button", { name: new RegExp(name) })).toBeVisible();
  };
  await add("市自然资源局");
  await add("市发展和改革委员会");
  const units = page.locator(".units .scrolls .unit .grow");
  await expect(units).toHaveText(["市自然资源局", "市发展和改革委员会"]);
  await page.locator(".units .scrolls .unit").nth(1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(units).toHaveText(["市发展和改革委员会", "市自然资源局"]);
  await page.getByRole("button", { name: /撤销.*Ctrl Z/ }).click();
  await expect(units).toHaveText(["市自然资源局", "市发展和改革委员会"]);

  await page.getByRole("button", { name: /^市发展和改革委员会 简称/ }).click();
  await page.getByRole("textbox", { name: "市发展和改革委员会 简称" }).fill("发改委");
  await page.keyboard.press("Enter");
  await expect(units).toHaveText(["市自然资源局", "发改委"]);
  await page.getByRole("button", { name: /^市发展和改革委员会 归口单位/ }).click();
  await page.getByTitle("市自然资源局", { exact: true }).last().click();
  await page.getByRole("checkbox", { name: "市发展和改革委员会参与排名" }).click();
  await expect(page.getByRole("checkbox", { name: "市发展和改革委员会参与排名" })).not.toBeChecked();
  await page.getByRole("button", { name: "删除单位" }).click();
  await expect(units).toHaveText(["市自然资源局"]);
});

test("people of a unit: added, called in order, masked, found, and one follows another", async ({ desk, page }) => {
  const [project] = sample(desk);
  book(desk);
  unit(desk, "市水务局", null, 3);
  desk.call("duty_save", { id: null, project, set: { role: "liaison", name: "周芳" } });
  await desk.open(page);
  await desk.go(page, "/people");
  await page
    .locator(".units")
    .getByRole("button", { name: /资规局/ })
    .click();
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(row("周芳").locator("td").first()).toHaveText("1");
  await expect(row("赵维新").locator("td").first()).toHaveText("3");
  await expect(row("周芳")).toContainText("138 0009 7482");
  await page.getByRole("checkbox", { name: "隐藏号码" }).click();
  await expect(row("周芳")).toContainText("138 **** 7482");
  await page.getByRole("checkbox", { name: "隐藏号码" }).click();

  await page.getByLabel("新人员 姓名").fill("吴海");
  await page.getByLabel("新人员 职务").fill("窗口首席代表");
  await page.getByLabel("新人员 手机").fill("13800000009");
  await page.getByLabel("新人员 手机").press("Enter");
  await expect(row("吴海")).toContainText("138 0000 0009");
  await page.getByRole("button", { name: "上移 吴海" }).click();
  await expect(page.locator(".book-lines tbody tr td:nth-child(2)")).toHaveText(["赵维新", "钱立群", "吴海", "周芳"]);

  await page.getByRole("button", { name: "周芳 更多操作" }).click();
  await page.getByRole("menuitem", { name: "离任、换人…" }).click();
  await page.getByLabel("接任").fill("郑林");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(row("郑林")).toContainText("科员");
  await expect(row("周芳")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "含已离任" }).click();
  await expect(row("周芳")).toContainText("2022-03-28");
  await desk.go(page, `/project/${project}?tab=people`);
  await expect(page.getByRole("row", { name: /郑林/ })).toBeVisible();

  await desk.go(page, "/people");
  const whole = page.locator(".book-lines");
  await expect(whole).not.toContainText("市水务局");
  await page.getByRole("button", { name: "另有 1 个单位还没有人员" }).click();
  await expect(whole).toContainText("市水务局");
  await expect(page.getByRole("columnheader", { name: "办公电话" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "全部列" }).click();
  await expect(page.getByRole("columnheader", { name: "办公电话" })).toBeVisible();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("sjg");
  await expect(page.locator(".book-lines tbody tr:not(.group)")).toHaveCount(1);
  await expect(row("孙建国")).toBeVisible();
  await page.getByRole("textbox", { name: "姓名、单位、电话尾号" }).fill("0002");
  await expect(row("钱立群")).toBeVisible();
});

test("a unit's people fit the page, and what adds one stands under the heads", async ({ desk, page }) => {
  sample(desk);
  book(desk);
  await desk.open(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const [width, height, lang] of [
    [1366, 768, "zh"],
    [1093, 614, "zh"],
    [1093, 614, "en"],
  ] as const) {
    desk.call("setting_save", { key: "language", value: lang });
    await page.setViewportSize({ width, height });
    await desk.go(page, "/people");
    await page.reload();
    await page
      .locator(".units")
      .getByRole("button", { name: /资规局/ })
      .click();
    const pane = page.locator(".two-panes > .pane");
    await expect(page.locator(".new-person input.field")).toHaveCount(3);
    expect(await pane.evaluate((at) => at.scrollWidth - at.clientWidth)).toBe(0);
    for (const column of ["name", "title", "mobile", "role"]) {
      const head = await page.locator(`.book-lines th.c-${column}`).boundingBox();
      const field = await page.locator(`.new-person .c-${column}`).boundingBox();
      expect(field?.x).toBe(head?.x);
      expect(field?.width).toBe(head?.width);
    }
    const cut = await page
      .locator(".book-lines thead th")
      .evaluateAll((heads) =>
        heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent),
      );
    expect(cut).toEqual([]);
  }
  await page.getByRole("button", { name: "周芳: more" }).click();
  await page.getByRole("menuitem", { name: "Copy 13800097482", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("13800097482");
});

test("a list is pasted, looked at line by line, written, and goes back with one undo", async ({ desk, page }) => {
  sample(desk);
  book(desk);
  await desk.open(page);
  await desk.go(page, "/people");
  await page.getByRole("button", { name: "导入通讯录" }).click();
  await page
    .getByLabel("或者粘贴")
    .fill(
      [
        "单位\t姓名\t职务\t手机\t短号",
        "资规局\t郑　林\t科员\t13800000021\t66xxxx（短号）",
        "市住建局\t王　五\t局长\t1.39E+10\t",
        "市住建局\t孙局\t\t\t",
      ].join("\n"),
    );
  await page.getByRole("button", { name: "核对" }).click();
  const line = (name: string) => page.getByRole("dialog").getByRole("row", { name: new RegExp(name) });
  await expect(line("郑林")).toContainText("郑林 接替 周芳");
  await expect(line("王五")).toContainText("不像电话号码");
  await expect(line("孙局")).toContainText("待核实");
  await axe(page, "the preview");
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/book-preview.png` });
  await page.getByRole("button", { name: "写入 2 行" }).click();
  await expect(page.getByText("新增 1 人，更新 1 人，新增单位 1 个")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  await expect(page.getByRole("row", { name: /郑林/ })).toContainText("66xxxx");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("row", { name: /周芳/ })).toBeVisible();
  await expect(page.locator(".units").getByRole("button", { name: /市住建局/ })).toHaveCount(0);
});

test("the wall shows who has none first; projects are given to several and handed over", async ({ desk, page }) => {
  const ids = sample(desk);
  for (const [n, name] of ["沈国栋", "李长海"].entries())
    desk.call("person_save", { id: null, set: { name, title: "副市长", position: n + 1 } });
  await desk.open(page);
  await desk.go(page, "/people?tab=wall&by=chief_service_officer");
  await expect(page.locator(".wall-projects h2")).toHaveText("未明确首席服务员的项目");
  await page.getByRole("checkbox", { name: "全选" }).click();
  await page.getByRole("button", { name: "指定首席服务员" }).click();
  const names = page.getByRole("combobox", { name: "首席服务员" });
  await names.fill("张立新");
  await names.press("Enter");
  await names.fill("王海");
  await names.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByText(`${ids.length} 个项目由 2 人均摊`, { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.locator(".bar .note")).toContainText("4 个项目，2 个首席服务员，平均 2.0 个，最少 2，最多 2");

  await page
    .locator(".units")
    .getByRole("button", { name: /张立新/ })
    .click();
  await expect(page.getByRole("button", { name: "指定首席服务员" })).toHaveCount(0);
  await page.getByRole("button", { name: "移交", exact: true }).click();
  const to = page.getByRole("combobox", { name: "移交给" });
  await to.fill("王海");
  await to.press("Enter");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^移\s?交$/ })
    .click();
  await expect(page.locator(".units").getByRole("button", { name: /王海/ })).toContainText("4");
  await page.getByRole("button", { name: /撤销.*Ctrl Z/ }).click();
  await expect(page.locator(".units").getByRole("button", { name: /张立新/ })).toContainText("2");
});

test("the wall leaves the screen: a file for each leader, one leader's projects, and his one page", async ({
  desk,
  page,
}) => {
  const ids = sample(desk);
  desk.call("duty_save", { id: null, project: ids[0], set: { role: "leader", name: "李长海" } });
  await desk.open(page);
  await desk.go(page, "/people?tab=wall");
  await page.getByRole("button", { name: "导出全部" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("责任墙上的 4 个项目");
  await expect(dialog.getByRole("radio", { name: "每位包保领导一个文件（zip）" })).toBeChecked();
  const [asked, archive] = await Promise.all([
    page.waitForRequest(/ledger_zip/),
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "导出 4 个" }).click(),
  ]);
  expect(asked.postDataJSON().by).toBe("leader");
  expect(archive.suggestedFilename()).toMatch(/\.zip$/);
  await dialog
    .locator(".row")
    .getByRole("button", { name: /^关\s?闭$/ })
    .click();

  await page
    .locator(".units")
    .getByRole("button", { name: /沈国栋/ })
    .click();
  await page.getByLabel("选择 聚碳酸酯联合项目").click();
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await expect(dialog).toContainText("沈国栋：1 个");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const [sheet] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "一页纸" }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe("沈国栋 包保领导一页纸 2022-03-28.docx");
});

test("rules are off until they are ticked; a role gets the office's own word everywhere", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/people?tab=staffing");
  await expect(page.getByText("还没有勾选规则")).toBeVisible();
  await page.getByRole("checkbox", { name: "每个项目都有首席服务员" }).click();
  await expect(page.getByText("4 / 4 个项目")).toBeVisible();
  await page.getByRole("checkbox", { name: /覆盖市、部门、区县三个层级/ }).click();
  await expect(page.getByRole("row", { name: /北辰智能电机/ })).toContainText("首席服务员、不足 5 人、部门、区县");

  await page.getByRole("button", { name: /^首席服务员/ }).click();
  await page.getByRole("textbox", { name: "首席服务员" }).fill("项目管家");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /北辰智能电机/ })).toContainText("项目管家");
  await desk.go(page, "/people?tab=wall&by=chief_service_officer");
  await expect(page.locator(".wall-projects h2")).toHaveText("未明确项目管家的项目");
});

for (const language of ["zh", "en"] as const) {
  test(`every tab, ${language}`, async ({ desk, page }) => {
    test.setTimeout(120_000);
    sample(desk);
    book(desk);
    desk.call("setting_save", { key: "language", value: language });
    desk.call("staffing_save", { team: true, people: 5, chief: true, leader: true });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const tab of ["book", "wall", "staffing"]) {
        await desk.go(page, `/people?tab=${tab}`);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await page.locator("main.page .units, main.page .staffing").first().waitFor();
        await page.waitForTimeout(300);
        await fits(page, tab);
        await axe(page, tab);
        if (process.env.PICTURES)
          await page.screenshot({ path: `${process.env.PICTURES}/${tab}-${language}-${size.width}.png` });
      }
      await desk.go(page, "/people");
      await page.locator(".units .scrolls .unit").first().click();
      await page.waitForTimeout(300);
      await axe(page, "a unit");
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/unit-${language}-${size.width}.png` });
    }
  });
}
