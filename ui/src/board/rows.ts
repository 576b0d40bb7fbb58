/** The rows of a figure as part of the ledger's address. */
import type { FigureRows, RowKind } from "../bindings/types";
import zh from "../text/figures.zh.json";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

const isKind = (value: unknown): value is RowKind => typeof value === "string" && value in zh.board.rows;

/** What is understood of an address; anything else asks for no figure. */
export function readFigure(value: unknown): FigureRows | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { of, as_of, key, scope } = value as Record<string, unknown>;
  if (!isKind(of) || typeof as_of !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(as_of)) return undefined;
  const { list, region, leader, chain } = (typeof scope === "object" && scope ? scope : {}) as Record<string, unknown>;
  return {
    of,
    as_of,
    key: text(key),
    scope: { list: text(list), region: text(region), leader: text(leader), chain: text(chain) },
  };
}
