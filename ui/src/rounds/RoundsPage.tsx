import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoundInfo } from "../bindings/types";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Icon, Lamp, Ring } from "../frame/icons";
import { Page } from "../frame/Page";
import { moment } from "../lib/day";
import { useWish } from "../palette/store";
import { useAsk } from "../query";
import { NewRound } from "./NewRound";
import { ReportsHead } from "./ReportsHead";
import { Snapshots } from "./Snapshots";
import { all, dueWords, HEAP_NAMES, heapOf, heapTitle, periodName } from "./words";
import "./rounds.css";

const WISHED = ["newRound"] as const;

/** 报送: the rounds of the office, newest first, and the snapshots below them. */
export function RoundsPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const rounds = useAsk("round_list", {});
  const [making, setMaking] = useState(false);
  useWish(WISHED, () => setMaking(true));
  const none = rounds.data?.length === 0;
  return (
    <Page title={t("rail.reports")} head={<ReportsHead />}>
      {rounds.isError && <Broken fault={rounds.error.fault} retry={() => void rounds.refetch()} />}
      {rounds.data && (
        <div className="rounds scrolls">
          <section aria-label={t("rounds.title")}>
            <div className="cap">
              <h2 className="hidden">{t("rounds.title")}</h2>
              <span className="n">{t("rounds.lead")}</span>
              {!none && (
                <button type="button" className="btn s more" onClick={() => setMaking(true)}>
                  <Icon name="plus" />
                  {t("rounds.new")}
                </button>
              )}
            </div>
            {none ? <Nothing projects={desk.projects} onNew={() => setMaking(true)} /> : <List rounds={rounds.data} />}
          </section>
          <Snapshots />
        </div>
      )}
      {making && (
        <NewRound
          onClose={() => setMaking(false)}
          onMade={(id) => void navigate({ to: "/rounds/$id", params: { id } })}
        />
      )}
    </Page>
  );
}

/** What to do first: without projects there is nobody who could report. */
function Nothing({ projects, onNew }: { projects: number; onNew: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t("rounds.none")}</h2>
      <p className="i2">{projects === 0 ? t("rounds.noneProjects") : t("rounds.noneLead")}</p>
      {projects === 0 ? (
        <Link to="/import" className="btn pri">
          <Icon name="in" />
          {t("rounds.importFirst")}
        </Link>
      ) : (
        <button type="button" className="btn pri" onClick={onNew}>
          <Icon name="plus" />
          {t("rounds.new")}
        </button>
      )}
    </div>
  );
}

function List({ rounds }: { rounds: RoundInfo[] }) {
  const { t } = useTranslation();
  // Most rounds are called as their period: said once is enough.
  const named = rounds.some(({ round }) => round.name !== periodName(round.kind, round.period));
  return (
    <table className="lines rd narrow">
      <thead>
        <tr>
          <th scope="col">{t("rounds.name")}</th>
          {named && (
            <th scope="col" style={{ width: 104 }}>
              {t("rounds.period")}
            </th>
          )}
          <th scope="col" style={{ width: 96 }}>
            {t("rounds.asOf")}
          </th>
          <th scope="col" style={{ width: 136 }}>
            {t("rounds.due")}
          </th>
          <th scope="col" className="num" style={{ width: 72 }} title={t("rounds.unitsSum")}>
            {t("rounds.units")}
          </th>
          {HEAP_NAMES.map((heap) => (
            <th
              key={heap}
              scope="col"
              className="num"
              style={{ width: heap === "toLookAt" ? 96 : 80 }}
              title={heapTitle(heap, t)}
            >
              {t(`rounds.${heap}`)}
            </th>
          ))}
          <th scope="col" style={{ width: 176 }}>
            {t("rounds.where")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((info) => (
          <Line key={info.round.id} info={info} named={named} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ info, named }: { info: RoundInfo; named: boolean }) {
  const { t } = useTranslation();
  const { round, counts, overdue } = info;
  const late = overdue && heapOf(counts, "reported") < all(counts);
  return (
    <tr>
      <th scope="row">
        <Link to="/rounds/$id" params={{ id: round.id }} className="link">
          {round.name}
        </Link>
      </th>
      {named && <td>{periodName(round.kind, round.period)}</td>}
      <td>{round.as_of}</td>
      <td>{dueWords(round.due_on, round.due_minute)}</td>
      <td className="num">{all(counts)}</td>
      {HEAP_NAMES.map((heap) => {
        const n = heapOf(counts, heap);
        return (
          <td key={heap} className={n === 0 ? "num i3" : "num"}>
            {n}
          </td>
        );
      })}
      <td>
        {round.closed_ms === null ? (
          <span className="row">
            {late ? <Lamp shade="red" label={t("rounds.overdue")} /> : <Ring fill="half" />}
            {t(late ? "rounds.overdue" : "rounds.open")}
          </span>
        ) : (
          <span className="row">
            <Ring fill="done" />
            {t("rounds.closedOn", { at: moment(round.closed_ms) })}
          </span>
        )}
      </td>
    </tr>
  );
}
