import { useTranslation } from "react-i18next";
import type { PreviewSummary } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import { moment } from "../lib/day";
import { showMoney } from "../lib/money";
import { useAsk } from "../query";
import { kindWord } from "./kinds";

const FIRST = 6;

interface Props {
  session: string;
  summary: PreviewSummary;
  onMore: () => void;
}

/** What the desk will look like: sums before and after, and whom the file does not name. */
export function After({ session, summary, onMore }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="rp scrolls" aria-label={t("preview.after")}>
      <section>
        <div className="cap">
          <h2>{t("preview.after")}</h2>
          <span className="n">{t("preview.period", { period: summary.period })}</span>
        </div>
        {summary.basis === "dispatch" ? <Sums summary={summary} /> : <Kept summary={summary} />}
      </section>
      {summary.missing > 0 && <Missing session={session} summary={summary} onMore={onMore} />}
      <section className="last">
        <p className="note">{t("preview.safe")}</p>
      </section>
    </aside>
  );
}

/** What a list of figures leaves as it is. */
function Kept({ summary }: { summary: PreviewSummary }) {
  const { t } = useTranslation();
  return (
    <dl className="ul">
      <div>
        <dt className="i3">{t("preview.writes")}</dt>
        <dd>
          {t("preview.writesFigures", { basis: t(`choice.basis.${summary.basis}`), period: summary.period })}
          {summary.basis === "statistics" && <div>{t("preview.entersToo")}</div>}
        </dd>
      </div>
      <div>
        <dt className="i3">{t("preview.keeps")}</dt>
        <dd>{t("preview.keepsProjects")}</dd>
      </div>
    </dl>
  );
}

function Sums({ summary }: { summary: PreviewSummary }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const sums = ["total", "plan", "done_total"] as const;
  return (
    <table className="ck w">
      <thead>
        <tr>
          <th scope="col" aria-label={t("history.field")} />
          <th scope="col">{t("preview.now")}</th>
          <th scope="col">{t("preview.then")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("table.project")}</th>
          <td>{summary.before.count}</td>
          <td>{summary.after.count}</td>
        </tr>
        {sums.map((field) => (
          <tr key={field}>
            <th scope="row">
              {t(`column.${field}`)} <span className="u t12">{t(`money.${unit}`)}</span>
            </th>
            <td>{showMoney(summary.before[field], unit)}</td>
            <td className={summary.after[field] === summary.before[field] ? undefined : "b"}>
              {showMoney(summary.after[field], unit)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Missing({ session, summary, onMore }: Props) {
  const { t } = useTranslation();
  const count = summary.missing;
  const unnamed = summary.basis === "statistics";
  const rows = useAsk("ledger_preview_rows", { session, kind: "missing", text: "", offset: 0, limit: FIRST });
  return (
    <section>
      <div className="cap">
        <h2>{t(unnamed ? "preview.unnamedTitle" : "preview.missingTitle")}</h2>
        <span className="n">{t("preview.missingNote", { count })}</span>
      </div>
      <ul className="wl">
        {(rows.data ?? []).map((row) => (
          <li key={row.like?.id ?? row.name}>
            <Lamp shade="ring" label={t(kindWord("missing", summary))} />
            <span className="cut">{row.name}</span>
            <span className="i3 t12">
              {row.last_seen !== null && t("preview.lastSeen", { at: moment(row.last_seen).slice(0, 7) })}
            </span>
          </li>
        ))}
      </ul>
      {count > FIRST && (
        <button type="button" className="link t12" onClick={onMore}>
          {t("preview.missingRest", { count: count - FIRST })}
        </button>
      )}
    </section>
  );
}
