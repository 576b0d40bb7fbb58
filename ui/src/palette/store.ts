/** Whether the palette is open, and what a command wished of a page that shows it when it is there. */
import { useEffect, useSyncExternalStore } from "react";

type Shown = "closed" | "palette" | "keys";

let shown: Shown = "closed";
const hearers = new Set<() => void>();

function show(next: Shown) {
  shown = next;
  for (const hear of hearers) hear();
}

export const openPalette = () => show("palette");
export const openKeys = () => show("keys");
export const closePalette = () => show("closed");

export function useShown(): Shown {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => shown,
  );
}

/** What only a page can do, asked for from elsewhere. */
export type Wish = "export" | "newRound" | "backup" | "restore" | "moving" | "bring" | "hand";

let wished: Wish | null = null;
const granters = new Set<() => void>();

export function wish(what: Wish): void {
  wished = what;
  for (const grant of granters) grant();
}

/** A page grants wishes, also one that was made before it was there. */
export function useWish<W extends Wish>(granted: readonly W[], grant: (wish: W) => void): void {
  useEffect(() => {
    const look = () => {
      const now = granted.find((one) => one === wished);
      if (now === undefined) return;
      wished = null;
      grant(now);
    };
    look();
    granters.add(look);
    return () => {
      granters.delete(look);
    };
  });
}
