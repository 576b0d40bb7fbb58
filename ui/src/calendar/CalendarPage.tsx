import { useNavigate, useSearch } from "@tanstack/react-router";
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
  const [draft, setDraft] = useDraft(desk.office?.id ?? "");
  const asked = useAsk("calendar_get", { year });
  const go = (to: number) => void navigate({ to: "/settings", search: { tab: "calendar", year: to }, replace: true });
  if (draft) {
    const change = (by: (now: Draft) => Draft) => setDraft((now) => now && by(now));
    const done = (of: number | null) => {
      setDraft(null);
      if (of !== null) go(of);
    };
    return <Work draft={draft} fallback={year} change={change} onDone={done} />;
  }
  if (!asked.data) return <Problem text={asked.error && faultWords(asked.error.fault)} />;
  return (
    <YearSheet
      found={asked.data}
      onYear={go}
      onDraft={setDraft}
      acts={
        <>
          <button type="button" className="btn s" onClick={() => setDraft(newUnit(year))}>
            {t("calendar.unit.enter")}
          </button>
          <button type="button" className="btn s pri" onClick={() => setDraft(newNotice(year))}>
            {t("calendar.enter")}
          </button>
        </>
      }
    />
  );
}
