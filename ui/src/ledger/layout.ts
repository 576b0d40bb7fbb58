/** Which columns are shown, in which order and how wide. Frozen ones stand first, and stay first. */
import type { Column, ShownColumn } from "../bindings/types";
import { isColumn, specOf } from "./spec";

export const NARROWEST = 28;
export const WIDEST = 800;

/** A layout as it may be kept: known columns, each once, the frozen ones first. */
export function tidy(layout: readonly ShownColumn[]): ShownColumn[] {
  const seen = new Set<Column>();
  const known = layout.filter(({ column }) => isColumn(column) && !seen.has(column) && seen.add(column));
  const clamped = known.map((c) => ({ ...c, width: Math.round(Math.min(WIDEST, Math.max(NARROWEST, c.width))) }));
  return [...clamped.filter((c) => c.frozen), ...clamped.filter((c) => !c.frozen)];
}

export function resize(layout: readonly ShownColumn[], column: Column, width: number): ShownColumn[] {
  return tidy(layout.map((c) => (c.column === column ? { ...c, width } : c)));
}

export function hide(layout: readonly ShownColumn[], column: Column): ShownColumn[] {
  return column === "name" ? [...layout] : layout.filter((c) => c.column !== column);
}

/** Shows a column behind the last that stands before it in the list of all; an unfrozen one never among the frozen. */
export function show(layout: readonly ShownColumn[], column: Column, english: boolean): ShownColumn[] {
  if (layout.some((c) => c.column === column)) return [...layout];
  const spec = specOf(column);
  return tidy([...layout, { column, width: english ? spec.en : spec.width, frozen: false }]);
}

/** Puts a column in front of another, or last. It takes the side of the edge it lands on. */
export function move(layout: readonly ShownColumn[], column: Column, before: Column | null): ShownColumn[] {
  const moved = layout.find((c) => c.column === column);
  if (!moved || column === before) return [...layout];
  const rest = layout.filter((c) => c.column !== column);
  const at = before === null ? rest.length : rest.findIndex((c) => c.column === before);
  if (at < 0) return [...layout];
  const frozen = before === null ? false : (rest[at]?.frozen ?? false);
  return tidy([...rest.slice(0, at), { ...moved, frozen }, ...rest.slice(at)]);
}

/** One place to the left (−1) or right (+1). */
export function shift(layout: readonly ShownColumn[], column: Column, by: -1 | 1): ShownColumn[] {
  const at = layout.findIndex((c) => c.column === column);
  const to = at + by;
  const other = layout[to];
  const own = layout[at];
  if (!other || !own) return [...layout];
  const out = [...layout];
  out[to] = { ...own, frozen: other.frozen };
  out[at] = other;
  return tidy(out);
}

/** Freezes everything up to a column; if it was the last frozen one, lets all of them go but the name. */
export function freeze(layout: readonly ShownColumn[], column: Column): ShownColumn[] {
  const at = layout.findIndex((c) => c.column === column);
  const last = layout.findLastIndex((c) => c.frozen);
  if (at < 0) return [...layout];
  return layout.map((c, n) => ({ ...c, frozen: at === last ? false : n <= at }));
}

export function sameLayout(a: readonly ShownColumn[], b: readonly ShownColumn[]): boolean {
  const same = (x: ShownColumn | undefined, y: ShownColumn) =>
    x?.column === y.column && x.width === y.width && x.frozen === y.frozen;
  return a.length === b.length && b.every((c, n) => same(a[n], c));
}

/** A kept layout; null if it is none. */
export function readLayout(json: string | null | undefined): ShownColumn[] | null {
  if (!json) return null;
  try {
    const read: unknown = JSON.parse(json);
    if (!Array.isArray(read)) return null;
    const columns = read.filter(
      (c): c is ShownColumn => isColumn(c?.column) && Number.isFinite(c.width) && typeof c.frozen === "boolean",
    );
    return columns.some((c) => c.column === "name") ? tidy(columns) : null;
  } catch {
    return null;
  }
}

/** The widths on the screen become those of the layout, before one of them is changed. */
export const settled = (layout: readonly ShownColumn[], wide: readonly number[]) =>
  layout.map((shown, n) => ({ ...shown, width: wide[n] ?? shown.width }));
