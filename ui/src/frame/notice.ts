/** The one message at the bottom: what was done and can be undone, or why something was refused. */
import { useSyncExternalStore } from "react";
import type { Fault, Reminder, Undone } from "../bindings/types";

export type Notice =
  | { kind: "done"; undone: Undone; at: number }
  | { kind: "undone" | "redone"; undone: Undone; at: number }
  | { kind: "reminded"; reminders: Reminder[]; at: number }
  | { kind: "fault"; fault: Fault; at: number };

let now: Notice | null = null;
const hearers = new Set<() => void>();

function set(notice: Notice | null) {
  now = notice;
  for (const hear of hearers) hear();
}

export const tellDone = (undone: Undone) => set({ kind: "done", undone, at: Date.now() });
export const tellUndone = (undone: Undone) => set({ kind: "undone", undone, at: Date.now() });
export const tellRedone = (undone: Undone) => set({ kind: "redone", undone, at: Date.now() });
export const tellFault = (fault: Fault) => set({ kind: "fault", fault, at: Date.now() });
export const tellReminded = (reminders: Reminder[]) => set({ kind: "reminded", reminders, at: Date.now() });
/** Something was changed without a word: what is said of an earlier change could be undone no more from there. */
export const tellStale = () => {
  if (now && "undone" in now) set(null);
};
export const tellNothing = () => set(null);

/** Something is being said. */
export const isTelling = (): boolean => now !== null;

export function useNotice(): Notice | null {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => now,
  );
}
