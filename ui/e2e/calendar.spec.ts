/** The calendar: a year and its notice, entering one from its text or day by day, what it moves, one unit that works otherwise. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES } from "./axe";
import { type Desk, expect, test } from "./desk";

/** 示例: nobody has published this; the weekday of 端午节 is wrong. */
const NEXT = `国务院办公厅关于2027年部分节假日安排的通知（示例）
国办发明电〔2026〕99号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周二）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月3日`;

/** 示例: the way the notice of March 2019 changed 劳动节, for 2022. */
const CHANGED = `国务院办公厅关于调整2022年劳动节假期安排的通知（示例）
国办发明电〔2022〕3号
一、2022年4月30日至5月5日放假调休，共6天。4月24日（星期日）、5月7日（星期六）、5月8日（星期日）上班。
国务院办公厅
2022年3月25日`;

const day = (page: Page, on: string) => page.locator(`[data-on="${on}"]`);
const versions = (page: Page) => page.getByRole("region", { name: "放假通知" });

/** Two projects with 环评 under way, promised in 60 days; the due day of the second stands on its sheet. */
function running(desk: Desk): string {
  desk.found();
  const names = ["北辰智能电机产业园", "聚碳酸酯联合项目"];
  const [free = "", signed] = names.map((name) => desk.project({ name }));
  const step = (project: string | undefined, state: string) =>
    desk.call("approval_step", { project, item: "C05", state, happened_on: "2022-03-21", set: {} });
  for (const project of [free, signed]) {
    step(project, "submitted");
    desk.call("approval_save", { project, item: "C05", set: { promised: 60, holder: "市住建局" } });
    step(project, "accepted");
  }
  desk.call("approval_save", { project: signed, item: "C05", set: { due_printed: "2022-05-05" } });
  return free;
}

const due = (desk: Desk, project: string) =>
  desk
    .call<{ items: { code: string; due_on: string }[] }>("approval_list", { id: project })
    .items.find((item) => item.code === "C05")?.due_on;

test("next year's notice is read from its text, looked at, saved and taken back", async ({ desk, page }) => {
  desk.today = "2026-11-20";
  desk.found();
  await desk.open(page);
  await desk.go(page, "/settings?tab=calendar");
  await expect(page.getByText("全年 248 个工作日")).toBeVisible();
  await expect(versions(page)).toContainText("2月15日至23日放假，共9天");
  await page.getByRole("button", { name: "下一年" }).click();
  await expect(page.getByRole("heading", { name: "2027年暂估" })).toBeVisible();
  await expect(page.getByText("还没有这一年的放假通知")).toBeVisible();

  await page.getByRole("button", { name: "录入2027年通知" }).click();
  await page.getByLabel("通知全文").fill(NEXT);
  await page.getByRole("button", { name: "读取", exact: true }).click();
  await expect(page.getByText("有 1 处请对照原文核对")).toBeVisible();
  await expect(page.locator(".cal-doubts")).toContainText("星期与日期不符 五、端午节");
  await expect(page.getByLabel("年度", { exact: true })).toHaveValue("2027");
  await expect(page.getByLabel("发布日期")).toHaveValue("2026-11-03");
  await expect(page.getByLabel("文号")).toHaveValue("国办发明电〔2026〕99号");
  await expect(day(page, "2027-02-06")).toHaveAccessibleName("2月6日 周六 春节 放假");
  await expect(day(page, "2027-05-08")).toHaveAccessibleName("5月8日 周六 劳动节 上班");
  await picture(page, "calendar-read");

  // A day by hand: New Year's days of December belong to the next year's notice.
  await day(page, "2026-12-31").click();
  await expect(day(page, "2026-12-31")).toHaveAccessibleName("2026年12月31日 周四 元旦 放假");
  await day(page, "2026-12-31").click();
  await expect(day(page, "2026-12-31")).toHaveAccessibleName("2026年12月31日 周四");

  // Left for later and taken up again, across a closed window.
  await page.getByRole("button", { name: "先返回" }).click();
  await expect(page.getByRole("button", { name: "继续录入" })).toBeFocused();
  await page.reload();
  await expect(page.getByLabel("文号")).toHaveValue("国办发明电〔2026〕99号");

  await page.getByRole("button", { name: "查看影响" }).click();
  const effect = page.getByRole("dialog");
  await expect(effect).toContainText("2027年工作日 259 → 250");
  await expect(effect).toContainText("2月5日、2月8日至11日");
  await expect(effect).toContainText("没有在办事项的到期日变动。");
  await effect.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("保存放假安排“国办发明电〔2026〕99号”", { exact: true })).toBeVisible();
  await expect(versions(page)).toContainText("2026-11-03 发布 专班录入");
  await expect(page.getByText("全年 250 个工作日")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "2027年暂估" })).toBeVisible();
});

