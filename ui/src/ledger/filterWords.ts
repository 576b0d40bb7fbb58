/** A filter in words: 阶段 前期、签约; 总投资 5,000 至 1 亿; 存在问题 已填. */
import type { ColumnValue, Filter } from "../bindings/types";
import { i18next } from "../i18n";
import { type MoneyUnit, showMoney, showRate } from "../lib/money";
import { specOf } from "./spec";
import { valueName } from "./words";

/** One value of a filter as people read it. */
export function filterValue(filter: Filter, value: string, unit: MoneyUnit, known: readonly ColumnValue[]): string {
  const { kind } = specOf(filter.column);
  if (value === "") return "";
  if (kind === "money" && Number.isSafeInteger(Number(value))) return showMoney(Number(value), unit);
  if (kind === "rate" && Number.isSafeInteger(Number(value))) return `${showRate(Number(value))}%`;
  return valueName(filter.column, value, known.find((one) => one.value === value)?.name ?? null);
}

const MOST = 3;

export function filterWords(filter: Filter, unit: MoneyUnit, known: readonly ColumnValue[] = []): string {
  const names = filter.values.map((value) => filterValue(filter, value, unit, known));
  const comma = i18next.t("grid.comma");
  const list =
    names.length > MOST
      ? i18next.t("grid.andMore", { list: names.slice(0, MOST).join(comma), count: names.length })
      : names.join(comma);
  switch (filter.op) {
    case "any_of":
      return list;
    case "none_of":
      return i18next.t("grid.not", { list });
    case "contains":
      return i18next.t("grid.contains", { list });
    case "lacks":
      return i18next.t("grid.lacks", { list });
    case "at_least":
      return i18next.t("grid.from", { value: names[0] ?? "" });
    case "at_most":
      return i18next.t("grid.to", { value: names[0] ?? "" });
    case "between":
      return between(names[0] ?? "", names[1] ?? "");
    case "filled":
      return i18next.t("grid.filled");
    case "empty":
      return i18next.t("grid.empty");
  }
}

function between(from: string, to: string): string {
  if (from === "") return i18next.t("grid.to", { value: to });
  if (to === "") return i18next.t("grid.from", { value: from });
  return i18next.t("grid.fromTo", { from, to });
}
