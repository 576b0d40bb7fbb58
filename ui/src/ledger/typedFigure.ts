/** A bound of a filter as it was typed: 5000, 1.2亿, 73.8. */
import type { MoneyUnit } from "../lib/money";
import { bareUnit } from "../project/typed";
import { call, Refused } from "../rpc";
import type { Kind } from "./spec";

/** 元, thousandths or a day as a filter takes it; null if it says nothing. */
export async function readFigure(kind: Kind, typed: string, unit: MoneyUnit): Promise<string | null> {
  const text = typed.trim();
  if (text === "" || kind === "day") return text;
  if (kind === "rate") {
    const share = Number(text.replace(/%$/, ""));
    return Number.isFinite(share) ? String(Math.round(share * 10)) : null;
  }
  try {
    const { value } = await call("value_read", { kind: "money", text, unit: bareUnit(unit) });
    return value.value === null ? null : String(value.value);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
