import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { useAsk } from "../query";
import { type Draft, newNotice, newUnit, useDraft } from "./draft";
import { Work } from "./Work";
import { YearSheet } from "./YearSheet";
import "./calendar.css";

/** 日历: which days are worked, by which notice, and what single units work otherwise. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const { year = Number(desk.today.slice(0, 4)) } = useSearch({ from: "/settings" });
  const { draft, change, ...work } = useDraft();
  const [open, setOpen] = useState(draft !== null);
  const asked = useAsk("calendar_get", { year });
  // Leaving the work, the keys stand where it was begun.
  const back = useRef(false);
  const first = (button: HTMLButtonElement | null) => {
    if (back.current && button) button.focus();
    if (button) back.current = false;
  };
  const go = (to: number) => void navigate({ to: "/settings", search: { tab: "calendar", year: to }, replace: true });
  const begin = (to: Draft) => {
    work.begin(to);
    setOpen(true);
  };
  const later = () => {
    back.current = true;
    setOpen(false);
  };
  const done = (of: number | null) => {
    later();
    work.leave();
    if (of !== null) go(of);
  };
  if (draft && open) {
    return <Work draft={draft} fallback={year} change={change} onLater={later} onDone={done} />;
  }
  if (!asked.data) return <Problem text={asked.error && faultWords(asked.error.fault)} />;
  const act = (words: string, run: () => void, main = false) => (
    <button type="button" className={main ? "btn s pri" : "btn s"} ref={main ? first : undefined} onClick={run}>
      {words}
    </button>
  );
  const acts = draft ? (
    <>
      {act(t("calendar.leave"), () => done(null))}
      {act(t("calendar.resume"), () => setOpen(true), true)}
    </>
  ) : (
    <>
      {act(t("calendar.unit.enter"), () => begin(newUnit(year)))}
      {act(t("calendar.enter"), () => begin(newNotice(year)), true)}
    </>
  );
  return <YearSheet found={asked.data} onYear={go} onDraft={draft ? null : begin} acts={acts} />;
}
