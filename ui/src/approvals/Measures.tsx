import { useTranslation } from "react-i18next";
import type { MeasureCount } from "../bindings/types";

/** 容缺受理, 并联办理, 合并办理: how many, and in how many projects. */
export function Measures({ measures }: { measures: MeasureCount[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="ab-measures">
      <div className="cap">
        <h2 id="ab-measures">{t("desk_approvals.measures")}</h2>
      </div>
      {measures.every((one) => one.count === 0) ? (
        <p className="i2 ab-lead">{t("desk_approvals.noMeasures")}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("desk_approvals.measureHead")}</th>
              <th scope="col" className="c-n num">
                {t("desk_approvals.col.decided")}
              </th>
              <th scope="col" className="c-n num">
                {t("desk_approvals.projects")}
              </th>
              <th scope="col" className="c-wide num" title={t("desk_approvals.suppliedWhy")}>
                {t("desk_approvals.supplied")}
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((one) => (
              <tr key={one.measure}>
                <th scope="row">{t(`desk_approvals.measure.${one.measure}`)}</th>
                <td className={one.count === 0 ? "num i3" : "num b"}>{one.count}</td>
                <td className={one.projects === 0 ? "num i3" : "num"}>{one.projects}</td>
                <td className="num">{one.in_time !== null && `${one.in_time} / ${one.count}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
