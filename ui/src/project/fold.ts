import { useState, useSyncExternalStore } from "react";

/** A window in which the head of a project would leave its tabs less than half of the height. */
const low = window.matchMedia("(max-height: 700px)");
/** A window in which what stands beside gives way. */
const narrow = window.matchMedia("(max-width: 1200px)");
const KEY = "zhuanban.head";

const heed = (query: MediaQueryList) => (told: () => void) => {
  query.addEventListener("change", told);
  return () => query.removeEventListener("change", told);
};
const [heedLow, heedNarrow] = [heed(low), heed(narrow)];

export const useLow = (): boolean => useSyncExternalStore(heedLow, () => low.matches);
export const useNarrow = (): boolean => useSyncExternalStore(heedNarrow, () => narrow.matches);

/** Whether the head of a project is one line: as it was chosen last, else where the window is low. On the first tab it never is. */
export function useFold(first: boolean): { folded: boolean; fold: (to: boolean) => void } {
  const isLow = useLow();
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const fold = (to: boolean) => {
    const kept = to ? "folded" : "open";
    localStorage.setItem(KEY, kept);
    setChosen(kept);
  };
  return { folded: !first && (chosen === null ? isLow : chosen === "folded"), fold };
}