test("a changed notice moves what runs, and nothing that is signed", async ({ desk, page }) => {
  const project = running(desk);
  expect(due(desk, project)).toBe("2022-05-05");
  await desk.open(page);
  await desk.go(page, "/settings?tab=calendar");
  await page.getByRole("button", { name: "录入通知" }).click();
  await page.getByLabel("通知全文").fill(CHANGED);
  await page.getByRole("button", { name: "读取", exact: true }).click();
  await expect(page.getByText("这份通知只改劳动节，其余节日照旧。")).toBeVisible();
  await expect(page.getByText("已全部读懂，请与日历核对。")).toBeVisible();
  await expect(day(page, "2022-05-05")).toHaveClass(/own/);
  await expect(day(page, "2022-10-01")).toHaveAccessibleName("10月1日 周六 国庆节 放假");

  await page.getByRole("button", { name: "查看影响" }).click();
  const effect = page.getByRole("dialog");
  await expect(effect).toContainText("5月5日 周四改为放假");
  await expect(effect).toContainText("5月8日 周日改为上班");
  const moved = effect.getByRole("table", { name: "变动的到期日" });
  await expect(moved.getByRole("row", { name: /北辰智能电机产业园/ })).toContainText(/市住建局2022-05-052022-05-06\+1/);
  await expect(moved.getByRole("row")).toHaveCount(2);
  const stand = effect.getByRole("table", { name: /已印在受理通知书上/ });
  await expect(stand.getByRole("row", { name: /聚碳酸酯联合项目/ })).toContainText("2022-05-05");
  await expect(effect.getByRole("heading", { name: "变动的开工测算" })).toBeVisible();
  await picture(page, "calendar-effect");
  await axe(page, "effect");
  await effect.getByRole("button", { name: "返回修改" }).click();
  expect(due(desk, project)).toBe("2022-05-05");
  await page.getByRole("button", { name: "查看影响" }).click();
  await effect.getByRole("button", { name: "保存" }).click();

  await expect(versions(page)).toContainText("2 个版本");
  await expect(versions(page).getByRole("article").first()).toContainText("国办发明电〔2022〕3号现行");
  const older = versions(page).getByRole("article").last();
  await expect(older).toContainText("国办发明电〔2021〕11号已被替代");
  await expect(older).toContainText("5月5日：原平日，现放假");
  await expect(older).toContainText("5月8日：原周末，现上班");
  expect(due(desk, project)).toBe("2022-05-06");

  // An older version is looked at on the months; an own one is corrected and removed.
  await older.getByRole("button", { name: "看此版" }).click();
  await expect(page.getByTitle("5月5日 周四", { exact: true })).toBeVisible();
  await older.getByRole("button", { name: "收起" }).click();
  await expect(page.getByTitle("5月5日 周四 劳动节 放假")).toBeVisible();
  await page.getByRole("button", { name: "修改 国办发明电〔2022〕3号" }).click();
  await page.getByLabel("文号").fill("国办发明电〔2022〕4号");
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(effect).toContainText("没有日子变化。");
  await effect.getByRole("button", { name: "保存" }).click();
  await page.getByRole("button", { name: "删除 国办发明电〔2022〕4号" }).click();
  await expect(versions(page)).not.toContainText("〔2022〕");
  expect(due(desk, project)).toBe("2022-05-05");
  await page.getByRole("button", { name: /^撤销/ }).click();
  await expect(versions(page)).toContainText("国办发明电〔2022〕4号");
});

