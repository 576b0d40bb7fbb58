import { useTranslation } from "react-i18next";
import type { BasisMoney, ProjectFile } from "../../bindings/types";
import { useDesk } from "../../desk";
import { shifted, showMoney, showRate } from "../../lib/money";
import { CHOICES } from "../fields";
import { periodName } from "./name";

/** 调度, 统计 and 财务支付 beside each other, each as of its own day; no figure here adds two of them up (C30). */
export function BasisTable({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const { money } = file.figures;
  if (money.length === 0) return <p className="note">{t("byBasis.none")}</p>;
  const of = (basis: BasisMoney["basis"]) => money.find((m) => m.basis === basis);
  const rows: { name: string; value: (m: BasisMoney) => React.ReactNode; strong?: boolean }[] = [
    { name: t("byBasis.asOf"), value: (m) => m.as_of ?? periodName(m.period, m.basis, lang) },
    { name: t("field.done_total"), value: (m) => showMoney(m.done_total, unit), strong: true },
    { name: t("byBasis.ofTotal"), value: (m) => percent(m.rate) },
    { name: t("field.done_year"), value: (m) => showMoney(m.done_year, unit), strong: true },
    { name: t("byBasis.ofPlan"), value: (m) => percent(m.year_rate) },
    { name: t("byBasis.schedule"), value: (m) => m.year_rate !== null && percent(m.schedule) },
    { name: t("byBasis.ahead"), value: (m) => <Ahead points={m.ahead} /> },
    { name: t("field.done_month"), value: (m) => showMoney(m.done_month, unit) },
  ];
  return (
    <table className="lines bases" aria-label={t("byBasis.title")}>
      <thead>
        <tr>
          <th scope="col">{t(`money.${unit}`)}</th>
          {CHOICES.basis.map((basis) => (
            <th scope="col" key={basis} className="num">
              {t(`choice.basis.${basis}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {CHOICES.basis.map((basis) => {
              const found = of(basis);
              const shown = found ? row.value(found) : null;
              return (
                <td key={basis} className={row.strong ? "num b" : "num"}>
                  {shown || <span className="i3">—</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percent = (thousandths: number | null) => (thousandths === null ? null : `${showRate(thousandths)}%`);

/** Percentage points ahead of 序时进度, or behind it; a sign and a word, not only a colour. */
function Ahead({ points }: { points: number | null }) {
  const { t } = useTranslation();
  if (points === null) return null;
  const text = shifted(Math.abs(points), 1, 1);
  if (points === 0) return t("byBasis.even");
  if (points > 0) return t("byBasis.over", { points: text });
  return <span className="amber">{t("byBasis.under", { points: text })}</span>;
}
