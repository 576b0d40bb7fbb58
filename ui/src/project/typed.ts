/** What an officer typed, read by the core: 约3.2亿, 2022年5月底前, 1,200 亩. */
import type { Patch, Typed, TypedKind, TypedValue } from "../bindings/types";
import { i18next } from "../i18n";
import type { MoneyUnit } from "../lib/money";
import { call, Refused } from "../rpc";
import { type Kind, kindOf } from "./fields";

const READ: Partial<Record<Kind, TypedKind>> = { money: "money", day: "day", date: "day", quantity: "quantity" };
/** Fields that keep the 约 of a figure. */
const ABOUT: Record<string, string> = { total: "total_about", plan: "plan_about", done_total: "done_about" };

/** The unit a bare figure is meant in: the one money is shown in. */
export const bareUnit = (unit: MoneyUnit) => i18next.t(`money.${unit}`, { lng: "zh" });

/** The patch that a typed text makes; refuses with the field's fault. */
export async function typed(field: string, text: string, unit: MoneyUnit, table = "project"): Promise<Patch> {
  const kind = READ[kindOf(field, table)];
  const about = ABOUT[field];
  if (text.trim() === "") return about ? { [field]: null, [about]: false } : { [field]: null };
  if (!kind) return { [field]: text };
  const value = await read(field, { kind, text, unit: kind === "money" ? bareUnit(unit) : "" });
  return about ? { [field]: value.value, [about]: value.about } : { [field]: value.value };
}

/** A month as it may be written (2022-03, 2022年3月), for a field that keeps `YYYY-MM`. */
export async function typedMonth(field: string, text: string): Promise<Patch> {
  if (text.trim() === "") return { [field]: null };
  const { value } = await read(field, { kind: "day", text, unit: "" });
  return { [field]: String(value).slice(0, 7) };
}

/** The core names what it read `value`; the fault belongs beside the field. */
async function read(field: string, input: Typed): Promise<TypedValue> {
  try {
    return (await call("value_read", input)).value;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused({ ...error.fault, fields: error.fault.fields.map((fault) => ({ ...fault, field })) });
  }
}
