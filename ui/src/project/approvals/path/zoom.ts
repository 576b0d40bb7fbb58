/** How much of the time is in sight at once. */
import type { Listed } from "../../../bindings/types";
import { PERMIT } from "../states";
import type { Span } from "./axis";

/** 在办: from the earliest item that is not done to the permit; 全程: everything; 月, 周: days of one width. */
export const ZOOMS = ["open", "all", "month", "week"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The width of a day that shows months, and one that shows weeks. */
export const WIDTHS = { month: 8, week: 26 } as const;

/** Room before the first day, where today's mark may stand, and behind the last, where what it is is written. */
export const MARGIN = { before: 76, behind: 124 } as const;

/** What is looked at first; nothing where nothing is open any more. */
export function openSpan(items: readonly Listed[], today: string): Span | null {
  const open = items.filter((item) => item.waived === null && !item.done);
  if (open.length === 0) return null;
  const begun = open.flatMap((item) => item.submitted_on ?? item.accepted_on ?? []);
  const permit = open.find((item) => item.code === PERMIT)?.forecast_on ?? null;
  const ends = permit === null ? open.flatMap((item) => item.forecast_on ?? item.due_on ?? []) : [permit];
  const from = [today, ...begun].sort()[0] ?? today;
  const to = [today, ...ends].sort().at(-1) ?? today;
  return { from, to };
}

const KEY = "zhuanban.gantt";

export const lastZoom = (): Zoom => ZOOMS.find((zoom) => zoom === localStorage.getItem(KEY)) ?? "open";
export const keepZoom = (zoom: Zoom): void => localStorage.setItem(KEY, zoom);
