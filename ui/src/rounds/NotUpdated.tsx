import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RoundPage } from "../bindings/types";
import { Broken } from "../frame/Broken";
import { useAsk } from "../query";
import { IdleCell } from "./IdleCell";

/** 未更新名单: projects without a report of this period, and how long nobody has touched them. */
export function NotUpdated({ page }: { page: RoundPage }) {
  const { t } = useTranslation();
  const found = useAsk("round_not_updated", { id: page.round.id });
  if (found.isError) return <Broken fault={found.error.fault} retry={() => void found.refetch()} />;
  const list = found.data ?? [];
  return (
    <>
      <div className="bar">
        <span>{t("rounds.idleCount", { count: list.length, of: page.projects })}</span>
      </div>
      {found.data && list.length === 0 ? (
        <div className="hollow">
          <section className="empty">
            <h2>{t("rounds.allUpdated")}</h2>
            <p className="i2">{t("rounds.allUpdatedLead")}</p>
          </section>
        </div>
      ) : (
        <div className="scrolls grow">
          <table className="lines rd narrow">
            <thead>
              <tr>
                <th scope="col" style={{ width: 144 }}>
                  {t("rounds.unit")}
                </th>
                <th scope="col">{t("rounds.project")}</th>
                <th scope="col" style={{ width: 112 }}>
                  {t("column.leader")}
                </th>
                <th scope="col" style={{ width: 112 }}>
                  {t("rounds.lastReport")}
                </th>
                <th scope="col" className="num" style={{ width: 136 }}>
                  {t("rounds.idle")} <span className="u">{t("rounds.dayUnit")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <tr key={one.project}>
                  <td>{one.unit_name}</td>
                  <th scope="row">
                    <Link to="/project/$id" params={{ id: one.project }} className="link">
                      {one.name}
                    </Link>
                  </th>
                  <td>{one.leader}</td>
                  <td>{one.reported ?? <span className="i3">{t("rounds.never")}</span>}</td>
                  <IdleCell days={one.days} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
