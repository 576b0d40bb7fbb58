import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Difference } from "../bindings/types";
import { useDesk } from "../desk";
import { shortDay } from "../lib/day";
import { useElementName } from "../lib/elements";
import { showMoney, showThousandths } from "../lib/money";
import { kindOf, showValue } from "../project/fields";
import { fieldWord } from "../project/words";
import { asking } from "../query";
import zh from "../text/zh.json";

type Value = Difference["old"];

/** Words of a difference: `total`, `leader`, `need:用地`, `approval:B02`. */
export function useDifference(fields: Difference[] = []) {
  const { t } = useTranslation();
  const view = useDesk();
  const element = useElementName();
  const codes = fields.filter((f) => f.field === "region").flatMap((f) => [f.old, f.new]);
  const asked = [...new Set(codes)].filter((code): code is string => typeof code === "string" && code !== "");
  const regions = useQueries({ queries: asked.map((code) => asking("region_search", { text: code, parent: null })) });
  const name = (field: string): string => {
    const [head = "", detail] = field.split(":");
    if (head === "need") return `${t("sheetField.need")} ${element(detail ?? null)}`;
    if (head === "approval_day") return `${t("sheetField.approval")} ${detail ?? ""} ${t("undated.day")}`;
    if (head === "approval") return `${t("sheetField.approval")} ${detail ?? ""}`;
    if (head === "leader") return t("column.leader");
    if (head === "contact") return t("sheetField.contact");
    if (head in zh.field) return fieldWord(head);
    return head in zh.sheetField ? t(`sheetField.${head as "need"}`) : head;
  };
  const show = (line: Difference, value: Value): string => {
    if (value === null || value === "") return "";
    if (line.field.startsWith("need:")) return typeof value === "number" ? showThousandths(value) : String(value);
    if (line.field === "region") {
      const found = regions[asked.indexOf(String(value))]?.data?.find((r) => r.code === value);
      return found?.name ?? String(value);
    }
    if (line.field.startsWith("approval_day:")) return shortDay(String(value));
    const kind = kindOf(line.field);
    if (kind === "money") return showMoney(Number(value), view.unit);
    if (kind === "day" || kind === "date") return shortDay(String(value));
    return showValue(line.field, value, view);
  };
  return { name, show };
}
