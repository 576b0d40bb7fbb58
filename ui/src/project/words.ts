import { i18next } from "../i18n";
import zh from "../text/zh.json";

/** A field's name as forms and history call it. */
export function fieldWord(field: string, table = "project"): string {
  if (table === "matter" && field in zh.needs) return i18next.t(`needs.${field as keyof typeof zh.needs}`);
  return field in zh.field ? i18next.t(`field.${field as keyof typeof zh.field}`) : field;
}

export function tableWord(table: string): string {
  return table in zh.table ? i18next.t(`table.${table as keyof typeof zh.table}`) : table;
}
