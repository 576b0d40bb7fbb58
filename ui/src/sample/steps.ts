/** The tour: which step is shown, and what each points at. */
import { useSyncExternalStore } from "react";

export interface Step {
  name: "ledger" | "look" | "project" | "excel" | "desks";
  to: "/ledger" | "/project";
  /** The element the step is about, the first that is there. */
  at: string[];
}

export const STEPS: Step[] = [
  { name: "ledger", to: "/ledger", at: [".desk [role=grid]", ".desk"] },
  { name: "look", to: "/ledger", at: [".bar", ".top"] },
  { name: "project", to: "/project", at: ["main.page"] },
  { name: "excel", to: "/ledger", at: ['a[href$="#/import"]', ".bar"] },
  { name: "desks", to: "/ledger", at: [".sample-mark", ".status"] },
];

let now: number | null = null;
const hearers = new Set<() => void>();

function set(step: number | null) {
  now = step;
  for (const hear of hearers) hear();
}

export const startTour = () => set(0);
export const endTour = () => set(null);
export const goTo = (step: number) => set(step < 0 ? 0 : step >= STEPS.length ? null : step);

export function useTour(): number | null {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => now,
  );
}
