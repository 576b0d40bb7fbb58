/** The columns as they lie on the screen: widths after the room is shared, and where each begins. */
import type { ShownColumn } from "../bindings/types";
import { widths } from "./math";
import { type Spec, specOf } from "./spec";

/** Of the column of ticks, before all others. */
export const TICK = 28;

export interface Shape {
  columns: readonly Spec[];
  wide: readonly number[];
  /** From the left edge, ticks included. */
  lefts: readonly number[];
  /** How many stay in place. */
  frozen: number;
  /** Width of what stays in place, ticks included. */
  still: number;
  all: number;
  template: string;
}

/** `grows`: what is left over goes to the columns with long words; a layout somebody made is left as it is. */
export function shapeOf(layout: readonly ShownColumn[], room: number, grows: boolean): Shape {
  const columns = layout.map((shown) => specOf(shown.column));
  const own = layout.map((shown, n) => ({ width: shown.width, grow: grows ? columns[n]?.grow : 0 }));
  const wide = widths(own, Math.max(0, room - TICK));
  const lefts: number[] = [];
  let left = TICK;
  for (const width of wide) {
    lefts.push(left);
    left += width;
  }
  const frozen = layout.filter((shown) => shown.frozen).length;
  const still = frozen < lefts.length ? (lefts[frozen] ?? left) : left;
  return { columns, wide, lefts, frozen, still, all: left, template: templateOf(wide) };
}

/**
 * What is to be seen of it: the columns that begin before `right`, in pixels from the left edge. With `high` also those beyond
 * whose words wrap: how high a row is, they say too.
 */
export function inSight(shape: Shape, right: number, high: boolean): Shape {
  const { columns, wide, lefts } = shape;
  const seen = columns.flatMap((spec, n) => ((lefts[n] ?? 0) < right || (high && spec.wraps) ? [n] : []));
  const of = (all: readonly number[]) => seen.map((n) => all[n] ?? 0);
  return {
    ...shape,
    columns: columns.filter((_, n) => seen.includes(n)),
    wide: of(wide),
    lefts: of(lefts),
    template: templateOf(of(wide)),
  };
}

const templateOf = (wide: readonly number[]) => `${TICK}px ${wide.map((width) => `${width}px`).join(" ")}`;

/** How a cell of this column is placed: frozen ones keep their place from the left, the last of them ends in a line. */
export function cellClass(shape: Shape, at: number): string {
  const spec = shape.columns[at];
  const side = spec?.kind === "light" ? "mid" : isRight(spec) ? "num" : "";
  const frozen = at < shape.frozen ? (at === shape.frozen - 1 ? "fz fzl" : "fz") : "";
  return [side, frozen, spec?.quiet && "quiet", spec?.wraps && "wraps", spec?.words && "words"]
    .filter(Boolean)
    .join(" ");
}

const isRight = (spec: Spec | undefined) => spec !== undefined && ["money", "rate", "number"].includes(spec.kind);

export const cellPlace = (shape: Shape, at: number) => (at < shape.frozen ? { left: shape.lefts[at] } : undefined);
