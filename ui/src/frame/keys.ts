import { useEffect } from "react";
import { isIme, isTyping } from "../lib/ime";
import { act } from "../query";
import { Refused } from "../rpc";
import { tellFault, tellRedone, tellUndone } from "./notice";

/** Takes back the last own action, or brings it back, and says what it was. */
export async function takeBack(which: "undo" | "redo"): Promise<void> {
  try {
    const undone = await act(which, {}, { quiet: true });
    if (which === "undo") tellUndone(undone);
    else tellRedone(undone);
  } catch (error) {
    if (error instanceof Refused) tellFault(error.fault);
    else throw error;
  }
}

/** Ctrl+Z and Ctrl+Y everywhere but in a text somebody is writing. */
export function useUndoKeys(): void {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (isIme(e) || isTyping(e.target) || !(e.ctrlKey || e.metaKey) || e.altKey) return;
      const key = e.key.toLowerCase();
      if (key === "z" || key === "y") {
        e.preventDefault();
        void takeBack(key === "z" && !e.shiftKey ? "undo" : "redo");
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
