/** The grid's arithmetic: which windows are needed, where a key leads, how wide columns are. */

export const WINDOW = 200;

/** First rows of the windows that rows `first` to `last` lie in. */
export function windows(first: number, last: number, count: number): number[] {
  if (count <= 0 || last < first) return [0];
  const from = Math.floor(Math.max(0, first) / WINDOW);
  const to = Math.floor(Math.min(last, count - 1) / WINDOW);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => (from + at) * WINDOW);
}

export interface Spot {
  /** −1 is the row of heads. */
  row: number;
  column: number;
}

/** Where a key leads from a spot; null if it is no key of the grid. */
export function step(key: string, ctrl: boolean, at: Spot, rows: number, columns: number, page: number): Spot | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  const to = (row: number, column: number): Spot => ({
    row: Math.max(-1, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (key) {
    case "ArrowUp":
      return to(at.row - 1, at.column);
    case "ArrowDown":
      return to(at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, at.column - 1);
    case "ArrowRight":
      return to(at.row, at.column + 1);
    case "PageUp":
      return to(Math.max(0, at.row - page), at.column);
    case "PageDown":
      return to(at.row + page, at.column);
    case "Home":
      return ctrl ? to(0, 0) : to(at.row, 0);
    case "End":
      return ctrl ? to(lastRow, lastColumn) : to(at.row, lastColumn);
    default:
      return null;
  }
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
