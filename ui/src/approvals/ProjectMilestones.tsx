import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FiguresQuery, MilestoneKind, MilestoneRow } from "../bindings/types";
import { shortDay } from "../lib/day";
import { daysWords, monthsWords, whyWords } from "../milestones/words";
import { useAsk } from "../query";
import "../milestones/milestones.css";

const FEW = 20;
const KINDS: MilestoneKind[] = ["conceived", "negotiating", "signed", "started", "operating", "first_product"];
const CHECKS = ["same_month", "by_year_end", "one_year"] as const;

/** The six milestones of every project that came to its last one in these days, the quickest into production first. */
export function ProjectMilestones({ days }: { days: FiguresQuery }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FEW);
  const table = useAsk("milestone_list", days).data;
  if (!table) return null;
  const rest = table.rows.length - limit;
  return (
    <section className="ms-table" aria-labelledby="ms-table">
      <div className="cap">
        <h2 id="ms-table">{t("milestones.table")}</h2>
        <span className="n">
          {table.signing_days === null
            ? t("milestones.tableNote")
            : t("milestones.signing", { count: table.signing_days })}
        </span>
      </div>
      {table.rows.length === 0 ? (
        <p className="i2 ab-lead">{t("milestones.none")}</p>
      ) : (
        <>
          <ul className="ms-sums">
            {CHECKS.map((name) => (
              <li key={name}>
                {t(`milestones.check.${name}`)} <b>{t("milestones.of", table[name])}</b>
              </li>
            ))}
          </ul>
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">{t("desk_approvals.project")}</th>
                {KINDS.map((kind) => (
                  <th scope="col" key={kind} className="c-ms">
                    {kind === "first_product" ? t("milestones.firstShort") : t(`milestones.kind.${kind}`)}
                  </th>
                ))}
                <th scope="col" className="c-n num" title={t("milestones.toSigningWhy")}>
                  {t("milestones.toSigning")}
                </th>
                <th scope="col" className="c-n num" title={t("milestones.toProductionWhy")}>
                  {t("milestones.toProduction")}
                </th>
                <th scope="col" className="c-one" title={t("milestones.oneYearWhy")}>
                  {t("milestones.oneYear")}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.rows.slice(0, limit).map((row) => (
                <Line key={row.project} row={row} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {rest > 0 && (
        <p className="ab-more">
          <button type="button" className="link" onClick={() => setLimit(limit + FEW)}>
            {t("milestones.more", { count: rest })}
          </button>
        </p>
      )}
    </section>
  );
}

function Line({ row }: { row: MilestoneRow }) {
  const { t } = useTranslation();
  const { lines, to_signing, whole, one_year } = row.milestones;
  return (
    <tr>
      <td title={row.project_name}>
        <Link to="/project/$id" params={{ id: row.project }} className="link">
          {row.project_name}
        </Link>
      </td>
      {lines.map((line) => (
        <td key={line.kind} className="i2">
          {line.day && shortDay(line.day)}
        </td>
      ))}
      <td className="num" title={to_signing ? monthsWords(to_signing) : undefined}>
        {to_signing && daysWords(to_signing)}
      </td>
      <td className="num b" title={whole ? monthsWords(whole) : undefined}>
        {whole && daysWords(whole)}
      </td>
      <td className={one_year.answer === "unknown" ? "i3" : undefined} title={whyWords(one_year) || undefined}>
        {t(`milestones.answer.${one_year.answer}`)}
      </td>
    </tr>
  );
}
