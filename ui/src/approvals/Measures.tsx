import { useTranslation } from "react-i18next";
import type { MeasureCount } from "../bindings/types";

/** 容缺受理, 并联办理, 模拟审批 …: how many, and in how many projects; what was not taken is left out. */
export function Measures({ measures }: { measures: MeasureCount[] }) {
  const { t } = useTranslation();
  const taken = measures.filter((one) => one.count > 0);
  return (
    <section aria-labelledby="ab-measures">
      <div className="cap">
        <h2 id="ab-measures">{t("desk_approvals.measures")}</h2>
      </div>
      {taken.length === 0 ? (
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
            {taken.map((one) => (
              <tr key={one.measure}>
                <th scope="row">{t(`desk_approvals.measure.${one.measure}`)}</th>
                <td className="num b">{one.count}</td>
                <td className="num">{one.projects}</td>
                <td className="num">{one.in_time !== null && `${one.in_time} / ${one.count}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
