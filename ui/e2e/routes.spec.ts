/** Step routes: how far land, power and money have come while nothing of them is there yet. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

const route = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const dot = (page: Page, name: string, step: string) =>
  route(page, name)
    .getByRole("list", { name: "步骤" })
    .getByRole("button", { name: new RegExp(`^${step}`) });
const form = (page: Page, step: string) => page.getByRole("form", { name: step });

/** The notice has run out, the agreements are late; the file was told before its survey; power is promised, money not needed. */
function recorded(desk: Desk): string {
  const [id = ""] = sample(desk);
  const save = (kind: string, step: string | null, set: object) =>
    desk.call("route_step_save", { project: id, route: kind, step, set });
  save("land", "pre_notice", { happened_on: "2021-12-20" });
  save("land", "survey", { happened_on: "2022-01-10" });
  save("land", "notice", { happened_on: "2022-02-28" });
  save("land", "agreement", { expected_on: "2022-03-24", holder: "大同区政府", note: "两户未谈妥" });
  save("land", "file", { happened_on: "2022-03-18" });
  save("power", "application", { happened_on: "2022-03-21" });
  save("power", "scheme", { expected_on: "2022-03-31/month/by", holder: "供电公司" });
  save("finance", null, { skipped: true, reason: "全部自有资金" });
  return id;
}

test("a need of which nothing has come shows how far it is", async ({ desk, page }) => {
  const [id = ""] = sample(desk);
  const need = { kind: "need", element: "用地", content: "新增建设用地指标", unit: "亩", required: 86_000 };
  desk.call("matter_save", { id: null, project: id, set: need });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals`);
  await page.getByRole("group", { name: "显示方式" }).getByRole("button", { name: "步骤路线" }).click();
  await expect(page).toHaveURL(/view=routes/);
  await expect(route(page, "用地")).toContainText("未开始，共 17 步");
  await expect(route(page, "供电")).toContainText("未开始，共 6 步");
  await expect(route(page, "融资")).toContainText("未开始，共 4 步");

  // A step that was reached.
  await dot(page, "用地", "征地预公告").click();
  const first = form(page, "征地预公告");
  await expect(first).toContainText("法定不少于 10 个工作日");
  await expect(first).toContainText("依据：土地管理法实施条例第26条");
  await first.getByRole("button", { name: "今日" }).click();
  await first.getByRole("button", { name: "保存" }).click();
  await expect(first).toHaveCount(0);
  await expect(dot(page, "用地", "征地预公告")).toBeFocused();
  await expect(dot(page, "用地", "征地预公告")).toContainText("已完成");
  await expect(dot(page, "用地", "征地预公告")).toContainText("至 04-12");
  await expect(route(page, "用地")).toContainText("1/17");
  await expect(route(page, "用地")).toContainText("现在：现状调查");

  // One that was promised, as people say it.
  await dot(page, "用地", "现状调查").click();
  const survey = form(page, "现状调查");
  await survey.getByLabel("应完成日期").fill("4月底前");
  await survey.getByLabel("承办单位").fill("大同区政府");
  await survey.getByLabel("备注").fill("等测绘队进场");
  await survey.getByRole("button", { name: "保存" }).click();
  await expect(route(page, "用地")).toContainText("（大同区政府）");
  await expect(dot(page, "用地", "现状调查")).toContainText("应 4月底前");

  // A later one is taken though others are open, and they are shown as such.
  await dot(page, "用地", "组卷").click();
  await form(page, "组卷").getByRole("button", { name: "今日" }).click();
  await form(page, "组卷").getByRole("button", { name: "保存" }).click();
  await expect(dot(page, "用地", "社稳评估")).toContainText("待补登");
  await expect(dot(page, "用地", "征地预公告")).toContainText("少 10 个工作日");
  await dot(page, "用地", "征地预公告").click();
  await expect(form(page, "征地预公告")).toContainText("依法到 04-12 才满，组卷早了 10 个工作日");

  // The front page and the need say it too.
  await page.getByRole("tab", { name: /^概览/ }).click();
  await expect(page.getByRole("list", { name: "步骤路线" })).toContainText("用地2/17 现状调查");
  await page.getByRole("tab", { name: /^要素/ }).click();
  await expect(page.getByRole("row", { name: /新增建设用地指标/ })).toContainText("0%");
  await page.getByRole("link", { name: "步骤 2/17 现状调查" }).click();
  await expect(route(page, "用地")).toBeVisible();

  // Taken back from where everything is taken back, and told in the history.
  await page.keyboard.press("Control+z");
  await expect(route(page, "用地")).toContainText("1/17");
  await page.getByRole("tab", { name: /^历史/ }).click();
  await expect(page.getByRole("table")).toContainText("登记路线步骤");
  await expect(page.getByRole("table")).toContainText("用地 征地预公告");
});

test("what stands late, short and out of order is said in words", async ({ desk, page }) => {
  const id = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=routes`);
  await expect(route(page, "用地")).toContainText("4/17");
  await expect(route(page, "用地")).toContainText("距上一步 6 个工作日");
  await expect(dot(page, "用地", "签协议")).toContainText("超期 2 个工作日");
  await expect(dot(page, "用地", "安置公告")).toContainText("少 12 个日历日");
  await expect(route(page, "供电")).toContainText("剩余 3 个工作日");
  await expect(route(page, "融资")).toContainText("不涉及：全部自有资金");
  await route(page, "融资").getByRole("button", { name: "恢复" }).click();
  await expect(route(page, "融资")).toContainText("未开始，共 4 步");
});

