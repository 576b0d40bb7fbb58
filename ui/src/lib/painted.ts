/** The moment a window shows what it was opened for: everything else waits for it. */

let shown: () => void = () => undefined;

/** Longer than this nothing waits, whatever the first page is still waiting for. */
const LONGEST_MS = 2000;

/** Is there once the first page stands on the screen. */
export const painted = new Promise<void>((done) => {
  shown = done;
  setTimeout(done, LONGEST_MS);
});

/** Marks, once, the frame after the one that shows what the window was opened for; `cargo xtask bench` asks for it. */
export function markPainted(): void {
  if (performance.getEntriesByName("painted").length > 0) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark("painted");
      shown();
    }),
  );
}

/** Nothing is waited for any longer: a page is shown that has no rows to wait for. */
export const stopWaiting = (): void => shown();
