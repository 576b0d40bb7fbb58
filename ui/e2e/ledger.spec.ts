import { expect, LEDGER, sample, test } from "./desk";
import { cell, field, now } from "./sheet";

test("sorting, finding and filtering happen on the whole ledger", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const grid = page.getByRole("grid");
  const names = grid.locator(".name");
  await expect(names).toHaveText([/北辰/, /聚碳酸酯/, /大豆/, /冷链/]);
  const total = page.getByRole("columnheader", { name: /^总投资/ });
  await total.locator(".by").click();
  await expect(names).toHaveText([/聚碳酸酯/, /北辰/, /大豆/, /冷链/]);
  await expect(total).toHaveAttribute("aria-sort", "descending");

  await page.getByLabel("搜项目、企业").fill("粮油");
  await expect(names).toHaveText([/大豆/]);
  await expect(grid).toContainText("合计 1 个");
  await page.getByRole("button", { name: "清除", exact: true }).click();
  await expect(names).toHaveCount(4);

  await page.getByRole("columnheader", { name: /^类别/ }).hover();
  await page.getByRole("button", { name: "类别：排序、筛选、分组" }).click();
  const menu = page.getByRole("dialog", { name: "类别" });
  await expect(menu.getByText("新开工")).toBeVisible();
  await menu.getByLabel("续建").click();
  await menu.getByRole("button", { name: "确定" }).click();
  await expect(names).toHaveText([/聚碳酸酯/, /冷链/]);
  const chips = page.getByRole("group", { name: "筛选" });
  await expect(chips).toContainText("类别续建");
  await page.getByRole("button", { name: "清除类别筛选" }).click();
  await expect(names).toHaveCount(4);

  await page.getByRole("button", { name: "有问题" }).click();
  await expect(names).toHaveCount(2);
  await expect(chips).toContainText("存在问题已填");
  await page.goBack();
  await expect(names).toHaveCount(4);
});

test("a column is filtered by what it is not, and by words it does not contain", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const names = page.locator(".sheet .name");
  const chips = page.getByRole("group", { name: "筛选" });
  const open = async (column: string) => {
    await page.getByRole("button", { name: "筛选", exact: true }).click();
    await page.getByLabel("查找列").fill(column);
    await page.keyboard.press("Enter");
  };
  await open("阶段");
  const menu = page.getByRole("dialog", { name: "阶段" });
  await menu.getByRole("button", { name: "不是", exact: true }).click();
  await menu.getByLabel("前期").click();
  await menu.getByLabel("签约").click();
  await menu.getByRole("button", { name: "确定" }).click();
  await expect(names).toHaveText([/聚碳酸酯/, /冷链/]);
  await expect(chips).toContainText("阶段不是 前期、签约");
  // The chip opens the form as it was left; the other way round is one press.
  await chips.getByRole("button", { name: /^阶段/ }).click();
  await expect(menu.getByRole("button", { name: "不是", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(menu.getByLabel("签约")).toBeChecked();
  await menu.getByRole("button", { name: "是", exact: true }).click();
  await menu.getByRole("button", { name: "确定" }).click();
  await expect(names).toHaveText([/北辰/, /大豆/]);
  await page.getByRole("button", { name: "清除阶段筛选" }).click();

  await open("项目单位");
  const units = page.getByRole("dialog", { name: "项目单位" });
  await units.getByRole("button", { name: "不是", exact: true }).click();
  await units.getByLabel("查找值").fill("有限公司");
  await units.getByRole("button", { name: "不含此文字" }).click();
  await expect(names).toHaveText([/大豆/]);
  await expect(chips).toContainText("项目单位不含“有限公司”");
});

test("money is filtered from … to …, days by their span", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const names = page.locator(".sheet .name");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByLabel("查找列").fill("总投");
  await page.keyboard.press("Enter");
  await page.getByLabel("不小于").fill("1亿");
  await page.getByLabel("不大于").fill("八千");
  await page.keyboard.press("Enter");
  await expect(page.getByText("请填数字")).toBeVisible();
  await page.getByLabel("不大于").fill("80000");
  await page.keyboard.press("Enter");
  await expect(names).toHaveText([/北辰/, /大豆/]);
  await expect(page.getByRole("group", { name: "筛选" })).toContainText("总投资10,000 至 80,000");
  // The question is the address: another window shows the same.
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(names).toHaveText([/北辰/, /大豆/]);
});

test("万元 and 亿元 show the same money", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const sum = page.locator(".foot");
  await expect(sum).toContainText("521,940");
  await page.getByRole("button", { name: "亿元" }).click();
  await expect(sum).toContainText("52.194");
});

