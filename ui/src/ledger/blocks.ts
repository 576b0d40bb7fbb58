/** Blocks of cells of the sheet: taken to the clipboard, and laid over rows. */
import type { CellEdit, Column, ProjectRow, ShownColumn } from "../bindings/types";
import { type Block, spread } from "./clipboard";
import type { Lines } from "./lines";
import { periodOf } from "./month";
import type { Rect } from "./range";
import { specOf } from "./spec";
import { raw } from "./value";

/** Most rows one action takes in hand; more is what bulk edit and export are for. */
export const MOST_ROWS = 5000;

export const columnsOf = (layout: readonly ShownColumn[], rect: Rect): Column[] =>
  layout.slice(rect.left, rect.right + 1).map((shown) => shown.column);

/** A block laid over rows: what is to be written where, and what found no place. */
export interface Laid {
  cells: CellEdit[];
  /** Row of each cell in the whole result. */
  places: number[];
  /** Rows of the block below the last project. */
  over: number;
  /** Columns that are computed and take nothing. */
  fixed: Column[];
}

/** Rows that a block of this height needs from a line on. */
export function rowsFor(lines: Lines, from: number, high: number, groups: number): number[] {
  return lines.rows(from, from + high + groups).slice(0, high);
}

export function lay(
  block: Block,
  rows: readonly { place: number; row: ProjectRow }[],
  layout: readonly ShownColumn[],
  left: number,
  month: string,
): Laid {
  const laid: Laid = { cells: [], places: [], over: Math.max(0, block.length - rows.length), fixed: [] };
  for (const [r, { place, row }] of rows.entries()) {
    for (const [c, text] of (block[r] ?? []).entries()) {
      const column = layout[left + c]?.column;
      if (column === undefined) continue;
      if (specOf(column).edits) {
        laid.cells.push({ project: row.id, column, text, period: periodOf(column, month) });
        laid.places.push(place);
      } else if (!laid.fixed.includes(column)) laid.fixed.push(column);
    }
  }
  return laid;
}

/** The block of a paste as it will be laid: spread over the chosen range where that is larger. */
export function pasted(block: Block, rect: Rect, rows: number): Block {
  return spread(block, rows, rect.right - rect.left + 1);
}

/** Every filled cell of a range that can be emptied. */
export function emptied(
  rows: readonly { place: number; row: ProjectRow }[],
  columns: readonly Column[],
  month: string,
): Laid {
  const laid: Laid = { cells: [], places: [], over: 0, fixed: [] };
  for (const { place, row } of rows) {
    for (const column of columns) {
      if (!specOf(column).edits || raw(row, column) === null) continue;
      laid.cells.push({ project: row.id, column, text: "", period: periodOf(column, month) });
      laid.places.push(place);
    }
  }
  return laid;
}
