/** The lines of the sheet lie under each other, whatever they are grouped by and however high they are. */
import type { Page } from "@playwright/test";
import { expect, sample, test } from "./desk";

/** Room between each line and the next, in pixels, in the order they stand. */
const gaps = (page: Page) =>
  page.locator(".rows").evaluate((rows) => {
    const lines = [...rows.querySelectorAll(":scope > .line")].map((line) => line.getBoundingClientRect());
    lines.sort((a, b) => a.top - b.top);
    return lines.slice(1).map((line, n) => Math.round(line.top - (lines[n]?.bottom ?? 0)));
  });

test("grouping, ungrouping, folding and another height leave no gap between lines", async ({ desk, page }) => {
  sample(desk);
  await desk.open(page);
  const whole = () => expect.poll(async () => (await gaps(page)).filter((gap) => gap !== 0)).toEqual([]);
  await expect(page.locator(".rows > .line").first()).toBeVisible();
  await whole();
  await desk.go(page, "/ledger?group=region");
  await expect(page.locator(".line.grp").first()).toBeVisible();
  await whole();
  await page.locator(".line.grp button").first().click();
  await whole();
  await page.locator(".line.grp button").first().click();
  await whole();
  await desk.go(page, "/ledger?group=stage");
  await whole();
  await desk.go(page, "/ledger");
  await expect(page.locator(".line.grp")).toHaveCount(0);
  await whole();
  await page.setViewportSize({ width: 1093, height: 614 });
  await whole();
});
