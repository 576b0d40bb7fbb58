/** The grid's arithmetic: which windows are needed, how wide columns are, how far to scroll. */

export const WINDOW = 100;

/** First rows of the windows that rows `first` to `last` lie in. */
export function windows(first: number, last: number, count: number): number[] {
  if (count <= 0 || last < first) return [0];
  const from = Math.floor(Math.max(0, first) / WINDOW);
  const to = Math.floor(Math.min(last, count - 1) / WINDOW);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => (from + at) * WINDOW);
}

export interface Wide {
  width: number;
  /** Share of the room that is left over. */
  grow?: number;
}

/** Widths of columns: their own, and what is left over shared by those that grow. */
export function widths(columns: readonly Wide[], room: number): number[] {
  const own = columns.reduce((sum, c) => sum + c.width, 0);
  const shares = columns.reduce((sum, c) => sum + (c.grow ?? 0), 0);
  const over = Math.max(0, room - own);
  if (over === 0 || shares === 0) return columns.map((c) => c.width);
  const wide = columns.map((c) => c.width + Math.floor((over * (c.grow ?? 0)) / shares));
  const lost = room - wide.reduce((sum, w) => sum + w, 0);
  const last = columns.findLastIndex((c) => (c.grow ?? 0) > 0);
  return wide.map((w, at) => (at === last ? w + lost : w));
}

/** How far to scroll sideways so that a cell beside the frozen columns is seen whole. */
export function sideways(left: number, width: number, frozen: number, scrolled: number, room: number): number {
  if (left < scrolled + frozen) return left - frozen;
  if (left + width > scrolled + room) return left + width - room;
  return scrolled;
}
