/** What was done, in words: the label of the change log is the name of the command. */
import type { Undone } from "../bindings/types";
import { i18next } from "../i18n";
import zh from "../text/zh.json";

type Label = keyof typeof zh.label;

export function labelWords(label: string): string {
  return label in zh.label ? i18next.t(`label.${label as Label}`) : label;
}

/** 改了项目“北辰智能电机产业园一期”. */
export function undoneWords(undone: Undone): string {
  const what = labelWords(undone.label);
  return undone.subject === "" ? what : i18next.t("undo.subject", { what, subject: undone.subject });
}
