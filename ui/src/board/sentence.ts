/** A sentence with figures in it: shown with each figure open to its rows, copied as plain text. */
import type { Count } from "../bindings/types";

/** Words, or a figure; a figure with a count opens its rows. */
export type Piece = string | { text: string; rows?: Count };

export type Values = Record<string, Piece | number>;

const HOLE = /\{\{(\w+)\}\}/g;

/** Fills the holes of a sentence with pieces, keeping what each piece opens. */
export function fill(template: string, values: Values): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const found of template.matchAll(HOLE)) {
    if (found.index > at) out.push(template.slice(at, found.index));
    const value = values[found[1] ?? ""] ?? "";
    out.push(typeof value === "number" ? String(value) : value);
    at = found.index + found[0].length;
  }
  if (at < template.length) out.push(template.slice(at));
  return out.filter((piece) => piece !== "");
}

/** By which of its figures a sentence is in the singular or the plural. */
const COUNTED = ["days", "total", "rated", "n"];

/** How many a sentence speaks of; two where it has no figure. */
export function manyOf(values: Values): number {
  const value = COUNTED.map((name) => values[name]).find((one) => one !== undefined && one !== "");
  const said = typeof value === "object" ? value.text : value;
  return Number(said ?? 2);
}

export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");

/** A count as a figure that opens its rows. */
export const opens = (count: Count): Piece => ({ text: String(count.n), rows: count });

/** At most `most` characters, cut at the end with an ellipsis. */
export function short(text: string, most: number): string {
  const all = [...text];
  return all.length <= most ? text : `${all.slice(0, most - 1).join("")}…`;
}
