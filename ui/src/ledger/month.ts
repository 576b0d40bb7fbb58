/** The month whose report takes what is typed into the sheet (practice C34: figures are reported month by month). */
import { useSyncExternalStore } from "react";
import type { Column } from "../bindings/types";
import { useDesk } from "../desk";
import { specOf } from "./spec";

/** What was chosen, and the day it was chosen on: the next day it is this month again. */
let chosen: { month: string; today: string } | null = null;
const hearing = new Set<() => void>();

function hear(run: () => void): () => void {
  hearing.add(run);
  return () => hearing.delete(run);
}

/** `2022-03`: this month until somebody chooses another. */
export function useMonth(): [string, (month: string) => void] {
  const today = useDesk().desk.today;
  const kept = useSyncExternalStore(hear, () => chosen);
  const choose = (month: string) => {
    chosen = { month, today };
    for (const run of hearing) run();
  };
  return [kept?.today === today ? kept.month : today.slice(0, 7), choose];
}

/** The report a cell stands in; none for what is no report's. */
export function periodOf(column: Column, month: string): string | null {
  const { family, edits } = specOf(column);
  return family === "progress" && edits ? month : null;
}

/** The month of a day and those before it, newest first. */
export function monthsTo(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}
