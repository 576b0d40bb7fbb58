/** What every page must bear: no fault of accessibility, nothing sticking out, at both sizes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

/** Run as the page's own, past its content policy. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Motion is brought to its end, also what has its class already and does not move yet: halfway, a dialog is as pale as a fault. */
async function still(page: Page) {
  await page.waitForFunction(() => {
    const moving = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of moving) if (animation.playState !== "finished") animation.finish();
    return document.querySelector("[class*='-appear'], [class*='-enter'], [class*='-leave']") === null;
  });
}

export async function axe(page: Page, where: string) {
  await still(page);
  await page.evaluate(AXE);
  const found: AxeResults = await page.evaluate(() =>
    // @ts-expect-error axe is put on the window by its script
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }),
  );
  const told = found.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 4)
        .join(" | ")}`,
  );
  expect(told, where).toEqual([]);
}

export async function fits(page: Page, where: string) {
  const over = await page.evaluate(() => [
    document.body.scrollWidth - innerWidth,
    document.body.scrollHeight - innerHeight,
  ]);
  expect(over, `${where} sticks out of the window`).toEqual([0, 0]);
}

export const SIZES = [
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 },
];

/** Kept where `ZHUANBAN_PICTURES` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHUANBAN_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** In a low window the lines above a list are folded to one. */
export async function unfold(page: Page): Promise<void> {
  const more = page.locator(".bands-more[aria-expanded=false]");
  await page.locator(".bands-lines > *").first().waitFor({ state: "attached" });
  if (await more.isVisible()) await more.click();
}
