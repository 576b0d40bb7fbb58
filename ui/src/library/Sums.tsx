import { useTranslation } from "react-i18next";
import type { TemplateLine } from "../bindings/types";
import { showRate } from "../lib/money";
import { sumsOf } from "./narrow";

const SAID = { steps: "reduction.sumSteps", days: "reduction.sumDays", fee: "reduction.sumFee" } as const;

/** How many items are handled how, and what was cut of their papers; nothing where nothing is recorded of either. */
export function Sums({ lines }: { lines: readonly TemplateLine[] }) {
  const { t } = useTranslation();
  const { handling, before, after, cut, reduced } = sumsOf(lines);
  if (handling.length === 0 && before === 0 && reduced.length === 0) return null;
  return (
    <ul className="lib-sums" aria-label={t("template.sums")}>
      {handling.map(({ flag, count }) => (
        <li key={flag}>
          {t(`template.handling.${flag}`)} <b>{count}</b>
        </li>
      ))}
      {before > 0 && (
        <li>
          {before === after
            ? t("template.papersAll", { count: after })
            : t("template.papersSum", { before, after, percent: showRate(cut) })}
        </li>
      )}
      {reduced.map((one) => (
        <li key={one.which}>
          {t(SAID[one.which], { before: one.before, after: one.after, percent: showRate(one.cut) })}
          <span className="i3">{t("reduction.of", { known: one.items })}</span>
        </li>
      ))}
    </ul>
  );
}