test("nothing that matches says so, with the way back", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await page.getByLabel("搜项目、企业").fill("没有这样的项目");
  await expect(page.getByRole("heading", { name: "没有符合条件的项目" })).toBeVisible();
});

test("groups have sums of their own that equal the total, and fold", async ({ desk, page }) => {
  desk.found();
  desk.cli("import", LEDGER);
  await desk.open(page);
  await page.getByRole("button", { name: "分组", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "属地" }).click();
  const groups = page.locator(".line.grp");
  await expect(groups.first()).toContainText("个，开复工");
  // Folded, all groups are in sight.
  await groups.first().locator("[data-fold]").click();
  await expect(groups.first().locator("button")).toHaveAttribute("aria-expanded", "false");
  for (let n = 1; n < 40; n++) {
    const next = page.locator('.line.grp [aria-expanded="true"]').first();
    if ((await next.count()) === 0) break;
    await next.click();
  }
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", String((await groups.count()) + 3));
  const figures = await groups.evaluateAll((lines) =>
    lines.map((line) => {
      const money = line.querySelector('[aria-colindex="6"]')?.textContent ?? "";
      const count = /(\d+) 个/.exec(line.textContent ?? "")?.[1] ?? "";
      return [Number(money.replaceAll(",", "")), Number(count)];
    }),
  );
  const sum = (n: number) => figures.reduce((all, one) => all + (one[n] ?? 0), 0);
  expect(sum(1)).toBe(120);
  const foot = await page.locator('.foot [aria-colindex="6"]').textContent();
  expect(sum(0)).toBe(Number(foot?.replaceAll(",", "")));
});

test("a long ledger is moved through by keyboard alone", async ({ desk, page }) => {
  desk.found();
  desk.cli("import", LEDGER);
  await desk.open(page);
  const grid = page.getByRole("grid");
  // Heads, 120 projects, the line for a new one, the totals.
  await expect(grid).toHaveAttribute("aria-rowcount", "123");
  await expect(grid).toHaveAttribute("aria-colcount", "21");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(now(page)).toHaveAttribute("data-spot", "120:2");
  await page.keyboard.press("ArrowUp");
  await expect(now(page)).toHaveAttribute("data-spot", "119:19");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", "cell-119-19");
  await page.keyboard.press("Control+Home");
  await expect(now(page)).toHaveAttribute("data-spot", "0:0");
  await page.keyboard.press("PageDown");
  await expect(now(page)).not.toHaveAttribute("data-spot", "0:0");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(now(page)).toContainText("项目名称");
  await page.keyboard.press("Enter");
  await expect(now(page)).toHaveAttribute("aria-sort", "ascending");
  // Space opens the column's menu; Escape comes back.
  await page.keyboard.press("Space");
  await expect(page.getByRole("dialog", { name: "项目名称" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(now(page)).toContainText("佳木斯");
  // Peek, go on to the next, and open its page.
  await page.keyboard.press("Space");
  const peek = page.getByRole("complementary");
  await expect(peek.getByRole("heading", { level: 2 })).toContainText("佳木斯");
  await page.keyboard.press("ArrowDown");
  const second = await cell(page, 1, "name").locator(".name").textContent();
  await expect(peek.getByRole("heading", { level: 2 })).toHaveText(second ?? "");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/#\/project\//);
  await page.goBack();
  await expect(now(page)).toHaveAttribute("data-spot", "1:2");
  // F6 leaves the sheet, Escape in the find box comes back.
  await page.keyboard.press("F6");
  await expect(page.getByLabel("搜项目、企业")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeFocused();
});