test("a notice is typed in by keyboard alone, and nothing is lost when it is refused", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/settings?tab=calendar&year=2027");
  await page.getByRole("button", { name: "录入通知" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("通知全文")).toBeFocused();
  // Back from the text to the months.
  await page.keyboard.press("Shift+Tab");
  await expect(day(page, "2027-01-01")).toBeFocused();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(day(page, "2027-02-06")).toBeFocused();
  // A Saturday: worked, off, as it was.
  await page.keyboard.press("Space");
  await expect(day(page, "2027-02-06")).toHaveAccessibleName("2月6日 周六 未写名称 上班");
  await page.keyboard.press("Space");
  await expect(day(page, "2027-02-06")).toHaveAccessibleName("2月6日 周六 未写名称 放假");
  await page.keyboard.press("Enter");
  await expect(day(page, "2027-02-06")).toHaveAccessibleName("2月6日 周六");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Enter");
  await expect(day(page, "2027-02-07")).toHaveAccessibleName("2月7日 周日 未写名称 放假");

  await page.getByLabel("文号").focus();
  await page.keyboard.type("本办〔2022〕1号");
  await page.keyboard.press("Enter");
  await expect(page.getByText("必填。")).toBeVisible();
  await page.getByLabel("发布日期").focus();
  await page.keyboard.type("2022-03-01");
  await page.keyboard.press("Enter");
  await page.getByLabel("文号").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("2月5日还没有节日名称。")).toBeVisible();
  await expect(day(page, "2027-02-08")).toHaveAccessibleName("2月8日 周一 未写名称 放假");
  await page.getByRole("button", { name: /^节日名称/ }).focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("春节");
  await page.keyboard.press("Enter");
  await expect(day(page, "2027-02-08")).toHaveAccessibleName("2月8日 周一 春节 放假");
  await page.getByLabel("文号").focus();
  await page.keyboard.press("Enter");
  const effect = page.getByRole("dialog");
  await expect(effect).toContainText("2月5日、2月8日改为放假");
  await effect.getByRole("button", { name: "保存" }).focus();
  await page.keyboard.press("Enter");
  await expect(versions(page)).toContainText("2月5日至8日放假，共4天");
  await expect(page.getByRole("button", { name: "录入通知" })).toBeFocused();
});

test("a list of days comes from a file, as old spreadsheets write it too", async ({ desk, page }) => {
  desk.found();
  await desk.open(page);
  await desk.go(page, "/settings?tab=calendar&year=2027");
  await page.getByRole("button", { name: "录入通知" }).click();
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "选择文件" }).click();
    await (await chooser).setFiles({ name, mimeType: "text/plain", buffer });
  };
  // 2027-02-08,春节,休 in GBK.
  const row = [0xb4, 0xba, 0xbd, 0xda, 0x2c, 0xd0, 0xdd];
  await choose("放假.csv", Buffer.concat([Buffer.from("2027-02-08,"), Buffer.from(row)]));
  await expect(day(page, "2027-02-08")).toHaveAccessibleName("2月8日 周一 春节 放假");
  const list = { year: 2027, days: [{ name: "端午节", date: "2027-06-09", isOffDay: true }] };
  await choose("2027.json", Buffer.from(JSON.stringify(list)));
  await expect(day(page, "2027-06-09")).toHaveAccessibleName("6月9日 周三 端午节 放假");
  await expect(day(page, "2027-02-08")).toHaveAccessibleName("2月8日 周一");
  // What says nothing about holidays leaves what there is.
  await choose("别的.txt", Buffer.from("会议通知：请各单位按时参加。"));
  await expect(page.locator(".cal-doubts")).toContainText("没有读懂 会议通知");
  await expect(day(page, "2027-06-09")).toHaveAccessibleName("6月9日 周三 端午节 放假");

  // What the core refuses is said by its field, and stays as it was typed.
  await page.getByLabel("通知全文").fill(NEXT);
  await page.getByRole("button", { name: "读取", exact: true }).click();
  await expect(page.getByLabel("发布日期")).toHaveValue("2026-11-03");
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByText("发布日期晚于今天。")).toBeVisible();
  await expect(page.getByLabel("通知全文")).toHaveValue(NEXT);
  await expect(page.getByLabel("文号")).toHaveValue("国办发明电〔2026〕99号");
});

