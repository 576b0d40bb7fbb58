/** The moment a window shows what it was opened for: everything else waits for it. */

let shown: () => void = () => undefined;

/** Longer than this nothing waits, whatever the first page is still waiting for. */
const LONGEST_MS = 2000;

/** Is there once the first page stands on the screen and can be worked in. */
export const painted = new Promise<void>((done) => {
  shown = done;
});

/** The page itself is there and begins to be put together: until then, however long its script takes, nothing stands. */
export function waitForPage(): void {
  setTimeout(shown, LONGEST_MS);
}

/** Is there with the frame after the one that shows what was just drawn. */
export const frame = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

const isMarked = (name: string) => performance.getEntriesByName(name).length > 0;

/** The first rows are to be seen; `cargo xtask bench` asks for it. */
export function markPainted(): void {
  if (!isMarked("painted")) performance.mark("painted");
}

/** Marks, once, the frame after the one with the rows of the page itself; `cargo xtask bench` asks for it. */
export async function markReady(): Promise<void> {
  if (isMarked("ready")) return;
  await frame();
  markPainted();
  performance.mark("ready");
  shown();
}

/** Nothing is waited for any longer: a page is shown that has no rows to wait for. */
export const stopWaiting = (): void => shown();
