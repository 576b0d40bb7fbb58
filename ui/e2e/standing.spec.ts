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
