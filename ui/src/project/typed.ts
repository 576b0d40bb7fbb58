/** What an officer typed, read by the core: 约3.2亿, 2022年5月底前, 1,200 亩. */
import type { Patch, ValueKind } from "../bindings/types";
import { i18next } from "../i18n";
import type { MoneyUnit } from "../lib/money";
import { call, Refused } from "../rpc";
import { type Kind, kindOf } from "./fields";

const READ: Partial<Record<Kind, ValueKind>> = { money: "money", day: "day", date: "day", quantity: "quantity" };
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
  const { value } = await call("value_read", { kind, text, unit: kind === "money" ? bareUnit(unit) : null });
  const faults = value.faults.filter((f) => !f.warning).map((f) => ({ ...f, field }));
  if (faults.length > 0) throw new Refused({ code: "invalid", params: { count: "1" }, fields: faults, detail: "" });
  return about ? { [field]: value.value, [about]: value.about } : { [field]: value.value };
}
