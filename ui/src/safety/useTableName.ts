import { useTranslation } from "react-i18next";
import zh from "../text/zh.json";

/** What a table's records are called. */
export function useTableName(): (of: { table: string }) => string {
  const { t } = useTranslation();
  return ({ table }) => (table in zh.table ? t(`table.${table as keyof typeof zh.table}`) : t("changes.records"));
}
