import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayInput } from "../controls/DayInput";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Page } from "../frame/Page";
import { labelWords } from "../frame/words";
import { moment } from "../lib/day";
import { tableWord } from "../project/words";
import { useAsk } from "../query";
import { type Done, type Group, groupsOf } from "./groups";
import { beforeDay, firstDay, type Period } from "./period";
import { useNames } from "./useNames";
import "./changes.css";

/** As many as the core tells at most. */
const MOST = 1000;
const FEW = 50;

/** 最近变化: what happened since a day, project by project; each line opens its project. */
export function ChangesPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const period = useSearch({ from: "/changes" });
  const day = firstDay(period, desk.today);
  const touched = useAsk("changes_since", { ms: beforeDay(day) });
  const groups = groupsOf(touched.data ?? []);
  return (
    <Page title={t("changes.title")}>
      <Bar period={period} day={day} />
      {touched.isError && <Broken fault={touched.error.fault} retry={() => void touched.refetch()} />}
      {touched.data && groups.length === 0 && <Nothing period={period} />}
      {groups.length > 0 && (
        <div className="changes scrolls">
          <List key={day} groups={groups} />
          {touched.data?.length === MOST && <p className="fold">{t("changes.most")}</p>}
        </div>
      )}
    </Page>
  );
}

type Choice = "today" | "week" | "month" | "day";

function choiceOf({ days, since }: Period): Choice {
  if (since !== undefined) return "day";
  return days === 1 ? "today" : days === 30 ? "month" : "week";
}

function Bar({ period, day }: { period: Period; day: string }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const go = (search: Period) => void navigate({ to: "/changes", search, replace: true });
  const choice = choiceOf(period);
  const search: Record<Choice, Period> = { today: { days: 1 }, week: {}, month: { days: 30 }, day: { since: day } };
  return (
    <div className="bar">
      <Seg
        label={t("changes.span")}
        value={choice}
        choices={(["today", "week", "month", "day"] as const).map((value) => ({ value, text: t(`changes.${value}`) }))}
        onPick={(to) => go(search[to])}
      />
      {choice === "day" && (
        <span className="since">
          <DayInput label={t("changes.span")} value={day} max={desk.today} onPick={(since) => go({ since })} />
        </span>
      )}
      {choice !== "day" && choice !== "today" && <span className="note">{day}</span>}
    </div>
  );
}

function Nothing({ period }: { period: Period }) {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t(`changes.none.${choiceOf(period)}`)}</h2>
        <p className="i2">{t("changes.noneLead")}</p>
        {period.days !== 30 && (
          <Link to="/changes" search={{ days: 30 }} replace className="btn pri">
            {t("changes.earlier")}
          </Link>
        )}
      </section>
    </div>
  );
}

function List({ groups }: { groups: Group[] }) {
  const { t } = useTranslation();
  const { name, known } = useNames();
  const [limit, setLimit] = useState(FEW);
  const rest = groups.length - limit;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col" style={{ width: 140 }}>
            {t("changes.when")}
          </th>
          <th scope="col" style={{ width: 120 }}>
            {t("changes.who")}
          </th>
          <th scope="col" style={{ width: 220 }}>
            {t("changes.what")}
          </th>
          <th scope="col">{t("changes.records")}</th>
        </tr>
      </thead>
      {groups.slice(0, limit).map((group) => (
        <Part key={group.key} group={group} name={name} known={known} />
      ))}
      {rest > 0 && (
        <tbody>
          <tr>
            <td colSpan={4}>
              <button type="button" className="link" onClick={() => setLimit(limit + FEW)}>
                {t("changes.more", { count: rest })}
              </button>
            </td>
          </tr>
        </tbody>
      )}
    </table>
  );
}

interface PartProps {
  group: Group;
  name: (row: string) => string | null;
  /** The names of projects are there. */
  known: boolean;
}

function Part({ group, name, known }: PartProps) {
  const { t } = useTranslation();
  const { project } = group;
  const called = project === null ? t("changes.office") : (name(project) ?? (known ? t("changes.gone") : ""));
  const there = project !== null && name(project) !== null;
  const opens = (text: string, label?: string) =>
    there && project !== null ? (
      <Link to="/project/$id" params={{ id: project }} search={{ tab: "history" }} className="link" aria-label={label}>
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <tbody>
      <tr className="of">
        <th scope="rowgroup" colSpan={4}>
          {opens(called)}
        </th>
      </tr>
      {group.acts.map((act) => (
        <tr key={`${act.ms} ${act.person} ${act.label}`}>
          <td className="i2">{moment(act.ms)}</td>
          <td>{act.person}</td>
          <td>{opens(labelWords(act.label), `${labelWords(act.label)} ${t("changes.open", { name: called })}`)}</td>
          <Records act={act} name={name} />
        </tr>
      ))}
    </tbody>
  );
}

/** At most so many names in a line; beyond, only how many. */
const NAMED = 6;

function Records({ act, name }: { act: Done; name: PartProps["name"] }) {
  const { t } = useTranslation();
  const words = act.records.map(([table, rows]) => {
    const names = table === "project" ? [] : rows.map(name).filter((one) => one !== null);
    if (names.length === rows.length && rows.length <= NAMED) return names.join(t("import.comma"));
    return rows.length === 1 ? tableWord(table) : t("changes.counted", { what: tableWord(table), n: rows.length });
  });
  const told = words.join(t("import.comma"));
  return (
    <td className="i2" title={told}>
      {told}
    </td>
  );
}
