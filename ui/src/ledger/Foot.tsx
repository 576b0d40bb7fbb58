import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Sums } from "../bindings/types";
import type { DeskView } from "../desk";
import { showRate } from "../lib/money";
import { SumCell } from "./GroupLine";
import { cellClass, cellPlace, type Shape } from "./shape";

interface Props {
  sums: Sums | null;
  /** Its place among the lines, heads first. */
  index: number;
  shape: Shape;
  view: DeskView;
}

/** Thousandths of a whole, half up. */
const share = (part: number, whole: number) =>
  whole > 0 ? Math.floor((Math.floor((part * 2000) / whole) + 1) / 2) : null;

/** Sums of everything that matches, not only of what is in view. */
function FootOf({ sums, index, shape, view }: Props) {
  const { t } = useTranslation();
  const span = Math.max(1, shape.frozen);
  const aside = sums ? sums.count - sums.counted : 0;
  const started = sums && share(sums.started, sums.counted);
  return (
    <div role="rowgroup" className="foot">
      <div role="row" aria-rowindex={index} className="line sum" style={{ gridTemplateColumns: shape.template }}>
        <div
          role="gridcell"
          aria-colindex={1}
          aria-colspan={span + 1}
          className={aside > 0 ? "fz fzl lead tight" : "fz fzl lead"}
          style={{ left: 0, gridColumn: `1 / span ${span + 1}` }}
          title={t("ledger.sumHint")}
        >
          {sums && <span>{t("ledger.sum", { count: sums.count })}</span>}
          {aside > 0 && (
            <span className="i2 nb" title={t("grid.asideOf", { count: aside })}>
              {t("grid.asideFoot", { count: aside })}
            </span>
          )}
          {started !== null && sums && (
            <span className="i2 nb cut">
              {t("grid.started", { count: sums.started, counted: sums.counted, share: showRate(started) })}
            </span>
          )}
        </div>
        {shape.columns.slice(span).map((spec, n) => (
          <div
            role="gridcell"
            key={spec.column}
            aria-colindex={n + span + 2}
            className={cellClass(shape, n + span)}
            style={cellPlace(shape, n + span)}
            title={t("ledger.sumHint")}
          >
            {sums && <SumCell sums={sums} column={spec.column} view={view} />}
          </div>
        ))}
      </div>
    </div>
  );
}

export const Foot = memo(FootOf);
