import { i18next } from "../i18n";
import fileZh from "../text/file.zh.json";
import routesZh from "../text/routes.zh.json";
import todayZh from "../text/today.zh.json";
import zh from "../text/zh.json";

type StartField = keyof typeof fileZh.opening.field;
type EntryField = keyof typeof fileZh.entry.field;
type CallField = keyof typeof todayZh.today.field;
type RouteField = keyof typeof routesZh.routes.field;

/** A field's name as forms and history call it. */
export function fieldWord(field: string, table = "project"): string {
  if (table === "matter" && field in zh.needs) return i18next.t(`needs.${field as keyof typeof zh.needs}`);
  if (table === "start" && field in fileZh.opening.field) return i18next.t(`opening.field.${field as StartField}`);
  if (table === "start" && field === "kind") return i18next.t("opening.kindOf");
  if (table === "start" && field === "decision") return i18next.t("opening.decision");
  if (table === "statistics_entry" && field in fileZh.entry.field)
    return i18next.t(`entry.field.${field as EntryField}`);
  if (table === "route_step" && field in routesZh.routes.field) return i18next.t(`routes.field.${field as RouteField}`);
  if (table === "approval_call" && field in todayZh.today.field) return i18next.t(`today.field.${field as CallField}`);
  if (table === "attachment" && field === "kind") return i18next.t("papers.kindOf");
  if (table === "attachment" && field === "happened_on") return i18next.t("papers.day");
  if (table === "approval_way" && field === "document") return i18next.t("ways.field.document");
  if (table === "approval_material" && field === "name") return i18next.t("ways.papers.name");
  return field in zh.field ? i18next.t(`field.${field as keyof typeof zh.field}`) : field;
}

export function tableWord(table: string): string {
  return table in zh.table ? i18next.t(`table.${table as keyof typeof zh.table}`) : table;
}
