import { axe } from "./axe";
import { expect, sample, test } from "./desk";
import { hold } from "./held";

test("a field is edited in its place; Ctrl+Z brings the old value back", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const total = page.getByRole("button", { name: /^总投资 / });
  await expect(total).toHaveText("75,300");
  await total.click();
  await page.getByLabel("总投资", { exact: true }).fill("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("不是数字，请填数字：abc");
  await page.getByLabel("总投资", { exact: true }).fill("约3.2亿");
  await page.keyboard.press("Enter");
  await expect(total).toHaveText("约32,000");
  await expect(total).toBeFocused();
  await expect(page.locator(".undo", { hasText: "修改项目" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(total).toHaveText("75,300");
  await page.keyboard.press("Control+y");
  await expect(total).toHaveText("约32,000");
});

test("F2 opens, Esc leaves; Ctrl+Z in a field is the field's own", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const site = page.getByRole("button", { name: /^建设地点/ });
  await site.focus();
  await page.keyboard.press("F2");
  await page.getByLabel("建设地点", { exact: true }).fill("松北区");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(site).toHaveText("—");
  await expect(page.getByRole("button", { name: /^总投资 / })).toHaveText("75,300");
});

test("a program that has ended is said to have ended, and what was typed stays", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  await page.getByRole("button", { name: /^总投资 / }).click();
  await page.route("**/rpc/**", (call) => call.abort());
  const total = page.getByLabel("总投资", { exact: true });
  await total.fill("32000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("程序已经停了，没有写入任何内容");
  await expect(total).toHaveValue("32000");
});

test("a company's name is corrected for all its projects, or another company takes its place", async ({
  desk,
  page,
}) => {
  const [id, other] = sample(desk);
  desk.project({ name: "北辰智能电机产业园二期" }, "哈尔滨北辰科技有限公司");
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const field = page.getByRole("button", { name: /^项目单位/ });
  const name = page.getByRole("combobox", { name: "项目单位" });
  const which = page.getByRole("group", { name: "更正名称还是换一家" });
  await field.click();
  await name.fill("哈尔滨北辰智能科技有限公司");
  await name.press("Enter");
  await expect(which).toContainText("名下 2 个项目一起改。");
  await expect(which.getByRole("button", { name: "更正名称" })).toBeFocused();
  await axe(page, "the same company or another");
  await page.keyboard.press("Enter");
  await expect(field).toHaveText("哈尔滨北辰智能科技有限公司");
  await expect(field).toBeFocused();
  const named = (text: string) =>
    desk.call<{ name: string }[]>("enterprise_search", { text }).map((enterprise) => enterprise.name);
  expect(named("北辰")).toEqual(["哈尔滨北辰智能科技有限公司"]);
  const list = desk.call<{ rows: { enterprise: string }[] }>("project_list", {
    text: "北辰",
    filters: [],
    sort: [],
    group: null,
    offset: 0,
    limit: 9,
  });
  expect(list.rows.map((row) => row.enterprise)).toEqual(Array(2).fill("哈尔滨北辰智能科技有限公司"));

  // A known one is offered while its name is typed, and is picked without a question.
  await field.click();
  await name.fill("龙江");
  await page.locator(".ant-select-item", { hasText: "龙江化工有限公司" }).click();
  await expect(field).toHaveText("龙江化工有限公司");
  expect(named("龙江")).toHaveLength(1);
  // Another one that nobody knows yet: only this project.
  await field.click();
  await name.fill("庆北电机有限公司");
  await name.press("Enter");
  await expect(which).not.toContainText("undefined");
  await which.getByRole("button", { name: "换一家" }).click();
  await expect(field).toHaveText("庆北电机有限公司");
  await desk.go(page, `/project/${other}`);
  await expect(field).toHaveText("龙江化工有限公司");
  // Left for another field: the question waits, and does not take the hands back.
  await field.click();
  await name.fill("龙江化学有限公司");
  await page.getByRole("button", { name: /^建设地点/ }).click();
  await expect(which).toContainText("龙江化学有限公司");
  await expect(page.getByLabel("建设地点", { exact: true })).toBeFocused();
  await which.getByRole("button", { name: "返回修改" }).click();
  await name.press("Escape");
  await expect(field).toHaveText("龙江化工有限公司");
  // Esc leaves it as it was.
  await field.click();
  await name.fill("乱写");
  await name.press("Escape");
  await expect(field).toHaveText("龙江化工有限公司");
});

test("a new project takes a company that is known", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/new");
  await page.getByLabel("名称", { exact: true }).fill("聚碳酸酯二期项目");
  await page.getByLabel("项目单位").fill("龙江");
  await page.locator(".ant-select-item", { hasText: "龙江化工有限公司" }).click();
  await expect(page.getByLabel("项目单位")).toHaveValue("龙江化工有限公司");
  const [asked] = await Promise.all([
    page.waitForRequest(/project_save/),
    page.getByRole("button", { name: /^保\s?存$/ }).click(),
  ]);
  expect(asked.postDataJSON().set.enterprise).toBeTruthy();
  await expect(page.getByRole("button", { name: /^项目单位/ })).toHaveText("龙江化工有限公司");
  expect(desk.call<unknown[]>("enterprise_search", { text: "龙江" })).toHaveLength(1);
});

test("lists of one name and year are told apart by their version where one is picked", async ({ desk, page }) => {
  const [id] = sample(desk);
  const list = (set: object) => desk.call("list_save", { id: null, set: { name: "市重点项目", year: 2022, ...set } });
  list({ version: "初步安排", position: 1 });
  list({ version: "印发稿", position: 2, document: "庆发〔2022〕3号" });
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  await page.getByRole("button", { name: "列入清单" }).click();
  const options = page.locator(".ant-select-item");
  await expect(options).toHaveText(["市重点项目 2022 初步安排", "市重点项目 2022 印发稿"]);
  await options.last().click();
  await expect(page.locator(".plainlist").filter({ hasText: "市重点项目" })).toContainText(
    "市重点项目 2022 印发稿 庆发〔2022〕3号",
  );
  await desk.go(page, "/ledger");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByLabel("查找列").fill("清单");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "清单" }).getByLabel("市重点项目 2022 印发稿").click();
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.locator(".sheet .name")).toHaveText([/北辰/]);
  await expect(page.getByRole("group", { name: "筛选" })).toContainText("清单市重点项目 2022 印发稿");
});

