import { useRef, useState } from "react";
import type { ApprovalId, BoardRow } from "../bindings/types";

export type Ticked = ReadonlyMap<ApprovalId, BoardRow>;

const NONE: Ticked = new Map();

/** Ticked rows; they belong to one filter, as nobody acts on rows that are out of sight. */
export function useTicks(key: string, rows: BoardRow[]) {
  const [kept, setKept] = useState({ key, ticked: NONE });
  const last = useRef<ApprovalId | null>(null);
  const ticked = kept.key === key ? kept.ticked : NONE;
  const put = (next: Ticked) => setKept({ key, ticked: next });

  const set = (some: BoardRow[], on: boolean) => {
    const next = new Map(ticked);
    for (const row of some) {
      if (on) next.set(row.approval, row);
      else next.delete(row.approval);
    }
    put(next);
  };
  /** With Shift the stretch from the last ticked row to this one. */
  const tick = (row: BoardRow, on: boolean, stretch: boolean) => {
    const [from, to] = [last.current, row.approval].map((id) => rows.findIndex((one) => one.approval === id));
    last.current = row.approval;
    if (stretch && from !== undefined && to !== undefined && from >= 0)
      set(rows.slice(Math.min(from, to), Math.max(from, to) + 1), on);
    else set([row], on);
  };
  // What the desk has newer of a ticked row holds.
  const fresh = new Map(rows.map((row) => [row.approval, row]));
  const chosen = [...ticked.values()].map((row) => fresh.get(row.approval) ?? row);
  return { ticked, chosen, tick, set, keep: (some: BoardRow[]) => put(new Map(some.map((r) => [r.approval, r]))) };
}
