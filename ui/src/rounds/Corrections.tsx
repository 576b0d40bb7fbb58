import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RoundPage } from "../bindings/types";
import { Broken } from "../frame/Broken";
import { moment } from "../lib/day";
import { fieldWord } from "../project/words";
import { useAsk } from "../query";
import { FieldText } from "./Differences";

/** 改数登记: what was changed after the closing, why, and who agreed. */
export function Corrections({ page }: { page: RoundPage }) {
  const { t } = useTranslation();
  const found = useAsk("round_corrections", { id: page.round.id });
  if (found.isError) return <Broken fault={found.error.fault} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  if (found.data.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t("rounds.noCorrections")}</h2>
          <p className="i2">{t(page.round.closed_ms === null ? "rounds.correctionsOpen" : "rounds.correctionsLead")}</p>
        </section>
      </div>
    );
  }
  const value = (field: string, text: string | null) => {
    const figure = field.startsWith("done_") && text !== null ? Number(text) : text;
    return { field, old: figure, new: figure };
  };
  return (
    <div className="scrolls grow">
      <table className="lines rd">
        <thead>
          <tr>
            <th scope="col" style={{ width: 136 }}>
              {t("rounds.changedAt")}
            </th>
            <th scope="col" style={{ width: "22%" }}>
              {t("rounds.project")}
            </th>
            <th scope="col" style={{ width: 104 }}>
              {t("rounds.field")}
            </th>
            <th scope="col">{t("rounds.old")}</th>
            <th scope="col">{t("rounds.new2")}</th>
            <th scope="col" style={{ width: "18%" }}>
              {t("correction.reason")}
            </th>
            <th scope="col" style={{ width: 104 }}>
              {t("correction.agreedBy")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.data.map((one) => (
            <tr key={one.id}>
              <td className="i2">{moment(one.changed_ms)}</td>
              <th scope="row">
                <Link to="/project/$id" params={{ id: one.project }} search={{ tab: "history" }} className="link">
                  {one.name}
                </Link>
              </th>
              <td>{fieldWord(one.field)}</td>
              <td className="wrap i2">
                <FieldText change={value(one.field, one.old)} side="old" />
              </td>
              <td className="wrap">
                <FieldText change={value(one.field, one.new)} side="new" />
              </td>
              <td className="wrap">{one.reason}</td>
              <td>{one.agreed_by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
