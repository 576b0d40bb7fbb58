import { expect, sample, test } from "./desk";

test("a project is renamed, stopped, merged and split from its page, and every step comes back", async ({
  desk,
  page,
}) => {
  const [id, , soy] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  const open = async () => {
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "状态变更…" }).click();
    // While the menu still closes, Escape is the menu's.
    await expect(page.getByRole("menuitem", { name: "状态变更…" })).toHaveCount(0);
  };
  const dialog = page.getByRole("dialog", { name: "状态变更" });
  const pick = (kind: string) =>
    dialog.getByRole("group", { name: "变更为" }).getByRole("button", { name: kind }).click();
  const record = () => dialog.getByRole("button", { name: "登记变更" }).click();

  await open();
  await expect(dialog.getByText("还没有状态变更")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "冬季停工（待复工）" })).toHaveCount(0);
  await pick("停建缓建");
  await record();
  await expect(dialog.getByRole("alert")).toHaveText("必填。");
  await dialog.getByLabel("原因").fill("资金未落实");
  await dialog.getByLabel("预计恢复").fill("2022年13月");
  await record();
  await expect(dialog.getByRole("alert")).toContainText("没有这个月份");
  await dialog.getByLabel("预计恢复").fill("2022年9月底前");
  await record();
  await expect(dialog.getByRole("listitem")).toContainText("停建缓建");
  await expect(dialog.getByRole("listitem")).toContainText("资金未落实");
  await expect(dialog.getByRole("listitem")).toContainText("预计恢复 2022年9月底前");

  // What was recorded is not offered again as something unsaved.
  await expect(dialog.locator(".unsaved")).toHaveCount(0);
  await pick("更名");
  await expect(dialog.getByLabel("原因")).toHaveValue("");
  await dialog.getByLabel("新名称").fill("北辰智能电机产业园（一期）");
  await dialog.getByLabel("依据文号").fill("庆发改〔2022〕8号");
  await record();
  await expect(dialog.getByRole("listitem").first()).toContainText("原名“北辰智能电机产业园一期”");

  await pick("合并");
  await dialog.getByRole("combobox", { name: "并入项目" }).fill("大豆");
  await page.locator(".ant-select-item", { hasText: "大豆精深加工二期项目" }).click();
  await record();
  await expect(dialog.getByText("不计数", { exact: true })).toBeVisible();
  await dialog.getByRole("link", { name: "大豆精深加工二期项目" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/project/${soy}`));
  await open();
  await expect(dialog.locator(".standing-now")).toContainText("合并自北辰智能电机产业园（一期）");
  // It begins at the first of what may happen next.
  await expect(dialog.getByRole("group", { name: "变更为" }).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销：变更状态“北辰智能电机产业园（一期）”")).toBeVisible();

  await open();
  await pick("拆分");
  await dialog.getByLabel("第 1 个名称").fill("大豆二期甲线");
  await dialog.getByLabel("第 1 个总投资").fill("7000");
  await dialog.getByLabel("第 2 个名称").fill("冷链物流");
  await page.locator(".ant-select-item", { hasText: "冷链物流园扩建项目" }).click();
  await expect(dialog.getByText("台账里已有的项目，金额保留自己的")).toBeVisible();
  await expect(dialog.getByLabel("第 2 个总投资")).toBeDisabled();
  await dialog.getByLabel("第 2 个名称").fill("大豆二期乙线");
  await expect(dialog.getByText("台账里已有的项目，金额保留自己的")).toHaveCount(0);
  await dialog.getByLabel("第 2 个总投资").fill("0.4亿");
  await record();
  const difference = dialog.getByRole("row", { name: /^差额/ });
  await expect(difference.getByRole("cell").nth(1)).toHaveText("1,000");
  await expect(dialog.getByRole("link", { name: "大豆二期乙线" }).first()).toBeVisible();
});

test("状态 in the overview leads to its change, with day and reason; a project that ended counts no longer", async ({
  desk,
  page,
}) => {
  const [id] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}`);
  await page.getByRole("button", { name: "状态 正常 状态变更…" }).click();
  const dialog = page.getByRole("dialog", { name: "状态变更" });
  await dialog.getByRole("group", { name: "变更为" }).getByRole("button", { name: "终止" }).click();
  await dialog.getByLabel("原因").fill("企业撤回投资");
  await dialog.getByRole("button", { name: "登记变更" }).click();
  await expect(dialog.getByRole("listitem")).toContainText("企业撤回投资");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const field = page.getByRole("button", { name: "状态 终止 状态变更…" });
  await expect(field).toBeFocused();
  const counting = page.locator(".fields > div").filter({ hasText: "计数口径" });
  await expect(counting).toContainText("状态为“终止”，不计入个数和金额；恢复后按原口径计。");
  await expect(counting.getByRole("button")).toHaveCount(0);
  await page.getByRole("tab", { name: "历史" }).click();
  const line = page.getByRole("row").filter({ hasText: "正常" }).filter({ hasText: "终止" });
  await expect(line).toHaveCount(1);
  await expect(line.getByRole("button", { name: "恢复原值" })).toHaveCount(0);
});

test("计数口径 is chosen in the overview; the ledger marks what does not count and says so of its sums", async ({
  desk,
  page,
}) => {
  const [whole, , , part] = sample(desk);
  desk.call("project_save", { id: part, set: { parent: whole } });
  await desk.open(page);
  await desk.go(page, `/project/${part}`);
  const counting = page.locator(".fields > div").filter({ hasText: "计数口径" });
  await expect(counting).toContainText("上级项目和子项目都在计数，合计会重复。");
  await counting.getByRole("button").click();
  await page.locator(".ant-select-item", { hasText: "不计入（其中项）" }).click();
  await expect(counting).toContainText("项目是“北辰智能电机产业园一期”的其中项，个数和金额计在上级项目里。");

  await desk.go(page, "/ledger");
  const row = page.locator(".rows .line").filter({ hasText: "冷链" });
  await expect(row.locator(".of-another")).toHaveText("其中");
  await expect(page.locator(".of-another")).toHaveCount(1);
  const foot = page.locator(".foot");
  await expect(foot).toContainText("合计 4 个1 个不计");
  await expect(foot).toContainText("513,300");
  await page.getByLabel("选中全部符合条件的项目").click();
  await expect(page.locator(".status")).toContainText("其中 1 个不计入合计");
  await page.getByRole("button", { name: "取消选择" }).click();
  await page.getByRole("gridcell", { name: "75,300" }).click();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator(".status")).toContainText("合计 521,940");
  await expect(page.locator(".status")).toContainText("其中 1 个不计 8,640");

  // It counts again as it did: 恢复原值 is a change of its own.
  await desk.go(page, `/project/${part}?tab=history`);
  const line = page.getByRole("row").filter({ hasText: "不计入合计" });
  await line.getByRole("button", { name: "恢复原值" }).click();
  await page.getByRole("tab", { name: "概览" }).click();
  await expect(counting).toContainText("计入合计");
});
