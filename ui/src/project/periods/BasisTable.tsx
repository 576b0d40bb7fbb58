import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Basis, BasisMoney, ProjectFile } from "../../bindings/types";
import { useDesk } from "../../desk";
import { shifted, showMoney, showRate } from "../../lib/money";
import { CHOICES } from "../fields";
import { ReportField, type ReportKey } from "../ReportField";
import { periodName } from "./name";

interface Measure {
  name: string;
  strong?: boolean;
  show: (money: BasisMoney) => ReactNode;
  /** Edited in its place in the office's own column. */
  field?: ReportKey;
}

interface Props {
  file: ProjectFile;
  /** A line for each basis, read only; otherwise a column for each, the office's own edited in its place. */
  across?: boolean;
}

/** 调度, 统计 and 财务支付 beside each other, each as of its own day; no figure here adds two of them up (C30). */
export function BasisTable({ file, across }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const { money } = file.figures;
  if (across && money.length === 0) return <p className="note">{t("byBasis.none")}</p>;
  const prior = (m: BasisMoney) => file.progress.find((p) => p.basis === m.basis && p.period === m.period)?.done_prior;
  const measures: Measure[] = [
    { name: t("byBasis.asOf"), show: (m) => m.as_of ?? periodName(m.period, m.basis, lang), field: "as_of" },
    { name: t("field.done_total"), show: (m) => showMoney(m.done_total, unit), strong: true, field: "done_total" },
    { name: t("byBasis.ofTotal"), show: (m) => percent(m.rate) },
    { name: t("field.done_prior"), show: (m) => showMoney(prior(m) ?? null, unit), field: "done_prior" },
    { name: t("field.done_year"), show: (m) => showMoney(m.done_year, unit), strong: true, field: "done_year" },
    { name: t("byBasis.ofPlan"), show: (m) => percent(m.year_rate) },
    { name: t("byBasis.schedule"), show: (m) => m.year_rate !== null && percent(m.schedule) },
    { name: t("byBasis.ahead"), show: (m) => m.ahead !== null && <Ahead points={m.ahead} /> },
    { name: t("field.done_month"), show: (m) => showMoney(m.done_month, unit), field: "done_month" },
  ];
  // A basis nobody reported by is named below, not drawn as a row of dashes.
  const reported = (basis: Basis) => money.some((m) => m.basis === basis);
  const bases = CHOICES.basis.filter((basis) => reported(basis) || (basis === "dispatch" && !across));
  const blank = CHOICES.basis.filter((basis) => !bases.includes(basis)).map((basis) => t(`choice.basis.${basis}`));
  const cell = (measure: Measure, basis: Basis) => {
    const found = money.find((m) => m.basis === basis);
    const shown = found && measure.show(found);
    const own = !across && basis === "dispatch" && measure.field;
    return (
      <td key={`${measure.name} ${basis}`} className={measure.strong ? "num b" : "num"}>
        {own ? (
          <ReportField file={file} name={own} dense given={typeof shown === "string" ? shown : undefined} />
        ) : (
          shown || <span className="i3">—</span>
        )}
      </td>
    );
  };
  const columns = across ? measures.map((m) => m.name) : bases.map((basis) => t(`choice.basis.${basis}`));
  return (
    <>
      <table className={across ? "lines bases" : "lines bases down"} aria-label={t("byBasis.title")}>
        <thead>
          <tr>
            <th scope="col">{t(`money.${unit}`)}</th>
            {columns.map((name) => (
              <th scope="col" key={name} className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {across
            ? bases.map((basis) => (
                <tr key={basis}>
                  <th scope="row">{t(`choice.basis.${basis}`)}</th>
                  {measures.map((measure) => cell(measure, basis))}
                </tr>
              ))
            : measures.map((measure) => (
                <tr key={measure.name}>
                  <th scope="row">{measure.name}</th>
                  {bases.map((basis) => cell(measure, basis))}
                </tr>
              ))}
        </tbody>
      </table>
      {blank.length > 0 && <p className="note">{t("byBasis.blank", { bases: blank.join(t("grid.comma")) })}</p>}
    </>
  );
}

const percent = (thousandths: number | null) => (thousandths === null ? null : `${showRate(thousandths)}%`);

/** Percentage points ahead of 序时进度, or behind it; a sign and a word, not only a colour. */
function Ahead({ points }: { points: number }) {
  const { t } = useTranslation();
  const text = shifted(Math.abs(points), 1, 1);
  if (points === 0) return t("byBasis.even");
  if (points > 0) return t("byBasis.over", { points: text });
  return <span className="amber">{t("byBasis.under", { points: text })}</span>;
}
