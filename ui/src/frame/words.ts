/** What was done, in words: the label of the change log is the name of the command. */
import type { ItemKind, State, Undone } from "../bindings/types";
import { i18next, stateWord } from "../i18n";
import zh from "../text/zh.json";

type Label = keyof typeof zh.label;

const said = (label: string) => (label in zh.label ? i18next.t(`label.${label as Label}`) : label);

/** By itself, without the “of” that waits for a subject in English. */
export function labelWords(label: string): string {
  return said(label).replace(/ (of|on)$/, "");
}

/** 16 个项目 环境影响评价 已受理: the core says how many, the item in both languages, its kind and the state. */
function stepsWords([count, name, nameEn, kind, state]: [string, string, string, string, string]): string {
  const item = i18next.language === "en" ? nameEn : name;
  const word = stateWord(kind as ItemKind, state as State);
  return i18next.t("undo.steps", { count: Number(count), item, state: word });
}

/** 改了项目“北辰智能电机产业园一期”. */
export function undoneWords(undone: Undone): string {
  if (undone.subject === "") return labelWords(undone.label);
  // Many cells at once have their number in place of a name.
  if (undone.label.startsWith("cells_edit") && /^\d+$/.test(undone.subject)) {
    return i18next.t("undo.cells", { count: Number(undone.subject) });
  }
  const many = undone.label === "approval_step_all" ? undone.subject.split("|") : [];
  if (many.length === 5) return stepsWords(many as [string, string, string, string, string]);
  return i18next.t("undo.subject", { what: said(undone.label), subject: undone.subject });
}
