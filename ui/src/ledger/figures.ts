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
  /** Of money: what stands in rows that totals leave out (计数口径), and how many such rows have a figure. */
  aside: { rows: number; sum: number };
}

export function figuresOf(rows: readonly ProjectRow[], columns: readonly Column[]): Figures {
  const kinds = new Set(
    columns.map((column) => specOf(column).kind).filter((kind) => kind === "money" || kind === "rate"),
  );
  const [kind] = kinds;
  const out: Figures = {
    cells: 0,
    count: 0,
    sum: 0,
    kind: kinds.size === 1 ? (kind as "money" | "rate") : null,
    aside: { rows: 0, sum: 0 },
  };
  for (const row of rows) {
    let own = 0;
    const before = out.count;
    for (const column of columns) {
      if (raw(row, column) !== null) out.cells += 1;
      const value = figure(row, column);
      if (value === null || out.kind === null) continue;
      out.count += 1;
      out.sum += value;
      own += value;
    }
    if (row.counted || out.kind !== "money" || out.count === before) continue;
    out.aside.rows += 1;
    out.aside.sum += own;
  }
  return out;
}
