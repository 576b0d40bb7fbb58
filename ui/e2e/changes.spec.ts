import { expect, sample, test } from "./desk";

test("what changed since a day, project by project", async ({ desk, page }) => {
  desk.today = "2022-03-20";
  const [id] = sample(desk);
  desk.today = "2022-03-28";
  await desk.open(page);
  await page.getByRole("link", { name: "最近变化" }).click();
  await expect(page.getByRole("heading", { name: "7 日内没有变化" })).toBeVisible();

  desk.call("project_save", { id, set: { scale: "年产 20 万台" } });
  desk.call("department_save", { id: null, set: { name: "市自然资源局" } });
  await page.reload();
  await expect(page.locator(".changes .of")).toHaveText(["本专班（不属于哪个项目）", "北辰智能电机产业园一期"]);
  await expect(page.getByRole("row", { name: /修改单位/ })).toContainText("市自然资源局");

  await page.getByRole("button", { name: "30 日" }).click();
  await expect(page.getByRole("rowheader", { name: "冷链物流园扩建项目" })).toBeVisible();
  await page.getByRole("button", { name: "7 日" }).click();
  await expect(page.getByRole("rowheader", { name: "冷链物流园扩建项目" })).toHaveCount(0);

  const line = page.getByRole("row", { name: /修改项目/ });
  await expect(line).toContainText("林晓");
  await expect(line).toContainText("2022-03-28");
  await line.getByRole("link").click();
  await expect(page.getByRole("tab", { name: "历史" })).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(page.getByRole("button", { name: "7 日" })).toHaveAttribute("aria-pressed", "true");
});
