/** 今日: whom to call now, recording what was said, and what comes in the next two weeks. */
import type { Locator, Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

/** One approval 12 working days over, two due today, one that waits for the enterprise, one with papers promised for today. */
function recorded(desk: Desk): string[] {
  const ids = sample(desk);
  const [a = "", b = "", c = "", d = ""] = ids;
  const step = (project: string, item: string, state: string, happened_on: string, more = {}) =>
    desk.call("approval_step", { project, item, state, happened_on, set: {}, ...more });
  step(a, "B02", "accepted", "2022-03-01");
  step(b, "B02", "accepted", "2022-03-17");
  step(c, "B02", "accepted", "2022-03-17");
  step(d, "C05", "accepted", "2022-03-21");
  step(d, "C05", "stopped", "2022-03-22", { stop_kind: "revision", basis: "第四十五条" });
  step(b, "A10", "lacking_accepted", "2022-03-25");
  desk.call("approval_save", { project: b, item: "A10", set: { lacking: "勘测定界报告", lacking_by: "2022-03-28" } });
  return ids;
}

const count = (page: Page, name: RegExp): Locator =>
  page.getByRole("group", { name: /今日要办的事|To be seen to today/ }).getByRole("button", { name });
const rows = (page: Page) => page.locator(".td-sheet .td-name");
const party = (page: Page, name: RegExp) => page.locator(".td-party").filter({ hasText: name });

test("the sheet names whom to call; a call is recorded, shown with its approval, and taken back as one action", async ({
  desk,
  page,
}) => {
  recorded(desk);
  await desk.open(page);
  await page.getByRole("link", { name: "今日" }).click();
  await expect(page.getByRole("heading", { name: "今日", level: 1 })).toBeVisible();
  await expect(count(page, /超期/)).toContainText("1");
  await expect(count(page, /今日到期/)).toContainText("2");
  await expect(count(page, /承诺今日兑现/)).toContainText("1");
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator(".td-sheet tbody tr").nth(1)).toContainText("超期 12");
  await expect(party(page, /自然资源/)).toContainText("还没有联系记录");
  await expect(page.getByRole("region", { name: "承诺到期" })).toContainText("勘测定界报告");
  await expect(page.getByRole("region", { name: "未来两周到期" }).locator("li").first()).toContainText("2");

  // Narrowed, and wide again.
  await count(page, /等企业/).click();
  await expect(page).toHaveURL(/waiting=applicant/);
  await expect(rows(page)).toHaveCount(1);
  await expect(party(page, /瑷珲供应链有限公司/)).toBeVisible();
  await count(page, /等企业/).click();
  await expect(rows(page)).toHaveCount(3);

  // A call about two of the three, with a day that was promised.
  await party(page, /自然资源/)
    .getByRole("button", { name: /记联系/ })
    .click();
  const form = page.getByRole("dialog");
  await expect(form.getByRole("checkbox")).toHaveCount(4);
  await form.getByRole("checkbox").nth(3).click();
  await form.getByLabel("和谁联系").fill("规划科 王科长");
  await form.getByLabel("答应的日子").fill("2022-03-30");
  await form.getByLabel("答应的日子").press("Enter");
  await form.getByLabel("说了什么").fill("周三上会");
  await form.getByRole("button", { name: "记下 2 项" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText(/已记与.*自然资源.*的联系，2 项/)).toBeVisible();
  await expect(party(page, /自然资源/)).toContainText("今天联系过");
  await expect(page.locator(".td-sheet tbody tr").nth(1)).toContainText("正在办（答应 03-30）");
  await expect(rows(page).nth(2).locator("xpath=ancestor::tr")).toContainText("未联系");
  await expect(page.getByRole("region", { name: "承诺到期" })).toContainText("周三上会");

  // It stands with the approval.
  await rows(page).first().click();
  await expect(page.locator(".ap-calls")).toContainText("规划科 王科长 周三上会");
  await page.goBack();
  await page.keyboard.press("Control+z");
  await expect(party(page, /自然资源/)).toContainText("还没有联系记录");
});

test("the words for whoever has it in hand are copied from the sheet, and from an item", async ({
  desk,
  page,
  context,
}) => {
  const [a] = recorded(desk);
  const unit = desk.call<{ id: string }>("department_save", { id: null, set: { name: "自然资源", position: 1 } });
  const set = { department: unit.id, name: "孟庆山", title: "审批科副科长" };
  const { id } = desk.call<{ id: string }>("person_save", { id: null, set });
  desk.call("contact_save", { id: null, project: id, set: { phone: "13800000001" } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.open(page);
  await desk.go(page, "/today");
  await expect(party(page, /自然资源/)).toContainText("孟庆山 138 0000 0001");
  await party(page, /自然资源/)
    .getByRole("button", { name: /^复制催办/ })
    .click();
  await expect(page.getByText("催办文字已复制")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^@孟庆山 孟科长您好：北辰智能电机产业园一期“.+”3月10日到期，已超期12个工作日；/);
  expect(text).toMatch(/烦请今天下班前告知进展和预计办结日期，谢谢。专班 林晓（截至3月28日）$/);
  expect([...text].length).toBeLessThanOrEqual(120);
  expect(text).not.toContain("1380");
  // Of one item, from where its call is recorded.
  await desk.go(page, `/project/${a}?tab=approvals&item=B02`);
  await page
    .locator("aside.side")
    .getByRole("button", { name: /^记联系/ })
    .click();
  await page
    .getByRole("dialog", { name: /自然资源/ })
    .getByRole("button", { name: "复制催办" })
    .click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/超期12个工作日。烦请/);
});

test("a call is recorded from the project, its item or its glance too; what was typed waits behind a mark", async ({
  desk,
  page,
}) => {
  const [, b] = recorded(desk);
  desk.call("approval_step", { project: b, item: "C05", state: "accepted", happened_on: "2022-03-21", set: {} });
  await desk.open(page);
  await desk.go(page, `/project/${b}?tab=approvals&item=A10`);
  // Of the item, though the unit has two of the project's.
  const side = page.locator("aside.side");
  const ofItem = side.getByRole("button", { name: /^记联系/ });
  await ofItem.click();
  const form = page.getByRole("dialog", { name: /自然资源/ });
  await expect(form.locator("#td-result")).toBeFocused();
  await expect(form.getByRole("checkbox")).toHaveCount(3);
  await expect(form.getByRole("button", { name: "记下 1 项" })).toBeEnabled();
  await form.getByLabel("说了什么").fill("周四出证");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(ofItem).toBeFocused();
  await expect(ofItem).toHaveAccessibleName(/有未保存的内容/);
  // Of the project: with whom of those who hold something.
  const head = page.locator(".ph").getByRole("button", { name: /^记联系/ });
  await expect(head).toHaveAccessibleName(/有未保存的内容/);
  await head.click();
  await expect(page.getByRole("menuitem")).toHaveCount(2);
  await page.getByRole("menuitem", { name: /自然资源 2 项/ }).click();
  await expect(form.getByLabel("说了什么")).toHaveValue("周四出证");
  await form.getByRole("button", { name: "记下 2 项" }).click();
  await expect(form).toBeHidden();
  await expect(head).toBeFocused();
  await expect(page.locator(".ap-calls")).toContainText("周四出证");
  await expect(head).not.toHaveAccessibleName(/有未保存的内容/);
  // And beside the ledger, where the days are said as everywhere.
  await desk.go(page, "/ledger");
  await page.getByText("聚碳酸酯联合项目").first().hover();
  await page.getByRole("button", { name: "速览 聚碳酸酯联合项目" }).click();
  const peek = page.getByRole("complementary", { name: "项目速览" });
  await expect(peek.locator(".wl")).toContainText("今日到期");
  await peek.getByRole("button", { name: "记联系" }).click();
  await expect(page.getByRole("menuitem", { name: /自然资源 2 项/ })).toBeVisible();
  await page.keyboard.press("Escape");
  const [sheet] = await Promise.all([
    page.waitForEvent("download"),
    peek.getByRole("button", { name: "一页纸" }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe("聚碳酸酯联合项目 一页纸 2022-03-28.docx");
});

test("a call with a day to come is refused beside its field, and nothing typed is lost", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/today");
  await party(page, /自然资源/)
    .getByRole("button", { name: /记联系/ })
    .click();
  const form = page.getByRole("dialog");
  await form.getByLabel("说了什么").fill("等会签");
  await form.getByLabel("答应的日子").fill("2022-03-20");
  await form.getByLabel("答应的日子").press("Enter");
  await form.getByRole("button", { name: /记下 3 项/ }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.getByLabel("说了什么")).toHaveValue("等会签");
  expect(desk.call<unknown[]>("approval_call_list", { id: projectOf(desk) })).toHaveLength(0);
});

const projectOf = (desk: Desk) => desk.call<{ rows: { id: string }[] }>("project_list", { limit: 1 }).rows[0]?.id ?? "";

test("the printed sheet holds every line, and only the sheet", async ({ desk, page }) => {
  desk.found();
  for (let n = 1; n <= 6; n += 1) {
    const project = desk.project({ name: `第${n}个项目` });
    desk.call("approval_step", { project, item: "B02", state: "accepted", happened_on: "2022-03-16", set: {} });
  }
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset.printed = String(document.querySelectorAll(".td-sheet .td-name").length);
    };
  });
  await desk.open(page);
  await desk.go(page, "/today");
  // A page with room shows them all; a low one folds them.
  await expect(rows(page)).toHaveCount(6);
  await page.setViewportSize({ width: 1366, height: 330 });
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "打印" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "6");
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "其余 2 项" }).click();
  await expect(rows(page)).toHaveCount(6);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".td-counts")).toBeHidden();
  await expect(page.locator(".rail")).toBeHidden();
  await expect(page.getByText("大庆市全要素保障专班 2022年3月28日 周一")).toBeVisible();
});

