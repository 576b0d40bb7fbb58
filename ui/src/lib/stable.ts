import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function at every turn, which does what the newest of them does: for parts that are drawn anew only when they show something else. Not to be called while drawing. */
export function useStable<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const now = useRef(run);
  useLayoutEffect(() => {
    now.current = run;
  });
  return useCallback((...args: A) => now.current(...args), []);
}
