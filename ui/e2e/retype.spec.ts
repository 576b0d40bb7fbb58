import type { Page } from "@playwright/test";
import { expect, sample, test } from "./desk";

const CSV = [
  "序号,项目名称,项目单位,总投资（万元）,计划开工时间",
  "1,松江新材料产业园,松江新材料有限公司,待定额,2022-05-01",
  "2,北安冷链中心,北安供应链有限公司,3600,2022年13月",
  "3,龙凤铝材加工项目,龙凤铝业有限公司,5200,2022-06",
].join("\n");

/** Lets a file fall on the page, as the browser tells it. */
async function drop(page: Page, name: string, text: string) {
  await page.evaluate(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([`\uFEFF${text}`], name ?? "", { type: "text/csv" }));
      const over = new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(over);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test("a ledger dropped on the ledger opens in the wizard; its faulty cells are typed anew", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await expect(page.locator(".name").first()).toBeVisible();
  await drop(page, "调度表.csv", CSV);
  await expect(page.getByRole("heading", { name: "识别结果" })).toBeVisible();
  await page.getByRole("button", { name: "下一步，预览变化" }).click();
  const faulty = page.getByRole("tab", { name: /^有错误/ });
  await expect(faulty).toHaveText("有错误2");
  await faulty.click();

  const money = page.getByLabel(/总投资，改正后按回车/);
  await expect(money).toHaveValue("待定额");
  await money.fill("还是不知道");
  await money.press("Enter");
  await expect(page.getByRole("alert")).toContainText("不是数字，请填数字：还是不知道");
  await money.press("Escape");
  await expect(money).toHaveValue("待定额");
  await expect(page.getByRole("alert")).toHaveCount(0);

  await money.fill("1.2亿元");
  await money.press("Enter");
  await expect(faulty).toHaveText("有错误1");
  const day = page.getByLabel(/计划开工，改正后按回车/);
  await expect(day).toBeFocused();
  await day.fill("2022年3月");
  await day.press("Enter");
  await expect(faulty).toHaveText("有错误0");
  await page.getByRole("tab", { name: /^新增/ }).click();
  await expect(page.getByRole("row", { name: /松江新材料产业园/ })).toContainText("12,000");
});
