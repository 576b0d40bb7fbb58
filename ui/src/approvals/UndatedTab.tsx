import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldFault, Undated, UndatedStep } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { Unsaved } from "../controls/Unsaved";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, ruleWords } from "../errors";
import { Broken } from "../frame/Broken";
import { Ring } from "../frame/icons";
import { stateWord } from "../i18n";
import { FindBox } from "../ledger/FindBox";
import { wordDay } from "../lib/day";
import { isIme } from "../lib/ime";
import { useKept } from "../lib/kept";
import { fillOf } from "../project/approvals/states";
import { act, useAsk } from "../query";
import { type ApprovalSearch, narrowed } from "./search";
import { nameOf } from "./words";

interface Props {
  search: ApprovalSearch;
  onSearch: (search: ApprovalSearch) => void;
}

/** Days typed so far, by step. */
type Days = Record<string, string | undefined>;

/** 未写日期: steps of which a ledger told no day. Filled in down the column, written together. */
export function UndatedTab({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const decided = search.decided === true;
  const asked = useAsk("approval_undated", { decided, project: null, text: search.text ?? "" });
  const kept = useKept<Days>("undated", {});
  const { fault, submit } = useSubmit();
  // What was sent, in its order: a refusal names its lines by their number.
  const [sent, setSent] = useState<string[]>([]);
  const wrong = useMemo(
    () => new Map(fault?.fields.map((one) => [sent[Number(one.params.row) - 1], one])),
    [fault, sent],
  );
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { rows } = asked.data;
  const typed = rows.filter((row) => kept.draft[row.step]);
  const save = () => {
    const days = typed.map((row) => ({ step: row.step, happened_on: kept.draft[row.step] ?? "" }));
    setSent(days.map((day) => day.step));
    // What is typed elsewhere on the list stays.
    const saved = () => kept.change(Object.fromEntries(days.map((day) => [day.step, undefined])));
    void submit(() => act("approval_day_fill", { days }, { saved }));
  };
  return (
    <>
      <Head told={asked.data} search={search} onSearch={onSearch} />
      {rows.length === 0 ? (
        <Nothing told={asked.data} search={search} onSearch={onSearch} />
      ) : (
        <form
          className="ab-undated"
          onSubmit={(e) => {
            e.preventDefault();
            save();
          }}
        >
          <Rows
            rows={rows}
            days={kept.draft}
            wrong={wrong}
            onDay={(step, day) => kept.change({ [step]: day || undefined })}
          />
          <div className="bar ab-batch">
            <button type="submit" className="btn pri" disabled={typed.length === 0}>
              {t("undated.save", { count: typed.length })}
            </button>
            {rows.length < asked.data[decided ? "decided" : "under_way"] && (
              <span className="note">{t("undated.first", { count: rows.length })}</span>
            )}
            <Unsaved kept={kept} />
            <Problem
              text={
                fault && (fault.fields.length === 0 ? faultWords(fault) : t("undated.wrong", { count: wrong.size }))
              }
            />
          </div>
        </form>
      )}
    </>
  );
}

function Head({ told, search, onSearch }: Props & { told: Undated }) {
  const { t } = useTranslation();
  const pick = (to: "under_way" | "decided") => {
    const { decided: _, ...rest } = search;
    onSearch(to === "decided" ? { ...rest, decided: true } : rest);
  };
  return (
    <div className="bar">
      <Seg
        label={t("undated.which")}
        value={search.decided ? "decided" : "under_way"}
        choices={(["under_way", "decided"] as const).map((value) => ({
          value,
          text: t(`undated.${value}`, { count: told[value] }),
        }))}
        onPick={pick}
      />
      <FindBox
        label={t("desk_approvals.find")}
        text={search.text ?? ""}
        onText={(text) => onSearch(narrowed(search, { text: text === "" ? undefined : text }))}
        onDone={() => document.querySelector<HTMLElement>(".ab-undated input")?.focus()}
      />
      <span className="note">{t(search.decided ? "undated.leadDecided" : "undated.lead")}</span>
    </div>
  );
}

interface RowsProps {
  rows: UndatedStep[];
  days: Days;
  wrong: Map<string | undefined, FieldFault>;
  onDay: (step: string, day: string) => void;
}

function Rows({ rows, days, wrong, onDay }: RowsProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  // Enter takes what was typed and goes on to the row below, as in a column of a sheet.
  const down = (e: KeyboardEvent<HTMLElement>) => {
    if (isIme(e) || e.key !== "Enter" || !(e.target instanceof HTMLInputElement)) return;
    const fields = [...e.currentTarget.querySelectorAll("input")];
    const next = fields[fields.indexOf(e.target) + 1];
    // The picker takes the day first.
    if (next) setTimeout(() => next.focus());
  };
  // The first that is wrong is brought into sight.
  useEffect(() => {
    if (wrong.size > 0) document.querySelector(".ab-undated .bad")?.scrollIntoView({ block: "nearest" });
  }, [wrong]);
  return (
    <div className="scrolls">
      <table className="lines" aria-label={t("undated.title")}>
        <thead>
          <tr>
            <th scope="col">{t("undated.project")}</th>
            <th scope="col">{t("undated.item")}</th>
            <th scope="col" className="c-state">
              {t("undated.state")}
            </th>
            <th scope="col" className="c-due">
              {t("undated.by")}
            </th>
            <th scope="col" className="c-source">
              {t("undated.source")}
            </th>
            <th scope="col" className="c-day">
              {t("undated.day")}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={down}>
          {rows.map((row) => {
            const [name, state, fault] = [nameOf(row, lang), stateWord(row.kind, row.state), wrong.get(row.step)];
            return (
              <tr key={row.step} className={fault ? "bad" : undefined}>
                <td title={row.project_name}>
                  <Link
                    to="/project/$id"
                    params={{ id: row.project }}
                    search={{ tab: "approvals", item: row.item }}
                    className="link cut"
                  >
                    {row.project_name}
                  </Link>
                </td>
                <td title={name}>{name}</td>
                <td>
                  <span className="ab-marked">
                    <Ring fill={fillOf(row.state)} />
                    <span className="cut">{state}</span>
                  </span>
                </td>
                <td className="i2">{wordDay(row.known_on, lang)}</td>
                <td className="i2" title={row.note ?? undefined}>
                  {row.note}
                </td>
                <td>
                  <DayInput
                    label={t("undated.dayOf", { project: row.project_name, item: name, state })}
                    value={days[row.step] ?? ""}
                    max={desk.today}
                    bad={fault !== undefined}
                    clears
                    holds
                    onPick={(day) => onDay(row.step, day)}
                  />
                  <Problem text={fault && ruleWords(fault)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Nothing({ told, search, onSearch }: Props & { told: Undated }) {
  const { t } = useTranslation();
  const other = search.decided ? told.under_way : told.decided;
  const { decided: _, ...rest } = search;
  const { text } = search;
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t(text || other > 0 ? "undated.noneFound" : "undated.none")}</h2>
        <p className="i2">{t("undated.noneLead")}</p>
        {text && (
          <button type="button" className="btn" onClick={() => onSearch(narrowed(search, { text: undefined }))}>
            {t("undated.clear")}
          </button>
        )}
        {!text && other > 0 && (
          <button
            type="button"
            className="btn"
            onClick={() => onSearch(search.decided ? rest : { ...rest, decided: true })}
          >
            {t(search.decided ? "undated.under_way" : "undated.decided", { count: other })}
          </button>
        )}
      </section>
    </div>
  );
}