test("one unit works otherwise, and only its items move", async ({ desk, page }) => {
  const project = running(desk);
  desk.call("department_save", { id: null, set: { name: "市住建局", kind: "government" } });
  await desk.open(page);
  await desk.go(page, "/settings?tab=calendar");
  await page.getByRole("button", { name: "某单位另有安排" }).click();
  await day(page, "2022-03-30").click();
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByText("必填。")).toBeVisible();
  await page.getByRole("combobox", { name: "单位" }).click();
  await page.locator(".ant-select-item", { hasText: "市住建局" }).click();
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByText("请写明原因。")).toBeVisible();
  await page.getByLabel("原因").fill("窗口搬迁");
  await expect(day(page, "2022-03-30")).toHaveAccessibleName("3月30日 周三 窗口搬迁 放假");
  await page.getByRole("button", { name: "查看影响" }).click();
  const effect = page.getByRole("dialog");
  await expect(effect.getByRole("table", { name: "变动的到期日" })).toContainText("2022-05-06");
  await effect.getByRole("button", { name: "保存" }).click();
  const units = page.getByRole("region", { name: "单位另有安排" });
  await expect(units).toContainText("3月30日放假，共1天");
  expect(due(desk, project)).toBe("2022-05-06");
  await expect(page.getByTitle("3月30日 周三", { exact: true })).toBeVisible();
  await units.getByRole("button", { name: "标在日历上" }).click();
  await expect(page.getByTitle("3月30日 周三 窗口搬迁 放假")).toBeVisible();
  await units.getByRole("button", { name: "修改 市住建局" }).click();
  await day(page, "2022-04-02").click();
  await page.getByRole("button", { name: "查看影响" }).click();
  await effect.getByRole("button", { name: "保存" }).click();
  await expect(units).toContainText("3月30日、4月2日放假，共2天");
  await units.getByRole("button", { name: "删除 市住建局" }).click();
  await expect(units).not.toContainText("市住建局");
  expect(due(desk, project)).toBe("2022-05-05");
});

for (const language of ["zh", "en"] as const) {
  test(`bears every size, ${language}`, async ({ desk, page }) => {
    running(desk);
    desk.call("setting_save", { key: "language", value: language });
    desk.call("setting_save", { key: "theme", value: language === "zh" ? "light" : "dark" });
    const read = desk.call<{ days: unknown }>("calendar_notice_read", { text: CHANGED, year: null });
    const notice = { year: 2022, published_on: "2022-03-25", number: "国办发明电〔2022〕3号", days: read.days };
    desk.call("calendar_notice_save", notice);
    const said = (zh: string, en: string) => page.getByRole("button", { name: language === "zh" ? zh : en }).first();
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const year of [2020, 2022, 2027]) {
        await desk.go(page, `/settings?tab=calendar&year=${year}`);
        await expect(page.getByRole("combobox")).toBeVisible();
        await expect(page.locator(".cal-year b")).toHaveText(String(year));
        await fits(page, String(year));
        await axe(page, String(year));
        const months = await page.locator(".cal-months").evaluate((all) => all.scrollHeight - all.clientHeight);
        expect(months, "twelve months on one page").toBe(0);
      }
      await said("录入通知", "Enter a notice").click();
      await page.locator("#cal-text").fill(NEXT);
      await said("读取", "Read").click();
      await expect(page.locator(".cal-doubts")).toBeVisible();
      await fits(page, "entering");
      await axe(page, "entering");
      await said("放弃", "Discard").click();
      await said("某单位另有安排", "One unit works otherwise").click();
      await day(page, "2027-03-30").click();
      await fits(page, "one unit");
      await axe(page, "one unit");
      await said("放弃", "Discard").click();
    }
  });
}
