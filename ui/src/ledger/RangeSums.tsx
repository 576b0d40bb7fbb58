import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectRow, ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { type MoneyUnit, showMoney, showRate } from "../lib/money";
import { columnsOf } from "./blocks";
import { type Figures, figuresOf } from "./figures";
import type { Told } from "./Grid";
import type { LedgerSearch } from "./search";
import { fetchRows } from "./useRows";

interface Props {
  told: Told;
  search: LedgerSearch;
  layout: readonly ShownColumn[];
}

/** Beyond this many rows the totals at the foot say more. */
const MOST = 20_000;

/** Count, sum and mean of the figures that are chosen, as a spreadsheet says them. */
export function RangeSums({ told, search, layout }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { rect, lines, rows } = told;
  const [figures, setFigures] = useState<Figures | null>(null);
  const key = rect ? `${rect.top} ${rect.bottom} ${rect.left} ${rect.right}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the corners of the range say when it is another
  useEffect(() => {
    if (!rect || rect.bottom - rect.top > MOST) return setFigures(null);
    const columns = columnsOf(layout, rect);
    const places = lines.rows(rect.top, rect.bottom);
    const loaded = places.map(rows.row);
    if (loaded.every((row) => row !== undefined)) return setFigures(figuresOf(loaded as ProjectRow[], columns));
    let gone = false;
    void fetchRows(search, places).then((found) => !gone && setFigures(figuresOf(found, columns)));
    return () => {
      gone = true;
    };
  }, [key, rows.sums, lines, layout, search]);
  if (!rect || !figures) return null;
  const { cells, count, sum, kind, aside } = figures;
  return (
    <>
      <span>{t("grid.cells", { count: cells })}</span>
      {count > 1 && kind !== null && (
        <>
          {kind === "money" && (
            <span>
              {t("grid.sumOf")} <b>{money(sum, unit)}</b>
            </span>
          )}
          <span>
            {t("grid.meanOf")}{" "}
            <b>{kind === "money" ? money(mean(sum, count, unit), unit) : `${showRate(Math.round(sum / count))}%`}</b>
          </span>
          {kind === "money" && <span className="i3">{t(`money.${unit}`)}</span>}
          {aside.rows > 0 && (
            <span className="i3">{t("grid.asideSum", { count: aside.rows, money: money(aside.sum, unit) })}</span>
          )}
        </>
      )}
    </>
  );
}

/** Two places behind the point in 万元, four in 亿元. */
function mean(sum: number, count: number, unit: MoneyUnit): number {
  const step = unit === "wan" ? 100 : 10_000;
  return Math.round(sum / count / step) * step;
}

const money = (yuan: number, unit: MoneyUnit) => showMoney(yuan, unit);
