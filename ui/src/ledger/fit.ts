/** How wide a column must be for the words that are in sight. */
import type { Column, ProjectRow } from "../bindings/types";
import type { DeskView } from "../desk";
import { columnWord, shown } from "./words";

const PADDING = 18;
const WIDEST = 480;
/** Room of the bar beside a rate, and of what stands in a head besides its word. */
const BAR = 44;
const HEAD = 48;

export function fitWidth(rows: readonly (ProjectRow | undefined)[], column: Column, view: DeskView): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return WIDEST;
  const { fontFamily } = getComputedStyle(document.body);
  pen.font = `12px ${fontFamily}`;
  let widest = pen.measureText(columnWord(column)).width + HEAD;
  pen.font = `13px ${fontFamily}`;
  const more = column === "rate" || column === "year_rate" ? BAR : column === "name" ? 16 : 0;
  for (const row of rows) {
    if (!row) continue;
    for (const line of shown(row, column, view).split("\n")) {
      widest = Math.max(widest, pen.measureText(line).width + PADDING + more);
    }
  }
  return Math.ceil(Math.min(WIDEST, widest));
}
