import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { ApprovalBoard, BoardFilter, BoardRow } from "../bindings/types";
import { asking, client, useAsk } from "../query";
import { kept } from "./place";

export const WINDOW = 200;
/** As many as the core answers at once. */
const LONGEST = 500;

const windowOf = (filter: BoardFilter, offset: number, limit = WINDOW) =>
  asking("approval_board", { filter, offset, limit });

/** The rows of a filter, a window at a time; another filter begins with one. */
export function useRows(filter: BoardFilter) {
  const key = JSON.stringify(filter);
  const [shown, setShown] = useState({ key, windows: kept(key)?.windows ?? 1 });
  const windows = shown.key === key ? shown.windows : 1;
  const first = useAsk("approval_board", { filter, offset: 0, limit: WINDOW });
  const more = useQueries({
    queries: Array.from({ length: windows - 1 }, (_, n) => windowOf(filter, (n + 1) * WINDOW)),
  });
  const rows: BoardRow[] = [...(first.data?.rows ?? []), ...more.flatMap((one) => one.data?.rows ?? [])];
  return {
    key,
    asked: first,
    rows,
    windows,
    loading: more.some((one) => one.isPending),
    showMore: () => setShown({ key, windows: windows + 1 }),
  };
}

/** Every row that fits, also those no window has shown. */
export async function allRows(filter: BoardFilter, found: number): Promise<BoardRow[]> {
  const offsets = Array.from({ length: Math.ceil(found / LONGEST) }, (_, n) => n * LONGEST);
  const pages: ApprovalBoard[] = await Promise.all(
    offsets.map((offset) => client.fetchQuery(windowOf(filter, offset, LONGEST))),
  );
  return pages.flatMap((page) => page.rows);
}
