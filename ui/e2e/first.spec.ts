/** What is to be seen before the page itself is there: the first rows, drawn from the answers that come with the page. */
import type { Page } from "@playwright/test";
import questions from "../src/first/questions.json" with { type: "json" };
import { type Desk, expect, LEDGER, test } from "./desk";

/** The window puts the answers into the page; here the test does, and the script of the page waits for its word. */
async function ahead(desk: Desk, page: Page, before: object[] = []): Promise<() => void> {
  let begin: () => void = () => undefined;
  const wait = new Promise<void>((done) => {
    begin = done;
  });
  const answers = (questions as [string, unknown][]).map(([name, input]) => ({
    name,
    input,
    value: desk.call(name, input),
  }));
  const data = JSON.stringify([...before, ...answers]).replaceAll("<", "\\u003c");
  await page.route("**/assets/page-*.js", async (route) => {
    await wait;
    await route.continue();
  });
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const body = html.replace("</head>", `<script type="application/json" id="answers">${data}</script></head>`);
      await route.fulfill({ response: answer, body });
    },
  );
  return begin;
}

/** Text and place of every cell that is in sight. */
const seen = (page: Page, inside: string) =>
  page.evaluate((inside) => {
    const room = document.querySelector(`${inside} .sheet`)?.getBoundingClientRect();
    const cells = [...document.querySelectorAll<HTMLElement>(`${inside} :is(.heads, .rows) [id^="cell-"]`)];
    return cells.flatMap((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      const inSight = room !== undefined && x < room.right && y + height < room.bottom - 28;
      const style = getComputedStyle(cell);
      return inSight ? [[cell.id, cell.textContent, x, y, width, height, style.color, style.backgroundColor]] : [];
    });
  }, inside);

for (const [lang, theme, height] of [
  ["zh", "light", "wrapped"],
  ["en", "dark", "standard"],
] as const) {
  test(`the first rows stand where the page's own will stand: ${lang}, ${theme}, ${height}`, async ({ page, desk }) => {
    desk.found();
    desk.cli("import", LEDGER);
    const set = { language: lang, theme, row_height: height };
    for (const [key, value] of Object.entries(set)) desk.call("setting_save", { key, value });
    await desk.open(page);
    await page.locator(".rows .line").first().waitFor();
    const begin = await ahead(desk, page);
    await page.goto("about:blank");
    void page.goto(desk.address);
    await page.locator("#first .rows .line").first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("painted").length === 1);
    expect(await page.evaluate(() => performance.getEntriesByName("ready").length)).toBe(0);
    // However long the page's own script takes, they stay until it is there.
    await page.waitForTimeout(2500);
    const first = await seen(page, "#first");
    expect(first.length).toBeGreaterThan(60);
    begin();
    await page.locator("#first").waitFor({ state: "detached" });
    expect(await page.evaluate(() => performance.getEntriesByName("ready").length)).toBe(1);
    const own = new Map((await seen(page, "#root")).map((cell) => [cell[0], cell]));
    for (const cell of first) expect(own.get(cell[0])).toEqual(cell);
  });
}

test("a page that is not the ledger is not covered by it", async ({ page, desk }) => {
  desk.found();
  desk.project({ name: "一期" });
  await desk.open(page);
  const begin = await ahead(desk, page);
  await page.goto("about:blank");
  void page.goto(`${desk.address}/#/settings`);
  begin();
  await page.locator("#root .app").waitFor();
  await expect(page.locator("#first")).toHaveCount(0);
});

test("what cannot be drawn does not keep the page away", async ({ page, desk }) => {
  desk.found();
  desk.project({ name: "一期" });
  await desk.open(page);
  const begin = await ahead(desk, page, [{ name: "project_list", input: {}, value: { rows: [null] } }]);
  begin();
  await page.goto("about:blank");
  void page.goto(desk.address);
  await page.locator("#root .rows .line").first().waitFor();
  await expect(page.locator("#first")).toHaveCount(0);
});
