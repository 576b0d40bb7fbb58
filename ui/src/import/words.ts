import { useTranslation } from "react-i18next";
import type { Difference } from "../bindings/types";
import { useDesk } from "../desk";
import { shortDay } from "../lib/day";
import { useElementName } from "../lib/elements";
import { showMoney, showThousandths } from "../lib/money";
import { kindOf, showValue } from "../project/fields";
import { fieldWord } from "../project/words";
import zh from "../text/zh.json";

type Value = Difference["old"];

/** Words of a difference: `total`, `leader`, `need:用地`, `approval:B02`. */
export function useDifference() {
  const { t } = useTranslation();
  const view = useDesk();
  const element = useElementName();
  const name = (field: string): string => {
    const [head = "", detail] = field.split(":");
    if (head === "need") return `${t("sheetField.need")} ${element(detail ?? null)}`;
    if (head === "approval") return `${t("sheetField.approval")} ${detail ?? ""}`;
    if (head === "leader") return t("column.leader");
    if (head === "contact") return t("sheetField.contact");
    if (head in zh.field) return fieldWord(head);
    return head in zh.sheetField ? t(`sheetField.${head as "need"}`) : head;
  };
  const show = (line: Difference, value: Value): string => {
    if (value === null || value === "") return "";
    if (line.field.startsWith("need:")) return typeof value === "number" ? showThousandths(value) : String(value);
    const kind = kindOf(line.field);
    if (kind === "money") return showMoney(Number(value), view.unit);
    if (kind === "day" || kind === "date") return shortDay(String(value));
    return showValue(line.field, value, view);
  };
  return { name, show };
}
