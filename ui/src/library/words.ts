/** What stands for an item, a version and a field's value in the language shown. */
import { useTranslation } from "react-i18next";
import type { FieldFault, TemplateItem, Unit, VersionLine } from "../bindings/types";
import { useDesk } from "../desk";
import { ruleWords } from "../errors";
import { i18next } from "../i18n";
import { limitWords } from "../project/approvals/DayStrip";
import { askOf, groupsOf, listOf, papersOf, questionsOf } from "./fields";
import { measureWord } from "./measures";
import { HANDLINGS, handlingOf } from "./narrow";

export const KINDS = [
  "permit",
  "filing",
  "confirmation",
  "review",
  "internal",
  "trade",
  "utility",
  "assessment",
  "self_run",
] as const;
export const UNITS = ["working", "calendar"] as const;
export const SIDES = ["department", "applicant", "floor", "joint_ceiling"] as const;
export const MARKS = ["sourced", "to_check", "confirmed"] as const;
export const CORES = ["always", "once_yes", "unless_granted", "none"] as const;
export const LISTS = ["power", "duty"] as const;
export const MODES = ["approve", "verify", "file"] as const;
export const LANDS = ["granted", "allocated", "collective"] as const;

export type ItemField = keyof typeof import("../text/library.zh.json")["template"]["field"];

export function useTemplateWords() {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const english = lang === "en";
  const joined = t("template.and");
  const name = (row: { name: string; name_en: string | null }) => (english ? row.name_en : null) ?? row.name;
  const words = {
    joined,
    version: ({ number }: Pick<VersionLine, "number">) =>
      number === 0 ? t("template.own") : t("template.number", { number }),
    name,
    department: (row: TemplateItem) => (english ? row.department_en : null) ?? row.department,
    stage: (row: TemplateItem) => (english ? row.stage_en : null) ?? row.stage,
    handling: (row: TemplateItem) =>
      handlingOf(row)
        .map((flag) => t(`template.handling.${flag}`))
        .join(joined),
    limit,
    /** `A03 或 A04，A09`, by code. */
    needs: (needs: string | null) =>
      groupsOf(needs)
        .map((group) => group.join(t("template.any")))
        .join(joined),
    /** A code with the name it has among the items. */
    named: (code: string, items: readonly TemplateItem[]) => {
      const row = items.find((one) => one.code === code);
      return row ? `${code} ${name(row)}` : code;
    },
    asked,
    fault: (fault: FieldFault) => {
      const { text, items } = fault.params;
      if (fault.rule === "no_such_record" && text) return t("template.unknown", { code: text });
      if (fault.rule === "wait_circle" && items) return t("template.circle", { items });
      return ruleWords(fault);
    },
  };
  return words;
}

export const limit = (half_days: number | null, unit: Unit | null): string =>
  half_days === null ? "" : limitWords({ half_days, unit: unit ?? "working" });

/** A question is called by its words, which stand at the first item that asks it. */
export function questionWords(code: string, items: readonly TemplateItem[]): string {
  const words = questionsOf(items.map((row) => row.question)).find((one) => one.code === code)?.words;
  const plain = words?.replace(/[?？]$/, "");
  if (plain) return plain;
  return code === "eia" || code === "soil" ? i18next.t(`template.${code}`) : code;
}

interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** In which days a legal limit was counted before a change, or is after it. */
function unitOf(when: "from" | "to", changes: readonly Change[], row: TemplateItem | undefined): Unit {
  const turned = changes.find((one) => one.field === "statutory_unit");
  return (turned ? turned[when] : row?.statutory_unit) === "calendar" ? "calendar" : "working";
}

/** What one change of an item was, and is, in words. */
export function changeWords(at: Change, changes: readonly Change[], code: string, items: readonly TemplateItem[]) {
  const row = items.find((one) => one.code === code);
  const say = (when: "from" | "to") => {
    const text = at[when];
    if (at.field !== "statutory" || text === null || text === "") return valueWords(at.field, text, items);
    return limit(Number(text), unitOf(when, changes, row));
  };
  return { from: say("from"), to: say("to") };
}

/** A field's value of a difference, in words. */
function valueWords(field: string, text: string | null, items: readonly TemplateItem[]): string {
  const { t } = i18next;
  if (text === null || text === "") return t("template.none_of");
  const one = <T extends string>(all: readonly T[], say: (value: T) => string) =>
    all.flatMap((value) => (value === text ? [say(value)] : []))[0] ?? text;
  const many = <T extends string>(all: readonly T[], say: (value: T) => string) =>
    listOf(text, ";")
      .flatMap((part) => all.filter((value) => value === part).map(say))
      .join(t("template.and"));
  switch (field) {
    case "promised":
    case "planning":
      return limit(Number(text), "working");
    case "materials":
      return papersOf(text)
        .map((paper) => (paper.cut ? t("template.paperCut", { name: paper.name }) : paper.name))
        .join(t("template.and"));
    case "statutory_unit":
      return one(UNITS, (value) => t(`template.unit.${value}`));
    case "statutory_side":
      return one(SIDES, (value) => t(`template.side.${value}`));
    case "statutory_mark":
    case "promised_mark":
      return one(MARKS, (value) => t(`template.mark.${value}`));
    case "kind":
      return one(KINDS, (value) => t(`kind.${value}`));
    case "core":
      return one(CORES, (value) => t(`template.core.${value}`));
    case "modes":
      return many(MODES, (value) => t(`choice.mode.${value}`));
    case "lands":
      return many(LANDS, (value) => t(`choice.land.${value}`));
    case "handling":
      return many(HANDLINGS, (value) => t(`template.handling.${value}`));
    case "lists":
      return many(LISTS, (value) => t(`three_lists.${value}`));
    case "needs":
      return groupsOf(text)
        .map((group) => group.join(t("template.any")))
        .join(t("template.and"));
    case "question":
      return asked(text, items);
    case "measures":
      return listOf(text, ";").map(measureWord).join(t("template.and"));
    case "excludes":
      return listOf(text, ";").join(t("template.and"));
    default:
      return text;
  }
}

/** When an item is needed: always, or by the answer to its question. */
function asked(text: string, items: readonly TemplateItem[]): string {
  const { t } = i18next;
  const ask = askOf(text);
  if (ask.when === "always") return t("template.always");
  const question = (ask.when === "yes" && ask.words?.replace(/[?？]$/, "")) || questionWords(ask.question, items);
  if (ask.when === "choice") return t("template.whenChoice", { question, values: ask.values.join(t("template.and")) });
  return t(ask.when === "yes" ? "template.whenYes" : "template.whenNo", { question });
}
