import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ColumnChoice, Field, SheetColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon, Lamp } from "../frame/icons";
import { useAsk } from "../query";

export const FIELDS: Field[] = [
  "ignore",
  "seq",
  "name",
  "alias",
  "code",
  "uscc",
  "city",
  "region",
  "site",
  "enterprise",
  "industry",
  "industry_code",
  "nature",
  "mode",
  "content",
  "total",
  "plan",
  "done_total",
  "done_year",
  "done_month",
  "done_prior",
  "arrived",
  "stage",
  "progress",
  "issue",
  "next_step",
  "target",
  "start_planned",
  "start_actual",
  "finish_planned",
  "finish_actual",
  "span",
  "leader",
  "responsible_unit",
  "contact",
  "phone",
  "note",
  "list",
  "need_element",
  "need_quantity",
  "need_unit",
  "approvals_done",
  "approvals_open",
];

const coded = (field: Field, detail: string | null) => (detail ? `${field}|${detail}` : field);

/** What a column means: chosen for it, marked where it is only a guess. */
export function ColumnPicker({ column, onPick }: { column: SheetColumn; onPick: (choice: ColumnChoice) => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const elements = useAsk("element_list", {});
  const categories = new Map(
    (elements.data ?? []).map((e) => [e.category, lang === "zh" ? e.category : e.category_en]),
  );
  const named = (field: Field, detail: string | null) =>
    detail ? `${t(`sheetField.${field}`)} ${categories.get(detail) ?? detail}` : t(`sheetField.${field}`);
  const value = coded(column.field, column.detail);
  const options = [
    ...FIELDS.map((field) => ({ value: field as string, label: named(field, null) })),
    ...[...categories.keys()].map((c) => ({ value: coded("need", c), label: named("need", c) })),
  ];
  if (!options.some((o) => o.value === value)) {
    options.push({ value, label: named(column.field, column.detail) });
  }
  const pick = (to: string) => {
    const [field, detail = null] = to.split("|");
    onPick({ field: field as Field, detail, unit: column.unit });
  };
  return (
    <span className={column.sure ? "to-field" : "to-field qq"}>
      {!column.sure && <Lamp shade="amber" label={t("import.unsure")} />}
      <Select
        variant="borderless"
        suffixIcon={<Icon name="down" size={12} />}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={200}
        aria-label={t("import.columnOf", { letter: column.letter, heading: column.heading })}
        className={column.field === "ignore" ? "no" : undefined}
        value={value}
        options={options}
        onChange={pick}
      />
      {column.unit && <span className="u">{column.unit}</span>}
    </span>
  );
}
