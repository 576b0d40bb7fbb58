import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ReductionSum } from "../bindings/types";

/** Days are counted in halves. */
const shown = (one: ReductionSum, n: number) => (one.cut === "days" ? n / 2 : n).toLocaleString("en-US");

/** 四减: steps, papers, days and fees before and after, over the decided approvals; what is not known is left out and said. */
export function Reductions({ sums }: { sums: ReductionSum[] }) {
  const { t } = useTranslation();
  const empty = sums.every((one) => one.known === 0);
  return (
    <section aria-labelledby="ab-reductions">
      <div className="cap">
        <h2 id="ab-reductions">{t("reduction.title")}</h2>
        <span className="n">{t("reduction.note")}</span>
      </div>
      {empty ? (
        <p className="i2 ab-lead">
          {t("reduction.empty")}{" "}
          <Link to="/settings" search={{ tab: "library" }} className="link">
            {t("three_lists.toLibrary")}
          </Link>
        </p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("reduction.what")}</th>
              <th scope="col" className="c-n num" title={t("reduction.knownWhy")}>
                {t("reduction.known")}
              </th>
              <th scope="col" className="c-n num">
                {t("reduction.before")}
              </th>
              <th scope="col" className="c-n num">
                {t("reduction.after")}
              </th>
              <th scope="col" className="c-n num">
                {t("reduction.less")}
              </th>
              <th scope="col" className="c-n num" title={t("reduction.unknownWhy")}>
                {t("reduction.unknown")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sums.map((one) => (
              <tr key={one.cut}>
                <th scope="row">
                  {t(`reduction.kind.${one.cut}`)} <span className="i3">{t(`reduction.unit.${one.cut}`)}</span>
                </th>
                <td className="num">{one.known}</td>
                <td className="num i2">{one.known > 0 && shown(one, one.before)}</td>
                <td className="num">{one.known > 0 && shown(one, one.after)}</td>
                <td className="num b">{one.less?.text}</td>
                <td className="num i3">{one.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
