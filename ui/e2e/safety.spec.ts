/** Restore points, a copy off the computer, another computer: through the page, with real files. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { axe, fits, SIZES } from "./axe";
import { Desk, expect, sample, test } from "./desk";

test("a restore point takes everything back, and forward again", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=safety");
  // The day's own point is there by itself.
  await expect(page.getByRole("row", { name: /每日自动/ })).toHaveCount(1);
  await page.getByLabel(/名称（可不填）/).fill("导入二季度之前");
  await page.keyboard.press("Enter");
  const kept = page.getByRole("row", { name: /导入二季度之前/ });
  await expect(kept).toContainText("手动");

  desk.project({ name: "后来加的项目" });
  await page.reload();
  await expect(kept.getByRole("cell").nth(4)).toHaveText("1");
  await kept.getByRole("button", { name: "恢复到此" }).click();
  await expect(page.getByText("此后的 1 次操作将被撤下")).toBeVisible();
  await page.getByRole("button", { name: "恢复", exact: true }).click();
  await expect(page.getByText("已恢复，共 4 个项目。")).toBeVisible();
  await expect(page.getByRole("row", { name: /恢复之前/ })).toHaveCount(1);

  await page.getByRole("button", { name: "回到恢复之前" }).click();
  await expect(page.getByText("已恢复，共 5 个项目。")).toBeVisible();
  // A point is removed only when somebody says so twice.
  await kept.getByRole("button", { name: /^删除/ }).click();
  await expect(page.getByText("删除后不能找回。")).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();
  await expect(kept).toHaveCount(1);
  await kept.getByRole("button", { name: /^删除/ }).click();
  await page.getByRole("button", { name: "删除", exact: true }).click();
  await expect(kept).toHaveCount(0);
  await desk.go(page, "/ledger");
  await expect(page.getByRole("grid").getByText("后来加的项目")).toBeVisible();
});

test("a desk moves to another computer with its counts and a checksum", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=safety");
  await page.getByRole("button", { name: "搬到另一台电脑…" }).click();
  await page.getByLabel("密码", { exact: true }).fill("海棠");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await expect(page.getByText("密码至少 6 位")).toBeVisible();
  await page.getByLabel("密码", { exact: true }).fill("海棠花开2022");
  await page.getByLabel("再输一次").fill("海棠花开2021");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await expect(page.getByText("两次输入的密码不一样")).toBeVisible();
  await page.getByLabel("再输一次").fill("海棠花开2022");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  const sheet = page.locator(".checksheet");
  await expect(sheet.getByRole("row", { name: /^项目/ })).toContainText("4");
  const code = await sheet
    .getByRole("row", { name: /SHA-256/ })
    .getByRole("cell")
    .textContent();
  expect(code).toMatch(/^[0-9a-f]{64}$/);
  await axe(page, "check sheet");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    sheet.getByRole("link", { name: "下载" }).click(),
  ]);
  const file = await download.path();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  // It lies on this computer until the person says it has left.
  await expect(sheet.getByText("文件还在本机。已拷到本机以外？")).toBeVisible();
  await sheet.getByRole("button", { name: "已拷出" }).click();
  await expect(sheet.getByText("已记为拷出本机。")).toBeVisible();
  await sheet.getByRole("button", { name: "完成" }).click();
  await expect(page.getByText("本机只能查看", { exact: true })).toBeVisible();
  await expect(page.getByText(/^最近一次拷出本机/)).toBeVisible();
  // Looking at a project is no change, so nothing is refused.
  await desk.go(page, "/ledger");
  await page.getByRole("grid").getByText("聚碳酸酯联合项目", { exact: true }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/project\//);
  await expect(page.getByRole("heading", { name: "聚碳酸酯联合项目" })).toBeVisible();
  await expect(page.getByText("这本台账已在")).toHaveCount(0);

  const other = new Desk();
  try {
    other.found();
    other.project({ name: "新电脑上先建的项目" });
    await other.open(page);
    await other.go(page, "/settings?tab=safety");
    await page.getByRole("button", { name: "从旧电脑搬来…" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "选择备份包" }).click();
    await (await chooser).setFiles({ name: "专班台备份.zip", mimeType: "application/zip", buffer: readFileSync(file) });
    await page.getByLabel("密码").fill("不是这个密码");
    await page.getByRole("button", { name: "打开查看" }).click();
    await expect(page.getByText("备份包的密码不对")).toBeVisible();
    await page.getByLabel("密码").fill("海棠花开2022");
    await page.getByRole("button", { name: "打开查看" }).click();
    await expect(page.getByText("全部文件完好")).toBeVisible();
    await expect(page.getByText(code ?? "")).toBeVisible();
    await expect(page.getByRole("row", { name: /^项目 4 1$/ })).toBeVisible();
    await axe(page, "package");
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await expect(page.getByText("已恢复，数量与备份包一致。")).toBeVisible();
    // What is compared is what stands here now.
    await expect(page.getByRole("columnheader", { name: "恢复后本机" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^项目 4 4$/ })).toBeVisible();
    await page.locator(".ant-modal").getByRole("button", { name: "关闭" }).last().click();
    await other.go(page, "/ledger");
    await expect(page.getByRole("grid").getByText("聚碳酸酯联合项目", { exact: true })).toBeVisible();
    await expect(page.getByText("新电脑上先建的项目")).toHaveCount(0);
  } finally {
    other.close();
  }
});

test("what one person holds is written out as a hand-over list", async ({ desk, page }) => {
  const [first] = sample(desk);
  const [person] = desk.call<{ id: string; name: string }[]>("person_list", {});
  desk.call("duty_save", {
    id: null,
    project: first,
    set: { role: "chief_service_officer", name: person?.name, person: person?.id },
  });
  await desk.open(page);
  await desk.go(page, "/settings?tab=safety");
  await page.getByRole("button", { name: "交接清单…" }).click();
  const dialog = page.getByRole("dialog", { name: "换人交接" });
  await expect(dialog.getByRole("row").first()).toBeVisible();
  await axe(page, "hand-over");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await dialog.getByRole("button", { name: "导出清单" }).click();
      await dialog.getByRole("link", { name: "下载" }).click();
    })(),
  ]);
  expect(download.suggestedFilename()).toContain("林晓");
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("a new computer takes the desk over on its first page", async ({ desk, page }) => {
  sample(desk);
  const packed = join(desk.folder, "搬家.zip");
  desk.call("package_save", { file: packed });
  const other = new Desk();
  try {
    await other.open(page);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "从旧电脑搬来…" }).click();
    await page.getByRole("button", { name: "选择备份包" }).click();
    await (await chooser).setFiles({
      name: "搬家.zip",
      mimeType: "application/zip",
      buffer: readFileSync(packed),
    });
    await page.getByRole("button", { name: "打开查看" }).click();
    await expect(page.getByText("全部文件完好")).toBeVisible();
    await axe(page, "bring");
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await expect(page.getByText("已恢复，数量与备份包一致。")).toBeVisible();
    await page.locator(".ant-modal").getByRole("button", { name: "关闭" }).last().click();
    await expect(page.getByRole("grid").getByText("聚碳酸酯联合项目", { exact: true })).toBeVisible();
  } finally {
    other.close();
  }
});

for (const language of ["zh", "en"] as const) {
  test(`a desk that cannot be opened goes on from a restore point, in ${language}`, async ({ desk, browser }) => {
    sample(desk);
    desk.call("restore_point_make", { name: language === "zh" ? "坏掉之前" : "before" });
    const file = join(desk.folder, "zhuanban.db");
    for (const name of [`${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
    writeFileSync(file, "这不是数据库，磁盘把它写坏了。".repeat(200));
    const context = await browser.newContext({ locale: language === "zh" ? "zh-CN" : "en-GB" });
    const page = await context.newPage();
    await desk.open(page);
    const words =
      language === "zh"
        ? { title: "台账没有打开", back: "恢复到此", go: "恢复" }
        : { title: "The desk could not be opened", back: "Go back to this", go: "Go back" };
    await expect(page.getByText(words.title)).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await fits(page, "broken");
      await axe(page, "broken");
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/broken-${language}-${size.width}.png` });
    }
    await page.getByRole("button", { name: words.back }).click();
    await page.getByRole("button", { name: words.go, exact: true }).click();
    await expect(page.getByRole("grid").getByText("聚碳酸酯联合项目", { exact: true })).toBeVisible();
    const aside = readdirSync(join(desk.folder, "damaged"), { recursive: true }).map(String);
    expect(aside.some((name) => name.endsWith("zhuanban.db"))).toBe(true);
    await context.close();
  });
}

test("an old copy is asked for in the status line", async ({ desk, page }) => {
  sample(desk);
  desk.today = "2022-05-04";
  await desk.open(page);
  await page.getByRole("link", { name: "备份 37 天未拷出" }).click();
  await expect(page.getByText("使用 37 天，还没有把备份拷出过本机")).toBeVisible();
  await page.getByRole("button", { name: "90天" }).click();
  await expect(page.getByRole("link", { name: /天未拷出/ })).toHaveCount(0);
});

for (const language of ["zh", "en"] as const) {
  test(`data safety in ${language}`, async ({ desk, page }) => {
    sample(desk);
    desk.call("setting_save", { key: "language", value: language });
    desk.today = "2022-05-04";
    desk.call("restore_point_make", { name: language === "zh" ? "季度关账" : "quarter closed" });
    await desk.open(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.go(page, "/settings?tab=safety");
      await page.locator(".safety tbody tr").first().waitFor();
      await fits(page, "safety");
      await axe(page, "safety");
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/safety-${language}-${size.width}.png` });
    }
    await page.locator(".safety .side .btn").nth(0).click();
    await page.locator(".ant-modal form").waitFor();
    await axe(page, "pack");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pack-${language}.png` });
  });
}

test("a desk is cleared off this computer, and its certificate stays", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  await desk.go(page, "/settings?tab=safety");
  await page.getByRole("button", { name: "清除本机数据…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /^项目/ })).toContainText("4");
  await expect(dialog.getByText(/次操作别处都没有。$/)).toBeVisible();
  const go = dialog.getByRole("button", { name: "清除", exact: true });
  await dialog.getByLabel("输入专班名称以确认").fill("大庆市");
  await expect(go).toBeDisabled();
  await axe(page, "clearing");
  await dialog.getByLabel("输入专班名称以确认").fill("大庆市全要素保障专班");
  await go.click();

  await expect(page.getByText(/^大庆市全要素保障专班的数据已于 2022-03-28 .* 从本机清除。$/)).toBeVisible();
  expect(readdirSync(desk.folder).filter((name) => ["attachments", "backups", "sample"].includes(name))).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "数据清除证明" }).click();
  const sheet = page.locator(".checksheet");
  await expect(sheet.getByRole("row", { name: /^项目/ })).toContainText("4");
  await expect(sheet.getByRole("row", { name: /^清除方法/ })).toContainText("覆写一遍后删除");
  await axe(page, "certificate");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("监督人：")).toBeVisible();
  await expect(page.getByLabel("姓名")).toBeHidden();
});