test("counters in the top bar lead to the lists they count", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/ledger");
  const waits = page.getByRole("navigation", { name: "今日要办的事" });
  await expect(waits.getByRole("link", { name: /超期 1/ })).toBeVisible();
  // In one line, beside whose desk it is.
  const [bar, me] = [await waits.boundingBox(), await page.locator("button.me").boundingBox()];
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(me?.x ?? 0);
  expect(bar?.width).toBeGreaterThan(150);
  await waits.getByRole("link", { name: /三个工作日内到期 2/ }).click();
  await expect(page).toHaveURL(/waiting=near/);
  await expect(count(page, /三个工作日内到期/)).toHaveAttribute("aria-pressed", "true");
  await expect(count(page, /三个工作日内到期/)).toContainText("2");
  await expect(rows(page)).toHaveCount(2);
  // They follow what is recorded, and whose page it is.
  await desk.go(page, "/ledger");
  const id = desk.call<{ rows: { id: string }[] }>("project_list", { limit: 4 }).rows[1]?.id;
  await desk.go(page, `/project/${id}?tab=approvals&item=B02`);
  await expect(waits.getByRole("link", { name: /超期 1/ })).toBeVisible();
  await desk.go(page, "/today?mine=true");
  await page
    .getByRole("group", { name: "谁的" })
    .or(page.getByRole("tablist", { name: "谁的" }))
    .getByText("我的")
    .click();
  await desk.go(page, "/board");
  await expect(waits.getByRole("link", { name: /超期 0/ })).toBeVisible();
});

