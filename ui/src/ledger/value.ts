/** What rows hold, by column. */
import type { Column, ProjectRow } from "../bindings/types";
import { specOf } from "./spec";

/** A stored value; null where there is none. */
export function raw(row: ProjectRow, column: Column): string | number | null {
  if (column === "light") return row.light;
  if (column === "counted") return row.counted ? "counted" : "not_counted";
  return row[column] ?? null;
}

/** A figure of a cell, in whole 元 or thousandths; null for words and blanks. */
export function figure(row: ProjectRow, column: Column): number | null {
  const { kind } = specOf(column);
  const value = raw(row, column);
  return (kind === "money" || kind === "rate") && typeof value === "number" ? value : null;
}
