/** One permit from its application to its certificate: through 补正, 容缺 and 特别程序, step by step as an officer hears of them. */
import type { Page } from "@playwright/test";
import { type Desk, expect, sample, test } from "./desk";

const ITEM = "B03";
const panel = (page: Page) => page.getByRole("complementary");
const row = (page: Page) => page.getByRole("row", { name: new RegExp(`^${ITEM}`) });

interface Seen {
  code: string;
  state: string;
  due_on: string | null;
  certificate: string | null;
}

/** What the core knows of the item. */
const kept = (desk: Desk, id: string) =>
  desk.call<{ items: Seen[] }>("approval_list", { id }).items.find(({ code }) => code === ITEM);

async function record(
  page: Page,
  state: string,
  day: string,
  more: () => Promise<void> = async () => undefined,
  stands = state,
) {
  await panel(page).getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(state, { exact: true }).click();
  // Enter takes the day that was typed; it does not record the step.
  const date = panel(page).getByLabel("发生日期");
  const before = await row(page).textContent();
  await date.fill(day);
  await date.press("Enter");
  await expect(date).toHaveValue(day);
  await more();
  expect(await row(page).textContent()).toBe(before);
  await panel(page).getByRole("button", { name: "登记", exact: true }).click();
  await expect(row(page)).toContainText(stands);
}

async function write(page: Page, field: string, text: string) {
  await panel(page)
    .getByRole("button", { name: new RegExp(`^${field}`) })
    .click();
  await panel(page).getByRole("textbox", { name: field, exact: true }).fill(text);
  await page.keyboard.press("Enter");
}

test.setTimeout(60000);
test("a permit through 补正, 容缺 and 特别程序 to its certificate, and back by undo", async ({ desk, page }) => {
  desk.today = "2022-04-18";
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=${ITEM}`);

  await record(page, "已申请", "2022-03-21");
  await record(page, "补正告知", "2022-03-22");
  // No clock runs before it is accepted.
  await expect(row(page)).not.toContainText("剩余");
  expect(kept(desk, id)?.due_on).toBeNull();

  await record(page, "补正完成，容缺受理", "2022-03-25", undefined, "容缺受理");
  await write(page, "容缺材料", "勘测定界成果");
  await write(page, "容缺承诺日", "2022-04-15");
  // Seven working days over 清明: 04-02 works, 04-03 to 04-05 do not.
  await expect(row(page)).toContainText("04-06");
  expect(kept(desk, id)?.due_on).toBe("2022-04-06");

  // The papers were promised for a day that is past: the board says so, and the reminder stands above it.
  await desk.go(page, "/approvals");
  await expect(page.getByRole("row", { name: /北辰智能电机产业园一期/ })).toContainText("容缺超期");

  await desk.go(page, `/project/${id}?tab=approvals&item=${ITEM}`);
  await record(page, "特别程序", "2022-04-06", async () => {
    await panel(page).getByRole("combobox", { name: "暂停原因" }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("专家评审", { exact: true }).click();
    await panel(page).getByLabel("检测、评审机构（可不填）").fill("省工程咨询评审中心");
    await panel(page).getByLabel("依据（条款或文件）").fill("行政许可法第四十五条");
  });
  await expect(row(page)).toContainText("暂停计时");
  await expect(panel(page)).toContainText("等省工程咨询评审中心（检验、评审等）");
  expect(kept(desk, id)?.due_on).toBeNull();

  // Six of seven days were used; the day it goes on is not counted.
  await record(page, "专家评审结束，恢复计时", "2022-04-14", undefined, "审查中");
  await expect(row(page)).toContainText("04-15");
  expect(kept(desk, id)?.due_on).toBe("2022-04-15");
  const strip = page.getByRole("region", { name: /到期日是怎么算的/ });
  await expect(strip).toContainText("2022年4月15日");

  await record(page, "准予许可", "2022-04-15", () =>
    panel(page).getByRole("textbox", { name: "证书或文号" }).fill("建字第230604202200018号"),
  );
  await record(page, "已送达", "2022-04-18");
  await write(page, "有效期至", "2024-04-14");
  await expect(panel(page)).toContainText("建字第230604202200018号");
  await expect(panel(page)).toContainText("2024年4月14日");
  const history = panel(page).getByRole("region", { name: "办理经过" });
  for (const state of [
    "已申请",
    "补正告知",
    "补正完成，容缺受理",
    "特别程序",
    "专家评审结束，恢复计时",
    "准予许可",
    "已送达",
  ])
    await expect(history).toContainText(state);
  expect(kept(desk, id)?.state).toBe("delivered");

  await page.keyboard.press("Control+z");
  await expect(panel(page)).not.toContainText("2024年4月14日");
  await page.keyboard.press("Control+z");
  await expect(row(page)).toContainText("准予许可");
});

test("in the sample: the assessments of sixteen projects at once, and nine days from contract to permit", async ({
  desk,
  page,
}) => {
  test.setTimeout(120_000);
  await desk.open(page);
  await page.evaluate(() => fetch("/rpc/sample_open", { method: "POST", body: '{"office":"harbin"}' }));
  await page.reload();
  await expect(page.locator(".status")).toContainText("示例数据");
  await desk.go(page, "/approvals?item=P03");
  const lines = page.locator(".ab-list tbody tr");
  await expect(lines).toHaveCount(16);
  const ticks = lines.getByRole("checkbox");
  await ticks.first().click();
  await ticks.last().click({ modifiers: ["Shift"] });
  await expect(page.getByRole("toolbar", { name: "已选 16 项" })).toBeVisible();
  await page.getByRole("button", { name: "批量登记进展" }).click();
  const form = page.getByRole("dialog", { name: /批量登记/ });
  await form.getByLabel("状态").click();
  await page.locator(".ant-select-item", { hasText: "审查中" }).click();
  await form.getByRole("button", { name: "登记 16 项" }).click();
  await expect(form).toHaveCount(0);
  await expect(lines.filter({ hasText: "审查中" })).toHaveCount(16);
  await page.keyboard.press("Control+z");
  await expect(lines.filter({ hasText: "审查中" })).toHaveCount(0);

  await desk.go(page, "/approvals?tab=figures");
  const days = page.getByRole("region", { name: "出让合同至施工许可证" });
  const nine = days.getByRole("row", { name: /中翼宁科技研发基地/ });
  await expect(nine).toContainText("2019-03-20");
  await expect(nine).toContainText("2019-03-29");
  await expect(nine.getByRole("cell").nth(3)).toHaveText("9");
});
