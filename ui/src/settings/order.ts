/** The official order (建制顺序): numbers that are kept, never the alphabet. */
import type { Patch } from "../bindings/types";
import { act } from "../query";

export interface Placed {
  id: string;
  position: number | null;
}

/** Moves one record by a place; only those whose number changes are written. */
export function moved<T extends Placed>(list: T[], at: number, by: 1 | -1): { id: string; position: number }[] {
  const order = [...list];
  const [taken] = order.splice(at, 1);
  if (taken) order.splice(at + by, 0, taken);
  // Numbers in use stay in use; where there are none, or twice the same, places are counted from 1.
  const kept = list.map((one) => one.position).filter((n): n is number => n !== null);
  const usable = kept.length === list.length && kept.every((n, i) => i === 0 || n > (kept[i - 1] ?? n));
  return order.flatMap((one, n) => {
    const position = usable ? (kept[n] ?? n + 1) : n + 1;
    return position === one.position ? [] : [{ id: one.id, position }];
  });
}

/** The number of the next record, after the last. */
export function nextPosition(list: Placed[]): number {
  return Math.max(0, ...list.map((one) => one.position ?? 0)) + 1;
}

/** What was typed as a number; anything else is refused by the core in its own words. */
export function positionOf(text: string): Patch {
  const typed = text.trim();
  return { position: typed === "" ? null : /^\d{1,6}$/.test(typed) ? Number(typed) : typed };
}

/** Writes the new places, with one message for all of them. */
export async function writeOrder(
  name: "department_save" | "person_save",
  places: { id: string; position: number }[],
): Promise<void> {
  for (const [n, { id, position }] of places.entries()) {
    await act(name, { id, set: { position } }, { quiet: n < places.length - 1 });
  }
}
