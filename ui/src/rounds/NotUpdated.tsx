import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RoundPage } from "../bindings/types";
import { Broken } from "../frame/Broken";
import { Lamp } from "../frame/icons";
import { useAsk } from "../query";
import { idleShade } from "./idle";

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
          <table className="lines rd">
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
                <th scope="col" style={{ width: 136 }}>
                  {t("rounds.idle")}
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
                  <td>
                    <span className="row">
                      <Lamp shade={idleShade(one.days)} label={t("rounds.days", { count: one.days })} />
                      {t("rounds.days", { count: one.days })}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
