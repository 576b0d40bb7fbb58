import { useQueries } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Group, ProjectPage, ProjectRow, Sums } from "../bindings/types";
import { asking, client, useAsk } from "../query";
import type { Refused } from "../rpc";
import { WINDOW, windows } from "./math";
import { type LedgerSearch, toQuery } from "./search";

export interface Rows {
  sums: Sums | null;
  /** Rows there are; while nobody has counted them, those that have come. */
  count: number;
  groups: readonly Group[];
  /** A row of the result; absent until its window is there. */
  row: (index: number) => ProjectRow | undefined;
  error: Refused | null;
}

const NONE: readonly Group[] = [];

/** A window of rows; sums and groups are asked once, by themselves. */
const asked = (search: LedgerSearch, start: number) =>
  asking("project_list", { ...toQuery(search, start, WINDOW), with_sums: false });

/** Sums and groups of everything that matches. */
const summed = (search: LedgerSearch) =>
  asking("project_list", { ...toQuery(search, 0, 0), sort: [], with_groups: search.group !== undefined });

export function useSums(search: LedgerSearch) {
  const [name, input] = summed(search).queryKey;
  return useAsk(name, input);
}

/** Asks for what the ledger shows first, before it is there to ask. */
export function askAhead(search: LedgerSearch): void {
  void client.prefetchQuery(asked(search, 0));
  void client.prefetchQuery(summed(search));
}

/** Rows of the ledger by index, fetched in windows as they come into view. The last answer stays until the next is there. */
export function useRows(search: LedgerSearch, first: number, last: number): Rows {
  const head = useSums(search);
  const sums = head.data?.sums ?? null;
  const starts = windows(first, last, sums?.count ?? 0);
  const kept = useRef(new Map<number, ProjectPage>());
  const pages = useQueries({
    queries: starts.map((start) => asked(search, start)),
    combine: (results) => ({
      data: results.map((result) => result.data),
      error: results.find((result) => result.isError)?.error ?? null,
    }),
  });
  const found = useMemo(() => {
    const now = new Map<number, ProjectPage>();
    for (const [at, start] of starts.entries()) {
      const page = pages.data[at] ?? kept.current.get(start);
      if (page) now.set(start, page);
    }
    kept.current = now;
    return now;
  }, [starts, pages.data]);
  return {
    sums,
    count: sums?.count ?? (search.group === undefined ? (found.get(0)?.rows.length ?? 0) : 0),
    groups: head.data?.groups ?? NONE,
    row: (index) => {
      const start = Math.floor(index / WINDOW) * WINDOW;
      return found.get(start)?.rows[index - start];
    },
    error: (head.error ?? pages.error) as Refused | null,
  };
}

/** These rows, fetched where they are not there yet; in order, without those beyond the end. */
export async function fetchRows(search: LedgerSearch, indexes: readonly number[]): Promise<ProjectRow[]> {
  const starts = [...new Set(indexes.map((index) => Math.floor(index / WINDOW) * WINDOW))];
  const pages = new Map<number, ProjectPage>();
  for (const start of starts) pages.set(start, await client.fetchQuery(asked(search, start)));
  const rows = indexes.map((index) => {
    const start = Math.floor(index / WINDOW) * WINDOW;
    return pages.get(start)?.rows[index - start];
  });
  return rows.filter((row) => row !== undefined);
}
