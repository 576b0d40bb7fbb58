import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalFigures } from "../bindings/types";

const FEW = 50;

/** From 出让合同 to 施工许可证, the quickest first. */
export function Milestones({ figures }: { figures: ApprovalFigures }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FEW);
  const { milestones, median_days } = figures;
  const rest = milestones.length - limit;
  return (
    <section aria-labelledby="ab-milestones">
      <div className="cap">
        <h2 id="ab-milestones">{t("desk_approvals.milestones")}</h2>
        {median_days !== null && (
          <span className="n">
            {t("desk_approvals.median", {
              projects: t("desk_approvals.projectCount", { count: milestones.length }),
              count: median_days,
            })}
          </span>
        )}
      </div>
      {milestones.length === 0 ? (
        <p className="i2 ab-lead">{t("desk_approvals.noMilestones")}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("desk_approvals.project")}</th>
              <th scope="col" className="c-day">
                {t("desk_approvals.contract")}
              </th>
              <th scope="col" className="c-day">
                {t("desk_approvals.permit")}
              </th>
              <th scope="col" className="c-n num">
                {t("desk_approvals.calendarDays")}
              </th>
              <th scope="col" className="c-n num">
                {t("desk_approvals.workingDays")}
              </th>
            </tr>
          </thead>
          <tbody>
            {milestones.slice(0, limit).map((one) => (
              <tr key={one.project}>
                <td title={one.project_name}>
                  <Link to="/project/$id" params={{ id: one.project }} search={{ tab: "approvals" }} className="link">
                    {one.project_name}
                  </Link>
                </td>
                <td className="i2">{one.contract_on}</td>
                <td className="i2">{one.permit_on}</td>
                <td className="num b">{one.days}</td>
                <td className="num i2">{one.working_days}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <p className="ab-more">
          <button type="button" className="link" onClick={() => setLimit(limit + FEW)}>
            {t("desk_approvals.more", { count: rest })}
          </button>
        </p>
      )}
    </section>
  );
}
