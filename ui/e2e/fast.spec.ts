/** Two units that hold an approval, and 一会三函: work that begins on three letters ahead of its formal papers. */
import type { Page } from "@playwright/test";
import { axe, fits, picture, SIZES, unfold } from "./axe";
import { type Desk, expect, sample, test } from "./desk";

async function typeInto(page: Page, button: RegExp, text: string) {
  await page.getByRole("button", { name: button }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

function adopted(desk: Desk): string {
  const [id = ""] = sample(desk);
  const track = { project: id, class: "industry", met_on: "2022-03-01", document: "庆政专纪〔2022〕5号" };
  desk.call("fast_track_save", { ...track, formal_by: "2022-12-30" });
  const given = { given_on: "2022-03-07", document: "庆发改函〔2022〕11号" };
  desk.call("fast_letter_save", { project: id, letter: "early", set: given });
  desk.call("fast_letter_save", { project: id, letter: "design", set: { given_on: "2022-03-21" } });
  desk.call("fast_letter_save", { project: id, letter: "works", set: { expected_on: "2022-04-08" } });
  return id;
}

test("an item waits for its second unit's opinion until that is there, in the panel and on the board", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  desk.call("approval_step", { project: id, item: "B03", state: "accepted", happened_on: "2022-03-14", set: {} });
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&item=B03`);
  const panel = page.getByRole("complementary");
  const waiting = page.getByRole("list", { name: "待办单位" });
  await typeInto(page, /^承办单位 /, "市审批局");
  await expect(panel).toContainText("在手 市审批局　10 个工作日");
  await typeInto(page, /^意见单位 /, "市资规局");
  await expect(panel).toContainText("等 市资规局的意见");
  await expect(waiting).toContainText("市资规局（意见）");
  await desk.go(page, "/approvals");
  await expect(page.getByRole("row", { name: /建设工程规划许可证核发/ })).toContainText("市资规局");
  await expect(page.getByRole("row", { name: /建设工程规划许可证核发/ })).toContainText("等意见");
  await desk.go(page, `/project/${id}?tab=approvals&item=B03`);
  await typeInto(page, /^意见回复日期 /, "2022-03-24");
  await expect(panel).toContainText("在手 市审批局　2 个工作日");
  await expect(waiting).not.toContainText("（意见）");
});

test("with a meeting's decision and three letters work may begin, and the formal papers keep their day", async ({
  desk,
  page,
}) => {
  const [id = ""] = sample(desk);
  await desk.open(page);
  await desk.go(page, `/project/${id}?tab=approvals&view=trial`);
  const offer = page.getByRole("region", { name: "一会三函" });
  const result = page.getByRole("region", { name: "测算结果" });
  await offer.getByLabel("试算：三函出齐").fill("2022-04-08");
  await offer.getByLabel("试算：三函出齐").press("Enter");
  await expect(result).toContainText(/省 \d+ 个工作日.*→ ?04-08/);
  // The day the papers are made good by is tried with it, and comes along.
  await offer.getByLabel("手续补齐").fill("2022-04-15");
  await offer.getByLabel("手续补齐").press("Enter");
  await expect(result).toContainText(/正式手续预计 .*齐备，比补齐日期晚 \d+ 个工作日/);
  await offer.getByLabel("手续补齐").fill("2022-12-30");
  await offer.getByLabel("手续补齐").press("Enter");
  await expect(result).toContainText(/齐备，可按期补齐/);
  await offer.getByRole("button", { name: "登记一会三函" }).press("Enter");
  const form = offer.getByRole("form", { name: "一会三函" });
  await form.getByLabel("会议日期").fill("2022-03-01");
  await form.getByLabel("会议日期").press("Enter");
  await expect(form.getByLabel("手续补齐")).toHaveValue("2022-12-30");
  await expect(form).toContainText("采用测算：三函预计 2022年4月8日出齐");
  await form.getByRole("button", { name: "按一会三函办理" }).click();
  await expect(form.getByRole("alert").filter({ hasText: "会议纪要" })).toContainText("必填");
  await form.getByRole("textbox", { name: "会议纪要" }).fill("庆政专纪〔2022〕5号");
  await form.getByRole("button", { name: "按一会三函办理" }).click();
  await typeInto(page, /^前期工作函 出函日期/, "2022-03-07");
  await typeInto(page, /^设计方案审查意见函 出函日期/, "2022-03-21");
  await expect(result).toContainText("承诺 2022年12月30日前补齐");

  await page.getByRole("button", { name: "清单", exact: true }).click();
  const line = page.getByRole("region", { name: "一会三函" });
  await expect(line).toContainText("重点产业类，2022年3月1日会议，庆政专纪〔2022〕5号，三函已出 2/3");
  await line.getByRole("button", { name: "三函办理" }).click();
  await expect(line.getByRole("button", { name: /^施工意见登记函 预计/ })).toContainText("04-08");
  await expect(page.locator(".path-says")).toContainText("凭三函最早开工 04-08");
  await typeInto(page, /^施工意见登记函 出函日期/, "2022-04-01");
  await expect(line.getByRole("alert")).toContainText("晚于今天");
  await page.keyboard.press("Escape");

  await desk.go(page, `/board?q=why&project=${id}`);
  await expect(page.locator("main")).toContainText("按一会三函办理，开工还差施工意见登记函；最早2022年4月8日能开工");
  await desk.go(page, `/project/${id}?tab=approvals`);
  await line.getByRole("button", { name: "三函办理" }).click();
  await line.getByRole("button", { name: "不再按一会三函办理" }).click();
  await expect(line).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(line).toContainText("三函已出 2/3");
});

for (const language of ["zh", "en"] as const) {
  test(`the letters and the form bear a look, ${language}`, async ({ desk, page }) => {
    const id = adopted(desk);
    desk.call("setting_save", { key: "language", value: language });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const looked = async (name: string) => {
        await fits(page, `${name} ${size.width}`);
        await axe(page, `${name} ${size.width}`);
        await picture(page, `fast-${language}-${size.width}-${name}`);
      };
      await desk.go(page, "/ledger");
      await desk.go(page, `/project/${id}?tab=approvals`);
      await page.locator(".fast-line .link").waitFor({ state: "attached" });
      await unfold(page);
      await page.locator(".fast-line .link").click();
      await page.locator(".fast-box").waitFor();
      await looked("letters");
      await desk.go(page, `/project/${id}?tab=approvals&view=trial`);
      await page.locator(".fast-acts .link").first().click();
      await page.locator(".fast-form").waitFor();
      await looked("form");
    }
  });
}
