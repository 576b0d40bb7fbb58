import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BasisMoney, ProjectFile } from "../../bindings/types";
import { useDesk } from "../../desk";
import { shifted, showMoney, showRate } from "../../lib/money";
import { CHOICES } from "../fields";
import { periodName } from "./name";

interface Measure {
  name: string;
  strong?: boolean;
  show: (money: BasisMoney) => ReactNode;
}

/** 调度, 统计 and 财务支付 beside each other, each as of its own day; no figure here adds two of them up (C30). */
export function BasisTable({ file, across }: { file: ProjectFile; across?: boolean }) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const { money } = file.figures;
  if (money.length === 0) return <p className="note">{t("byBasis.none")}</p>;
  const measures: Measure[] = [
    { name: t("byBasis.asOf"), show: (m) => m.as_of ?? periodName(m.period, m.basis, lang) },
    { name: t("field.done_total"), show: (m) => showMoney(m.done_total, unit), strong: true },
    { name: t("byBasis.ofTotal"), show: (m) => percent(m.rate) },
    { name: t("field.done_year"), show: (m) => showMoney(m.done_year, unit), strong: true },
    { name: t("byBasis.ofPlan"), show: (m) => percent(m.year_rate) },
    { name: t("byBasis.schedule"), show: (m) => m.year_rate !== null && percent(m.schedule) },
    { name: t("byBasis.ahead"), show: (m) => m.ahead !== null && <Ahead points={m.ahead} /> },
    { name: t("field.done_month"), show: (m) => showMoney(m.done_month, unit) },
  ];
  const cell = (measure: Measure, basis: BasisMoney["basis"]) => {
    const found = money.find((m) => m.basis === basis);
    const shown = found && measure.show(found);
    return (
      <td key={`${measure.name} ${basis}`} className={measure.strong ? "num b" : "num"}>
        {shown || <span className="i3">—</span>}
      </td>
    );
  };
  const columns = across ? measures.map((m) => m.name) : CHOICES.basis.map((basis) => t(`choice.basis.${basis}`));
  return (
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
          ? CHOICES.basis.map((basis) => (
              <tr key={basis}>
                <th scope="row">{t(`choice.basis.${basis}`)}</th>
                {measures.map((measure) => cell(measure, basis))}
              </tr>
            ))
          : measures.map((measure) => (
              <tr key={measure.name}>
                <th scope="row">{measure.name}</th>
                {CHOICES.basis.map((basis) => cell(measure, basis))}
              </tr>
            ))}
      </tbody>
    </table>
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
