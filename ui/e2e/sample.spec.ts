import { expect, test } from "./desk";

test("first run: look at the sample first, take the tour, see another office, and found one's own desk", async ({
  desk,
  page,
}) => {
  await desk.open(page);
  await page.getByLabel("姓名").fill("王敏");
  await page.getByRole("button", { name: "打开示例台账" }).click();

  const tour = page.getByRole("region", { name: "引导" });
  await expect(tour).toContainText("一张台账，全部项目");
  await expect(page.locator(".status")).toContainText("示例数据");
  await expect(page.locator(".status")).toContainText("2022-03-28");
  await expect(page.getByText("聚碳酸酯联合项目").first()).toBeVisible();
  for (const title of ["找、筛、排", "一个项目的全部", "把手头的 Excel 拖进来", "这里是示例"]) {
    await expect(tour.getByRole("button", { name: /下一步/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(tour).toContainText(title);
  }
  await page.keyboard.press("ArrowLeft");
  await expect(tour).toContainText("把手头的 Excel 拖进来");
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);

  await page.getByRole("button", { name: "换专班" }).click();
  await page.getByRole("menuitem", { name: /哈尔滨市产业项目专班/ }).click();
  await expect(page.locator(".status")).toContainText("2019-04-30");
  await expect(page.getByText("中翼宁科技研发基地").first()).toBeVisible();
  await expect(page.getByText("聚碳酸酯联合项目")).toHaveCount(0);

  await page.getByRole("button", { name: "建立我的台账" }).click();
  await expect(page.getByLabel("姓名")).toHaveValue("王敏");
  await page.getByLabel("专班名称").fill("大同区全要素保障专班");
  await page.getByRole("button", { name: "空白开始" }).click();
  await expect(page.getByRole("heading", { name: "台账还没有项目" })).toBeVisible();
  await expect(page.locator(".status")).not.toContainText("示例数据");
});
