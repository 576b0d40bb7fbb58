import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TurnDecision, YearPage } from "../bindings/types";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { act, tryTo, useAsk } from "../query";
import { DecideBar } from "./DecideBar";
import { TurnTable } from "./TurnTable";

export const DECISIONS = ["continued", "prepared", "completed", "terminated", "undecided"] as const;

/** 结转向导: where every project of last year goes; edited in bulk, carried out at once. */
export function Turn({ year }: { year: number }) {
  const asked = useAsk("year_get", { year });
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data || asked.data.year !== year) return null;
  return asked.data.rows.length === 0 ? <Nothing year={year} /> : <Guide page={asked.data} />;
}

function Nothing({ year }: { year: number }) {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t("years.none")}</h2>
        <p className="i2">{t("years.noneLead", { year })}</p>
        <Link to="/import" className="btn pri">
          <Icon name="in" />
          {t("years.noneAct")}
        </Link>
      </section>
    </div>
  );
}

function Guide({ page }: { page: YearPage }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [only, setOnly] = useState<TurnDecision | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { year, rows, closing } = page;
  const counts = Object.fromEntries(
    DECISIONS.map((decision) => [decision, rows.filter((row) => row.decision === decision && !row.applied).length]),
  ) as Record<TurnDecision, number>;
  const all = Object.fromEntries(
    DECISIONS.map((decision) => [decision, rows.filter((row) => row.decision === decision).length]),
  ) as Record<TurnDecision, number>;
  const shown = only === null ? rows : rows.filter((row) => row.decision === only);
  const open = rows.filter((row) => !row.applied);
  const chosen = open.filter((row) => picked.has(row.project));
  const early = desk.today.slice(0, 7) < `${year - 1}-12`;
  const ready = open.length > counts.undecided;
  return (
    <>
      <div className="turn-head">
        <div className="seg" role="group" aria-label={t("years.filter")}>
          <button
            type="button"
            className={only === null ? "on" : ""}
            aria-pressed={only === null}
            onClick={() => setOnly(null)}
          >
            {t("years.all")} {rows.length}
          </button>
          {DECISIONS.filter((decision) => all[decision] > 0 || decision === only).map((decision) => (
            <button
              type="button"
              key={decision}
              className={only === decision ? "on" : ""}
              aria-pressed={only === decision}
              onClick={() => setOnly(decision)}
            >
              {t(`years.decision.${decision}`)} {all[decision]}
            </button>
          ))}
        </div>
        <span className="note cut">
          {page.prior_from
            ? t("years.priorFrom", { name: page.prior_from.name })
            : t("years.priorLive", { month: `${year - 1}-12` })}
        </span>
        <span className="grow" />
        <span className="closing" title={t("years.closing")}>
          {t("years.closes", {
            count: closing.count,
            new: closing.new,
            continued: closing.continued,
            neither: closing.neither,
          })}
        </span>
      </div>
      <TurnTable rows={shown} picked={picked} onPick={setPicked} />
      {chosen.length > 0 ? (
        <DecideBar year={year} rows={chosen} onDone={() => setPicked(new Set())} />
      ) : (
        <div className="acts">
          <button
            type="button"
            className="btn pri"
            disabled={early || !ready}
            onClick={() => void tryTo(() => act("year_turn", { year }))}
          >
            {t("years.turn", { year })}
          </button>
          {page.turned && <span className="tag green">{t("years.turnedOn", { day: page.turned.turned_on })}</span>}
          <span className="note cut">
            {early
              ? `${t("years.future", { year })}　${t("years.futureLead", { month: `${year - 1}-12` })}`
              : ready
                ? t("years.turnNote", counts)
                : t("years.about")}
          </span>
        </div>
      )}
    </>
  );
}
