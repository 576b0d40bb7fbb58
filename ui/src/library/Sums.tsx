import { useTranslation } from "react-i18next";
import type { TemplateLine } from "../bindings/types";
import { showRate } from "../lib/money";
import { sumsOf } from "./narrow";

const SAID = { steps: "reduction.sumSteps", days: "reduction.sumDays", fee: "reduction.sumFee" } as const;

/** How many items are handled how, and what was cut of their papers, steps, days and fees; nothing where nothing is known of any. */
export function Sums({ lines }: { lines: readonly TemplateLine[] }) {
  const { t } = useTranslation();
  const { handling, before, after, cut, reduced } = sumsOf(lines);
  const handled = handling.length > 0 || before > 0;
  if (!handled && reduced.length === 0) return null;
  return (
    <div className="lib-sums">
      {handled && (
        <ul aria-label={t("template.sums")}>
          {handling.map(({ flag, count }) => (
            <li key={flag}>
              {t(`template.handling.${flag}`)} <b>{count}</b>
            </li>
          ))}
          {before > 0 && (
            <li>
              {before === after
                ? t("template.papersAll", { count: after })
                : t("template.papersSum", { before, count: after, percent: showRate(cut) })}
            </li>
          )}
        </ul>
      )}
      {reduced.length > 0 && (
        <ul aria-label={t("reduction.title")}>
          {reduced.map((one) => (
            <li key={one.which}>
              {t(SAID[one.which], {
                before: one.before.toLocaleString("en-US"),
                after: one.after.toLocaleString("en-US"),
                change: `${one.cut < 0 ? "+" : "−"}${showRate(Math.abs(one.cut))}%`,
                known: one.items,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
