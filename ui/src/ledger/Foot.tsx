import { useTranslation } from "react-i18next";
import type { Sums } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { COLUMNS, type Column, Rate } from "./columns";
import { cellClass, cellPlace, columnsTemplate } from "./Head";

/** Sums of everything that matches, not only of what is in view. */
export function Foot({ sums, wide, lefts }: { sums: Sums | null; wide: number[]; lefts: number[] }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const shown = (column: Column) => {
    if (!sums) return null;
    if (column.key === "name") return t("ledger.sum", { count: sums.count });
    if (column.key === "total" || column.key === "plan" || column.key === "done_total") {
      return showMoney(sums[column.key], unit);
    }
    if (column.key === "rate" && sums.total > 0) {
      return <Rate thousandths={Math.floor((Math.floor((sums.done_total * 2000) / sums.total) + 1) / 2)} />;
    }
    return null;
  };
  return (
    <div role="rowgroup" className="foot">
      <div role="row" aria-rowindex={(sums?.count ?? 0) + 2} className="line sum" style={columnsTemplate(wide)}>
        {COLUMNS.map((column, n) => (
          <div
            role="gridcell"
            key={column.key}
            aria-colindex={n + 1}
            className={cellClass(column, n)}
            style={cellPlace(column, lefts[n])}
            title={column.money && sums ? t("ledger.sumHint") : undefined}
          >
            {shown(column)}
          </div>
        ))}
      </div>
    </div>
  );
}
