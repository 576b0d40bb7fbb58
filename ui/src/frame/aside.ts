/** What the page in front says in the status line, e.g. the sums of what is chosen. */
import { type ReactNode, useEffect, useSyncExternalStore } from "react";

let now: ReactNode = null;
const hearers = new Set<() => void>();

function set(said: ReactNode) {
  now = said;
  for (const hear of hearers) hear();
}

export function useAside(): ReactNode {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => now,
  );
}

/** Says it while the page is there. */
export function useSay(said: ReactNode): void {
  useEffect(() => {
    set(said);
    return () => set(null);
  }, [said]);
}
