import type { Page } from "@playwright/test";

/** Keeps the answers of a command back until what it returns is called. */
export async function hold(page: Page, command: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  await page.route(`**/rpc/${command}`, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}
