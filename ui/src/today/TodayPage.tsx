import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TodayParty } from "../bindings/types";
import { Firsts } from "../controls/Firsts";
import { Tabs } from "../controls/Tabs";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Page } from "../frame/Page";
import { weekDay } from "../lib/weekday";
import { useAsk } from "../query";
import { CallForm } from "./CallForm";
import { CallSheet } from "./CallSheet";
import { Counts } from "./Counts";
import { DayBars } from "./DayBars";
import { isMine, keepMine } from "./mine";
import { Promises } from "./Promises";
import { Rounds } from "./Rounds";
import type { TodaySearch } from "./search";
import { keepSheet } from "./trail";
import { useRoom } from "./useRoom";
import "./today.css";

const WHOSE = ["mine", "all"] as const;
type Whose = (typeof WHOSE)[number];

/** 今日: whom do I call now? */
export function TodayPage() {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const navigate = useNavigate();
  const search = useSearch({ from: "/today" });
  const room = useRoom();
  const [printing, setPrinting] = useState(false);
  const [calling, setCalling] = useState<TodayParty | null>(null);
  const { waiting = null, party = null } = search;
  const mine = search.mine ?? isMine(desk.office?.id);
  const asked = useAsk("today_get", { mine, waiting, party, whole: printing, room }, desk.projects > 0);
  // Printed once all its lines are there.
  const whole = printing && !asked.isPlaceholderData && asked.data !== undefined;
  const failed = asked.isError;
  useEffect(() => {
    if (whole) window.print();
    if (whole || failed) setPrinting(false);
  }, [whole, failed]);
  // Projects that are opened from here lead on along this sheet, as it stands now.
  useEffect(() => keepSheet({ mine, waiting }), [mine, waiting]);
  const go = (to: TodaySearch) => void navigate({ to: "/today", search: { mine, ...to }, replace: true });
  const pick = (whose: Whose) => {
    keepMine(desk.office?.id, whose === "mine");
    go({ mine: whose === "mine", ...(waiting && { waiting }) });
  };
  const head = (
    <>
      <h1>{t("today.title")}</h1>
      {desk.projects > 0 && (
        <Tabs label={t("today.whose")} tabs={WHOSE} at={mine ? "mine" : "all"} onPick={pick}>
          {(whose) => t(`today.${whose === "mine" ? "mine" : "everyone"}`)}
        </Tabs>
      )}
      <span className="i2">{weekDay(desk.today, lang)}</span>
    </>
  );
  const page = asked.data;
  return (
    <Page title={t("today.title")} head={head}>
      {desk.projects === 0 && <Firsts title={t("today.noProjects")} />}
      {asked.isError && <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />}
      {desk.projects > 0 && page && (
        <>
          <Counts counts={page.counts} at={search.waiting} onPick={(to) => go(to ? { waiting: to } : {})} />
          <div className="td-two">
            <CallSheet
              page={page}
              mine={mine}
              search={search}
              onSearch={go}
              onCall={setCalling}
              onPrint={() => setPrinting(true)}
            />
            <aside className="td-side scrolls">
              <DayBars days={page.days} />
              <Rounds />
              <Promises promises={page.promises} today={page.as_of} />
            </aside>
          </div>
        </>
      )}
      {calling && <CallForm party={calling} waiting={waiting} mine={mine} onClose={() => setCalling(null)} />}
    </Page>
  );
}
