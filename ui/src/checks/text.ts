/** What is told of a contradiction: in a cell, in a sentence, and as one text for a unit (practice §4.1 step 4). */
import type { Check, CheckRow, Seen } from "../bindings/types";
import { ruleWords } from "../errors";
import { i18next } from "../i18n";
import { type MoneyUnit, showMoney, showRate } from "../lib/money";
import zh from "../text/years.zh.json";

/** A value with its unit; empty where there is none. */
export function seenWords(seen: Seen, unit: MoneyUnit): string {
  switch (seen.kind) {
    case "nothing":
      return "";
    case "money":
      return i18next.t(`checks.${unit}`, { n: showMoney(seen.value, unit) });
    case "rate":
      return `${showRate(seen.value)}%`;
    case "stage":
      return i18next.t(`stage.${seen.value}`);
    case "rule":
      return ruleWords({ rule: seen.value, params: {} });
    case "entry":
      return i18next.t(`checks.entry.${seen.value.measure}`, { name: seen.value.name });
    default:
      return seen.value;
  }
}

/** A check compares values that have a name. */
export const isOurs = (check: Check): check is keyof typeof zh.checks.sides.ours => check in zh.checks.sides.ours;
export const isOther = (check: Check): check is keyof typeof zh.checks.sides.other => check in zh.checks.sides.other;

/** 累计完成9,800万元，小于上期12,300万元. */
export function sentence(row: CheckRow, unit: MoneyUnit): string {
  const said = (seen: Seen) => seenWords(seen, unit) || i18next.t("checks.nothing");
  return i18next.t(`checks.say.${row.check}`, { ours: said(row.ours), other: said(row.other) });
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** One text that a unit can be sent: how many points, each with its project and its figures. */
export function unitText(name: string, rows: CheckRow[], unit: MoneyUnit): string {
  const lines = rows.map((row, at) =>
    i18next.t("checks.line", { mark: CIRCLED[at] ?? `(${at + 1})`, name: row.name, what: sentence(row, unit) }),
  );
  const head = i18next.t("checks.head", { unit: name, n: rows.length });
  return head + lines.join(i18next.t("checks.sep")) + i18next.t("checks.end");
}
