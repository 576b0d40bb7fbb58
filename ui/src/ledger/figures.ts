/** The figures among chosen cells. Money is never added to rates. */
import type { Column, ProjectRow } from "../bindings/types";
import { specOf } from "./spec";
import { figure, raw } from "./value";

export interface Figures {
  /** Cells that are filled. */
  cells: number;
  /** Those with a figure. */
  count: number;
  /** 元, or thousandths. */
  sum: number;
  /** None where both money and rates were chosen, or neither. */
  kind: "money" | "rate" | null;
}

export function figuresOf(rows: readonly ProjectRow[], columns: readonly Column[]): Figures {
  const kinds = new Set(
    columns.map((column) => specOf(column).kind).filter((kind) => kind === "money" || kind === "rate"),
  );
  const [kind] = kinds;
  const out: Figures = { cells: 0, count: 0, sum: 0, kind: kinds.size === 1 ? (kind as "money" | "rate") : null };
  for (const row of rows) {
    for (const column of columns) {
      if (raw(row, column) !== null) out.cells += 1;
      const value = figure(row, column);
      if (value === null || out.kind === null) continue;
      out.count += 1;
      out.sum += value;
    }
  }
  return out;
}