test("the stage line is straight, the whole cell opens a choice, and what is no choice chooses nothing", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.go(page, `/project/${id}`);
  await page.locator(".stages").waitFor();
  const tops = await page.locator(".stages .dot").evaluateAll((dots) =>
    dots.map((dot) => {
      const box = dot.getBoundingClientRect();
      return box.top + box.height / 2;
    }),
  );
  expect(new Set(tops).size).toBe(1);

  const cell = await page.locator("dd", { has: page.getByRole("button", { name: /^建设性质/ }) }).boundingBox();
  if (!cell) throw new Error("no cell");
  await page.mouse.click(cell.x + cell.width - 6, cell.y + cell.height / 2);
  await expect(page.getByRole("combobox", { name: "建设性质" })).toBeFocused();
  await page.keyboard.type("乱写");
  await expect(page.getByText("没有这个选项")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^建设性质/ })).toContainText("—");
});

test("the history says who changed what, and brings a value back as a new change", async ({ desk, page }) => {
  const [id] = sample(desk);
  desk.call("project_save", { id, set: { site: "松北区利民大道" } });
  desk.call("project_save", { id, set: { site: "呼兰区" } });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=history`);
  const line = page.getByRole("row").filter({ hasText: "呼兰区" });
  await expect(line).toContainText("松北区利民大道");
  await expect(line).toContainText("林晓");
  await line.getByRole("button", { name: "恢复原值" }).click();
  await page.getByRole("tab", { name: "概览" }).click();
  await expect(page.getByRole("button", { name: /^建设地点/ })).toHaveText("松北区利民大道");
});

test("an approval is recorded, its due day counted over the holiday", async ({ desk, page }) => {
  desk.today = "2022-03-30";
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await page.getByLabel("发生日期").fill("2022-03-28");
  await page.getByLabel("发生日期").press("Enter");
  await page.getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-item", { hasText: /^受审$/ }).click();
  // A second click records nothing: the next step is chosen first.
  await page.getByRole("button", { name: "登记", exact: true }).dblclick();
  await expect(page.getByRole("region", { name: "办理经过" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "登记", exact: true })).toBeDisabled();
  // Seven working days from 2022-03-28: 04-02 works, 04-03 to 04-05 are off.
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("04-07");
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("剩余 5");
  const strip = page.getByRole("region", { name: /到期日是怎么算的/ });
  await expect(strip).toContainText("2022年4月7日");
  await expect(strip).toContainText("清明节放假不计");
  await expect(strip).toContainText("调休上班的 1 个工作日计入");

  await page.getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-item", { hasText: /^退回修改$/ }).click();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "依据" })).toBeVisible();
  await page.getByLabel("发生日期").fill("2022-03-27");
  await page.getByLabel("发生日期").press("Enter");
  await expect(page.getByText("早于已登记的“受审”（2022年3月28日）：这一步排在它之前，现在的状态不变。")).toBeVisible();
  await page.getByRole("combobox", { name: "暂停原因" }).click();
  await page.locator(".ant-select-item:visible", { hasText: /^退回修改$/ }).click();
  await page.getByLabel("发生日期").fill("2022-03-30");
  await page.getByLabel("发生日期").press("Enter");
  await page.getByLabel("依据（条款或文件）").fill("工程建设项目审批管理办法第十二条");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("暂停计时");
});

test("the button does not move when the answer to what a step would move arrives", async ({ desk, page }) => {
  desk.today = "2022-03-30";
  const [id] = sample(desk);
  await desk.open(page);
  const go = await hold(page, "approval_step_preview");
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  const button = page.getByRole("button", { name: "登记", exact: true });
  await page.getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-item", { hasText: /^受审$/ }).click();
  await page.getByLabel("发生日期").fill("2022-03-28");
  await page.getByLabel("发生日期").press("Enter");
  await expect(button).toBeEnabled();
  const before = await button.boundingBox();
  go();
  await expect(page.locator(".step-told")).toContainText("本项到期");
  expect(await button.boundingBox()).toEqual(before);
});

test("what is typed of a step waits while one looks elsewhere, until it is recorded; undo says which step", async ({
  desk,
  page,
}) => {
  desk.today = "2022-03-30";
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  const note = page.getByRole("textbox", { name: "备注", exact: true });
  await note.first().fill("窗口已收件");
  await page.getByRole("button", { name: /^企业投资项目备案/ }).click();
  await expect(page.getByRole("heading", { name: "企业投资项目备案" })).toBeVisible();
  await expect(note.first()).toHaveValue("");
  await page.getByRole("tab", { name: "概览" }).click();
  await page.getByRole("tab", { name: /^审批/ }).click();
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await expect(note.first()).toHaveValue("窗口已收件");
  // A closed window keeps it too, with the day it was typed on: what came on Monday is recorded as of Monday.
  await page.reload();
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await expect(note.first()).toHaveValue("窗口已收件");
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes(".step:")));
  expect(kept.map(([, text]) => JSON.parse(text))).toEqual([{ day: "2022-03-30", note: "窗口已收件" }]);
  await expect(page.locator(".unsaved")).toContainText("已恢复上次未保存的内容");
  await page.getByRole("button", { name: "放弃" }).click();
  await expect(note.first()).toHaveValue("");
  await expect(page.locator(".unsaved")).toHaveCount(0);
  await note.first().fill("窗口已收件");
  // Another project's form of the same item is another form.
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("heading", { name: "聚碳酸酯联合项目" })).toBeVisible();
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await expect(note.first()).toHaveValue("");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("heading", { name: "北辰智能电机产业园一期" })).toBeVisible();
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await expect(note.first()).toHaveValue("窗口已收件");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.locator(".undo")).toContainText("“北辰智能电机产业园一期”建设工程设计方案审查(联合审查) ");
  await expect(note.first()).toHaveValue("");
  await page.getByRole("button", { name: /^企业投资项目备案/ }).click();
  await page.getByRole("button", { name: /^建设工程设计方案审查/ }).click();
  await expect(note.first()).toHaveValue("");
});

test("a form begins at its first field; what was typed is kept by Esc, and what opens it says so", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const start = page.locator(".stagenotes").getByRole("button", { name: /^开工/ });
  await start.click();
  const dialog = page.getByRole("dialog", { name: "开工认定" });
  await expect(dialog.getByRole("button", { name: "新开工" })).toBeFocused();
  await dialog.getByLabel("核实人").fill("林晓");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(start).toBeFocused();
  await expect(start).toHaveAccessibleDescription(/有未保存的内容/);
  await start.click();
  await expect(dialog.getByLabel("核实人")).toHaveValue("林晓");
  // What is taken out again is nothing that waits.
  await dialog.getByLabel("核实人").fill("");
  await page.keyboard.press("Escape");
  await expect(start).not.toHaveAccessibleDescription(/有未保存的内容/);

  await page.getByRole("tab", { name: /^人员/ }).click();
  const replace = page.getByRole("button", { name: "换人 包保领导 沈国栋" });
  await replace.click();
  await page.getByLabel("新任姓名").fill("王建国");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("新任姓名")).toBeHidden();
  await expect(replace).toHaveAccessibleDescription("有未保存的内容");
  await page.getByLabel("新增联系电话").fill("138 0000 2417");
  await page.reload();
  await expect(page.getByLabel("新增联系电话")).toHaveValue("138 0000 2417");
  await replace.click();
  await expect(page.getByLabel("新任姓名")).toHaveValue("王建国");
  await page.getByLabel("新任姓名").press("Enter");
  await expect(page.getByRole("row", { name: /王建国/ })).toBeVisible();
  await expect(page.locator(".duties .draft-mark")).toHaveCount(0);

  // Esc leaves the panel of an item as it leaves a dialog, and its line is marked.
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  await page.getByRole("textbox", { name: "备注", exact: true }).first().fill("窗口已收件");
  await page.keyboard.press("Escape");
  await expect(page.locator("aside.side .step")).toHaveCount(0);
  await expect(page.locator("[data-item=B02]")).toBeFocused();
  await expect(page.getByRole("row", { name: /^B02/ })).toHaveAccessibleName(/有未保存的内容/);
});

test("where there is no room the name is cut, never the code nor the days", async ({ desk, page }) => {
  const [, other] = sample(desk);
  const name = "年产三十万吨高性能聚碳酸酯及配套双酚联合生产装置一期工程建设项目";
  const tags = "新材料\n化工园区\n延链补链\n揭榜挂帅\n省级调度";
  desk.call("project_save", { id: other, set: { name, tags, code: "2112-230600-04-01-111546" } });
  desk.call("approval_step", { project: other, item: "B02", state: "accepted", happened_on: "2022-03-01", set: {} });
  await page.setViewportSize({ width: 1093, height: 614 });
  for (const language of ["zh", "en"]) {
    desk.call("setting_save", { key: "language", value: language });
    if (language === "zh") await desk.open(page);
    for (const tab of ["approvals", "overview"]) {
      await desk.go(page, `/project/${other}?tab=${tab}`);
      await page.reload();
      const head = page.locator("main > .ph");
      await expect(head.locator(".why-light .nowrap")).toContainText("12");
      const whole = await head.evaluate((line) => {
        const [code, days, last] = [".code", ".why-light .nowrap", ":scope > :last-child"].map((one) =>
          line.querySelector<HTMLElement>(one),
        );
        const inside = (one: HTMLElement | null | undefined) => {
          if (!one) return false;
          const box = one.getBoundingClientRect();
          // Nothing lies over its ends.
          const at = [box.left + 2, box.right - 2].map((x) => document.elementFromPoint(x, box.top + box.height / 2));
          return at.every((top) => top !== null && one.contains(top));
        };
        return [inside(code), inside(days), (last?.getBoundingClientRect().right ?? 9999) <= innerWidth];
      });
      expect(whole, `${language} ${tab}`).toEqual([true, true, true]);
      await expect(head.locator(".title")).toHaveAttribute("title", new RegExp(`^${name}\n.*新材料`, "s"));
    }
  }
});

test("a day is typed as it is said, and Enter takes it without sending the form", async ({ desk, page }) => {
  desk.today = "2022-03-30";
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  const day = page.getByLabel("发生日期");
  for (const [typed, key, read] of [
    ["3-25", "Enter", "2022-03-25"],
    ["3月24日", "Tab", "2022-03-24"],
    ["12.31", "Enter", "2021-12-31"],
    ["2022.3.9", "Tab", "2022-03-09"],
    ["不知道", "Tab", "2022-03-09"],
    ["3-31", "Tab", "2022-03-09"],
    // Not there yet.
    ["2022-04-01", "Tab", "2022-03-09"],
  ] as const) {
    await day.fill(typed);
    await day.press(key);
    await expect(day).toHaveValue(read);
  }
  // What is not taken is said, beside the field, until a day is there.
  await day.fill("4-1");
  await day.press("Tab");
  await expect(page.getByRole("alert")).toContainText("“4-1”晚于 2022-03-30，没有改");
  await day.fill("4-31");
  await day.press("Tab");
  await expect(page.getByRole("alert")).toContainText("“4-31”不是日期");
  await day.fill("0309");
  await day.press("Tab");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /^B02/ })).toContainText("未采集");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.locator(".undo")).toBeVisible();
  const list = desk.call<{ items: { code: string; since: string | null }[] }>("approval_list", { id });
  expect(list.items.find(({ code }) => code === "B02")?.since).toBe("2022-03-09");
});

test("answers change the checklist", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  const tender = page.getByRole("group", { name: "依法必须招标?" });
  await expect(page.locator(".item-name").first()).toBeVisible();
  const before = await page.locator(".item-name").count();
  await tender.getByRole("button", { name: "是" }).click();
  await expect(page.locator(".item-name")).toHaveCount(before + 1);
});

test("needs and people are kept in their tables", async ({ desk, page }) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=needs`);
  await page.getByRole("button", { name: "新增需求" }).click();
  await page.getByRole("combobox", { name: "选择要素" }).fill("新增建设用地");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^用地 需求 / }).click();
  await page.keyboard.type("172");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /^用地/ })).toContainText("172");
  await page.getByRole("tab", { name: "人员" }).click();
  await page.getByLabel("新增联系人姓名").fill("孙勇");
  await page.getByLabel("新增联系电话").fill("电话");
  await page.getByRole("button", { name: "新增" }).last().click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("新增联系电话").fill("138 0000 2417");
  await page.getByRole("button", { name: "新增" }).last().click();
  await expect(page.getByRole("row", { name: /孙勇/ })).toContainText("138 0000 2417");
});

test("a new project is checked field by field and outlives a closed window", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "新建项目" }).click();
  // The ledger has heads of that name until the form is there.
  await expect(page.getByLabel("名称", { exact: true })).toBeVisible();
  await page.getByLabel("总投资").fill("三点五");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "必填" })).toBeVisible();
  await page.getByLabel("名称", { exact: true }).fill("石墨负极材料项目");
  await page.reload();
  await expect(page.getByLabel("名称", { exact: true })).toHaveValue("石墨负极材料项目");
  await page.getByLabel("总投资").fill("3.5亿");
  await page.getByLabel("计划开工").fill("2022年6月底前");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: /^总投资 / })).toHaveText("35,000");
  await expect(page.getByRole("button", { name: /^计划开工 / })).toHaveText("2022-06");
});
