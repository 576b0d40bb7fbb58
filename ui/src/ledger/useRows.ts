import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import type { ProjectPage, ProjectRow, Sums } from "../bindings/types";
import { asking } from "../query";
import type { Refused } from "../rpc";
import { WINDOW, windows } from "./math";
import { type LedgerSearch, toQuery } from "./search";

export interface Rows {
  sums: Sums | null;
  row: (index: number) => ProjectRow | undefined;
  error: Refused | null;
}

/** Rows of the ledger by index, fetched in windows as they come into view. */
export function useRows(search: LedgerSearch, first: number, last: number): Rows {
  const known = useRef<Sums | null>(null);
  const starts = windows(first, last, known.current?.count ?? 0);
  const pages = useQueries({ queries: starts.map((start) => asking("project_list", toQuery(search, start, WINDOW))) });
  const found = new Map<number, ProjectPage>();
  for (const [at, page] of pages.entries()) {
    if (page.data) found.set(starts[at] ?? 0, page.data);
  }
  const sums = [...found.values()][0]?.sums;
  if (sums) known.current = sums;
  return {
    sums: known.current,
    row: (index) => {
      const start = Math.floor(index / WINDOW) * WINDOW;
      return found.get(start)?.rows[index - start];
    },
    error: (pages.find((page) => page.isError)?.error ?? null) as Refused | null,
  };
}
