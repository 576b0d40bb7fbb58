import { useTranslation } from "react-i18next";
import type { ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import type { Told } from "./Grid";
import { RangeSums } from "./RangeSums";
import type { LedgerSearch } from "./search";
import { type Ticks, tickSums } from "./ticks";

interface Props {
  told: Told;
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  ticks: Ticks;
  words: string | null;
}

/** In the status line: what was just said, what is ticked, what is chosen. */
export function Said({ told, search, layout, ticks, words }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { sums } = told.rows;
  const own = sums && tickSums(ticks, sums);
  return (
    <span className="said-here" role="status">
      {words !== null && <span className="acc cut">{words}</span>}
      {own && own.count > 0 && (
        <>
          <span>{t("grid.selected", { count: own.count })}</span>
          {own.aside > 0 && <span className="i3">{t("grid.asideOf", { count: own.aside })}</span>}
          <span>
            {t("columns.total")} <b>{showMoney(own.total, unit)}</b>
          </span>
          <span>
            {t("columns.plan")} <b>{showMoney(own.plan, unit)}</b> {t(`money.${unit}`)}
          </span>
        </>
      )}
      <RangeSums told={told} search={search} layout={layout} />
    </span>
  );
}
