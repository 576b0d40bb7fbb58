/** The sheet of the ledger as a person works in it: cells by line and column, the clipboard, an input method. */
import type { CDPSession, Locator, Page } from "@playwright/test";

/** Columns in the order they are first shown in. */
export const COLUMNS = [
  "entered",
  "light",
  "name",
  "region",
  "total",
  "plan",
  "done_year",
  "year_rate",
  "image",
  "issue",
  "leader",
  "stage",
  "carried",
  "done_total",
  "rate",
  "enterprise",
  "responsible_unit",
  "started_planned",
  "started_actual",
  "completed_planned",
] as const;

export type ColumnName = (typeof COLUMNS)[number];

export const cell = (page: Page, line: number, column: ColumnName): Locator =>
  page.locator(`[data-spot="${line}:${COLUMNS.indexOf(column)}"]`);

/** The cell in turn. */
export const now = (page: Page) => page.locator(".sheet .now");

export const field = (page: Page) => page.locator(".cell-edit textarea");

/** What a spreadsheet puts on the clipboard, and Ctrl+V. */
export async function paste(page: Page, text: string): Promise<void> {
  await field(page).evaluate((area, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** What Ctrl+C puts on the clipboard. */
export async function copy(page: Page): Promise<{ text: string; html: string }> {
  return field(page).evaluate((area) => {
    const data = new DataTransfer();
    area.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
    return { text: data.getData("text/plain"), html: data.getData("text/html") };
  });
}

/** An input method composes `steps` and ends with `done`, as Windows and macOS tell the browser. */
export async function compose(page: Page, steps: string[], done: string): Promise<void> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  for (const text of steps) {
    await cdp.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      windowsVirtualKeyCode: 229,
      key: "Process",
      code: "KeyN",
    });
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await cdp.send("Input.insertText", { text: done });
  await cdp.detach();
}
