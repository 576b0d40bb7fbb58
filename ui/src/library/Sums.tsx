import { useTranslation } from "react-i18next";
import type { ReductionSum, TemplateSheet } from "../bindings/types";
import { handledOf } from "./narrow";

const SAID = { steps: "reduction.sumSteps", days: "reduction.sumDays", fee: "reduction.sumFee" } as const;

/** Days are counted in halves. */
const shown = (one: ReductionSum, n: number) => (one.cut === "days" ? n / 2 : n).toLocaleString("en-US");

/** How many items are handled how, and what was cut of their papers, steps, days and fees; nothing where nothing is known of any. */
export function Sums({ sheet: { items, reductions } }: { sheet: TemplateSheet }) {
  const { t } = useTranslation();
  const handling = handledOf(items);
  const papers = reductions.find((one) => one.cut === "materials" && one.before > 0);
  const reduced = reductions.flatMap((one) =>
    one.cut !== "materials" && one.known > 0 ? [{ sum: one, words: SAID[one.cut] }] : [],
  );
  const handled = handling.length > 0 || papers !== undefined;
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
          {papers && (
            <li>
              {papers.before === papers.after
                ? t("template.papersAll", { count: papers.after })
                : t("template.papersSum", {
                    before: papers.before,
                    count: papers.after,
                    percent: papers.less?.text ?? "0",
                  })}
            </li>
          )}
        </ul>
      )}
      {reduced.length > 0 && (
        <ul aria-label={t("reduction.title")}>
          {reduced.map(({ sum, words }) => (
            <li key={sum.cut}>
              {t(words, {
                before: shown(sum, sum.before),
                after: shown(sum, sum.after),
                told: [sum.less && `−${sum.less.text}%`, t("reduction.items", { count: sum.known })]
                  .filter(Boolean)
                  .join(t("reduction.and")),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