test("projects opened from the sheet lead on along it, and back to it", async ({ desk, page }) => {
  const ids = recorded(desk);
  await desk.open(page);
  await desk.go(page, "/today");
  await expect(rows(page)).toHaveCount(3);
  const projects = await page.locator(".td-sheet tbody tr:not(.td-party) td:nth-child(3)").allTextContents();
  await rows(page).first().click();
  const walk = page.locator(".walk");
  await expect(walk).toContainText("1 / 3");
  await expect(page.locator("h1")).toHaveText(projects[0] ?? "");
  await page.getByRole("button", { name: "下一条" }).click();
  await expect(walk).toContainText("2 / 3");
  await expect(page).toHaveURL(/item=B02/);
  await page.getByRole("tab", { name: "概览" }).click();
  await expect(walk).toContainText("2 / 3");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(walk).toContainText("3 / 3");
  await expect(page.locator("h1")).toHaveText(projects[2] ?? "");
  await page.getByRole("link", { name: "催办清单" }).click();
  await expect(rows(page)).toHaveCount(3);
  await desk.go(page, "/ledger");
  await expect(page.locator(".sheet .name")).toHaveCount(4);
  // From another list it is that list's again.
  await desk.go(page, `/project/${ids[0]}`);
  await expect(walk).toContainText("1 / 4");
});

test("a unit nobody is known of leads to where somebody is added", async ({ desk, page }) => {
  recorded(desk);
  await desk.open(page);
  await desk.go(page, "/today");
  const unit = await party(page, /自然资源/)
    .locator("b")
    .textContent();
  await party(page, /自然资源/)
    .getByRole("link", { name: "通讯录里没有联系人，去添加" })
    .click();
  await expect(page.getByLabel("新单位名称")).toHaveValue(unit ?? "");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("新人员 姓名")).toBeFocused();
  await page.getByLabel("新人员 姓名").fill("高玉刚");
  await page.getByLabel("新人员 手机").fill("13800005117");
  await page.keyboard.press("Enter");
  await expect(page.locator(".book-lines")).toContainText("高玉刚");
  await desk.go(page, "/today");
  await expect(party(page, /自然资源/)).toContainText("高玉刚 138 0000 5117");
});

test("a desk without projects says what to do first", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await page.getByRole("link", { name: "今日" }).click();
  await expect(page.getByText("今日还没有要催办的事。")).toBeVisible();
  await axe(page, "no projects");
});

for (const language of ["zh", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`no fault of accessibility and nothing sticks out, ${language}, ${theme}`, async ({ desk, page }) => {
      recorded(desk);
      desk.call("setting_save", { key: "language", value: language });
      desk.call("setting_save", { key: "theme", value: theme });
      await desk.open(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const to of ["", "?waiting=silent", "?waiting=applicant"]) {
          await desk.go(page, `/today${to}`);
          await page.locator(".td-days li").first().waitFor();
          await page.waitForTimeout(300);
          await fits(page, to);
          await axe(page, `${to} ${size.width}`);
          await picture(page, `today-${language}-${theme}-${size.width}${to.slice(9)}`);
        }
        await desk.go(page, "/today");
        await page
          .locator(".td-party")
          .first()
          .getByRole("button", { name: /记联系|Record a call/ })
          .click();
        await page.getByRole("dialog").waitFor();
        await axe(page, `the form ${size.width}`);
        await picture(page, `today-form-${language}-${theme}-${size.width}`);
        await page.keyboard.press("Escape");
      }
    });
  }
}