test("what is refused is said beside its field, and nothing typed is lost", async ({ desk, page }) => {
  const id = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=routes`);
  await dot(page, "供电", "设计").click();
  const design = form(page, "设计");
  // A calendar that is open has the key first.
  const calendar = page.locator(".ant-picker-dropdown");
  await design.getByLabel("完成日期", { exact: true }).click();
  await expect(calendar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(calendar).toBeHidden();
  await design.getByLabel("应完成日期").fill("过两天");
  await design.getByLabel("备注").fill("设计院在排队");
  await design.getByRole("button", { name: "保存" }).click();
  await expect(design.getByRole("alert")).toContainText("不是日期");
  await expect(design.getByLabel("备注")).toHaveValue("设计院在排队");

  await design.getByLabel("本步不涉及").check();
  await design.getByRole("button", { name: "保存" }).click();
  await expect(design.getByRole("alert")).toHaveText("必填。");
  await design.getByLabel("不涉及的原因").fill("沿用原设计");
  await design.getByRole("button", { name: "保存" }).click();
  await expect(dot(page, "供电", "设计")).toContainText("不涉及");
  await expect(route(page, "供电")).toContainText("1/5");

  // A day that stood there is typed over.
  await dot(page, "供电", "申请").click();
  const applied = form(page, "申请").getByLabel("完成日期", { exact: true });
  await applied.fill("2022-03-22");
  await applied.press("Enter");
  await expect(dot(page, "供电", "申请")).toContainText("03-22");

  // Cleared, the step is as if nothing had been said.
  await dot(page, "供电", "设计").click();
  await form(page, "设计").getByRole("button", { name: "清除" }).click();
  await expect(route(page, "供电")).toContainText("1/6");

  // The route as a whole.
  await route(page, "供电").getByRole("button", { name: "整条不涉及" }).click();
  await page.keyboard.press("Enter");
  await expect(route(page, "供电").getByRole("alert")).toHaveText("必填。");
  await page.keyboard.type("利用厂区现有容量");
  await page.keyboard.press("Enter");
  await expect(route(page, "供电")).toContainText("不涉及：利用厂区现有容量");
});

test("by keyboard alone: along the steps, into one, and back", async ({ desk, page }) => {
  const id = recorded(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=routes`);
  // Tab comes to the step where it stands; the arrows to the others.
  const now = dot(page, "用地", "社稳评估");
  await route(page, "用地").getByRole("button", { name: "整条不涉及" }).focus();
  await page.keyboard.press("Tab");
  await expect(now).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(dot(page, "用地", "安置公告")).toBeFocused();
  await page.keyboard.press("End");
  await expect(dot(page, "用地", "交地")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(dot(page, "用地", "征地预公告")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");

  // Escape leaves it as it was.
  await page.keyboard.press("Enter");
  await expect(form(page, "社稳评估").getByLabel("完成日期", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(form(page, "社稳评估")).toHaveCount(0);
  await expect(now).toBeFocused();

  // A day typed and Enter: that is all a phone call needs.
  await page.keyboard.press("Enter");
  await expect(form(page, "社稳评估").getByLabel("完成日期", { exact: true })).toBeFocused();
  await page.keyboard.type("2022-01-28");
  await page.keyboard.press("Enter");
  await expect(form(page, "社稳评估")).toHaveCount(0);
  await expect(now).toBeFocused();
  await expect(now).toContainText("01-28");
  await expect(route(page, "用地")).toContainText("5/17");
  await expect(route(page, "用地")).toContainText("现在：签协议");

  // With a promise and a note; the way through the form is the way of the eye.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const agreement = form(page, "签协议");
  await expect(agreement.getByLabel("完成日期", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(agreement.getByLabel("应完成日期")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2022-04-08");
  await page.keyboard.press("Tab");
  await expect(agreement.getByLabel("承办单位")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(agreement.getByLabel("备注")).toHaveValue("两户未谈妥");
  await page.keyboard.press("Enter");
  await expect(agreement).toHaveCount(0);
  await expect(dot(page, "用地", "签协议")).toBeFocused();
  await expect(dot(page, "用地", "签协议")).toContainText("应 04-08");
});

for (const language of ["zh", "en"] as const) {
  test(`the routes bear a look, ${language}`, async ({ desk, page }) => {
    const id = recorded(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.go(page, `/project/${id}?tab=approvals&view=routes`);
      await page.locator("[data-step=handover]").waitFor();
      await fits(page, `routes ${size.width}`);
      await axe(page, `routes ${size.width}`);
      // Seventeen steps, and not a word of them cut.
      const cut = await page.locator(".rt-step button > *:not(.hidden)").evaluateAll((parts) =>
        parts
          .filter((part) => {
            const { left, right, bottom } = part.getBoundingClientRect();
            const step = part.closest("li")?.getBoundingClientRect();
            return !step || left < step.left - 0.5 || right > step.right + 0.5 || bottom > step.bottom + 0.5;
          })
          .map((part) => part.textContent),
      );
      expect(cut, `${size.width}`).toEqual([]);
      await page.locator("[data-step=agreement]").click();
      await page.locator(".rt-form").waitFor();
      await fits(page, `routes ${size.width}, a step open`);
      await axe(page, `routes ${size.width}, a step open`);
      await picture(page, `routes-${language}-${size.width}`);
      await desk.go(page, `/project/${id}`);
      await page.locator(".rt-brief").waitFor();
      await fits(page, `overview ${size.width}`);
      await axe(page, `overview ${size.width}`);
    }
  });
}
