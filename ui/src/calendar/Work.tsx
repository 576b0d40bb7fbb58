import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, NewNotice, NoticeDay, NoticeEffect } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { useAsk } from "../query";
import { call, Refused } from "../rpc";
import { DayFace } from "./Day";
import { byDay, changedDays, decemberBefore } from "./days";
import { type Draft, toSend, yearOf } from "./draft";
import { EffectDialog } from "./EffectDialog";
import { Legend } from "./Legend";
import { Marked } from "./Marked";
import { type Marks, Months } from "./Months";
import { turnNotice, turnUnit, turnUpTo } from "./mark";
import { NoticeFields } from "./NoticeFields";
import { PasteText } from "./PasteText";
import { UnitFields } from "./UnitFields";
import { useTurning } from "./useTurning";

interface Props {
  draft: Draft;
  /** The year that is drawn until one is typed. */
  fallback: number;
  change: (by: (now: Draft) => Draft) => void;
  /** What was entered is kept. */
  onLater: () => void;
  /** Discarded, or saved for a year. */
  onDone: (year: number | null) => void;
}

/** Entering a notice, or what one unit works otherwise: read from a text, or day by day. */
export function Work({ draft, fallback, change, onLater, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const year = yearOf(draft) ?? fallback;
  const ofUnit = draft.kind === "unit";
  const base = useAsk("calendar_get", { year });
  const known = base.data?.year === year ? base.data : undefined;
  const held = known?.versions.find((version) => version.in_force)?.days;
  const working = new Set(known?.working ?? []);
  const days = draft.days ?? (ofUnit ? [] : (held ?? []));
  const put = (set: Partial<Draft>) => change((now) => ({ ...now, ...set }));

  // What holds in this year is turned, so it has to be there first.
  const turn = (on: string, since: string | null) => {
    if (!known) return;
    change((now) => {
      const list = now.days ?? (ofUnit ? [] : (held ?? []));
      const one = (all: readonly NoticeDay[], at: string) =>
        ofUnit ? turnUnit(all, at, now.name, working) : turnNotice(all, at, now.name, year);
      return { ...now, days: since === null ? one(list, on) : turnUpTo(list, since, on, one) };
    });
  };
  const first = `${year}-01-01`;
  const december = ofUnit ? [] : decemberBefore(year);
  const turning = useTurning(first, turn);
  const at = turning.at.startsWith(`${year}-`) || december.includes(turning.at) ? turning.at : first;

  const shown = byDay(ofUnit ? [...(known?.days ?? []), ...days] : days);
  const otherwise = ofUnit ? days.map((one) => one.on) : held ? changedDays(held, days) : [];
  const marks: Marks = { days: shown, own: new Set(otherwise), estimated: false };

  const [fault, setFault] = useState<Fault | null>(null);
  const [effect, setEffect] = useState<{ notice: NewNotice; found: NoticeEffect } | null>(null);
  const look = async (e: FormEvent) => {
    e.preventDefault();
    const notice = toSend(draft, days, desk.today);
    if ("code" in notice) return setFault(notice);
    try {
      setEffect({ notice, found: (await call("calendar_notice_preview", notice)).value });
      setFault(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  const title = ofUnit ? "calendar.unit.enter" : draft.id === null ? "calendar.enter" : "calendar.correctTitle";
  const face = (on: string) => <DayFace key={on} on={on} year={year} marks={marks} turning={{ ...turning, at }} />;
  return (
    <div className="cal-work">
      <div className="bar">
        <b>{t(title)}</b>
        <span className="note">{t("calendar.yearOf", { year })}</span>
        <Legend changed={!ofUnit && held !== undefined} unit={ofUnit ? t("calendar.unit.otherwise") : undefined} />
        <span className="grow" />
        {december.length > 0 && (
          <span className="cal-december" role="group" aria-label={t("calendar.december", { year: year - 1 })}>
            <span className="note">{t("calendar.december", { year: year - 1 })}</span>
            {december.map(face)}
          </span>
        )}
      </div>
      <div className="cal">
        <Months year={year} marks={marks} working={null} turning={{ ...turning, at }} />
        <form className="cal-side cal-form" onSubmit={(e) => void look(e)} noValidate>
          <div className="scrolls">
            {ofUnit ? (
              <UnitFields draft={draft} fault={fault} put={put} />
            ) : (
              <>
                <PasteText draft={draft} put={put} />
                <NoticeFields draft={draft} fault={fault} put={put} />
              </>
            )}
            <Marked draft={draft} days={days} fault={fault} year={year} put={put} />
            {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
          </div>
          <div className="acts">
            <button type="submit" className="btn pri">
              {t("calendar.look")}
            </button>
            <button type="button" className="btn" onClick={onLater}>
              {t("calendar.later")}
            </button>
            <span className="grow" />
            <button type="button" className="btn flat" onClick={() => onDone(null)}>
              {t("calendar.leave")}
            </button>
          </div>
        </form>
      </div>
      {effect && (
        <EffectDialog
          notice={effect.notice}
          effect={effect.found}
          working={known?.working.length ?? 0}
          onClose={() => setEffect(null)}
          onSaved={() => onDone(year)}
        />
      )}
    </div>
  );
}
