import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ProgressSheetItem, ProgressSheetMatch } from "../../bindings/types";
import { useDesk } from "../../desk";
import { useAsk } from "../../query";

interface Props {
  items: readonly ProgressSheetItem[];
  onPick: (at: string, code: string | null) => void;
}

/** What a row goes by where that is not one item for every project. */
const OPEN: Partial<Record<ProgressSheetMatch, "byMode" | "byKind">> = { by_mode: "byMode", by_kind: "byKind" };

/** The rows that are not an item of the library by code or name: what they were taken for, to be set right. */
export function ItemRows({ items, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const versions = useAsk("template_list", {});
  const newest = versions.data?.find((one) => one.newest);
  const library = useAsk("template_get", { version: newest?.id ?? null }, newest !== undefined);
  const asked = items.filter((item) => item.by !== "exact");
  const options = (library.data?.items ?? []).map(({ row }) => ({
    value: row.code,
    label: `${row.code} ${lang === "en" ? row.name_en : row.name}`,
  }));
  const suggestion = (item: ProgressSheetItem) => (lang === "en" ? item.name_en : item.name);
  return (
    <section className="ps-part" aria-label={t("progress_sheet.items")}>
      <div className="cap">
        <h2>{t("progress_sheet.items")}</h2>
        <span className="note">{t("progress_sheet.itemsWhy", { count: items.length - asked.length })}</span>
      </div>
      {asked.length > 0 && (
        <ul className="ps-items">
          {asked.map((item) => (
            <li key={item.at}>
              <span className="note">{t("progress_sheet.row", { row: item.row })}</span>
              <span className="cut" title={item.text}>
                {item.text}
              </span>
              <Select
                size="small"
                aria-label={t("progress_sheet.itemIs", { text: item.text })}
                showSearch={{ optionFilterProp: "label" }}
                allowClear
                value={item.code}
                status={item.suggested === null ? undefined : "warning"}
                placeholder={
                  item.suggested === null
                    ? t(`progress_sheet.${OPEN[item.by] ?? "leftOut"}`)
                    : t("progress_sheet.suggested", { name: suggestion(item) })
                }
                options={options}
                onChange={(code: string | undefined) => onPick(item.at, code ?? null)}
              />
              {item.suggested !== null && (
                <button
                  type="button"
                  className="btn"
                  aria-label={t("progress_sheet.acceptItem", { text: item.text, name: suggestion(item) })}
                  onClick={() => onPick(item.at, item.suggested)}
                >
                  {t("progress_sheet.accept")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
