import { useTranslation } from "react-i18next";
import type { Clocked, Pause } from "../../bindings/types";
import { useDesk } from "../../desk";
import { i18next } from "../../i18n";
import { monthName, wordDay } from "../../lib/day";
import { grouped } from "../../lib/group";
import { shifted } from "../../lib/money";
import { ToCheck } from "../../library/ToCheck";
import { pausedDays, stoppedOn } from "./pauses";

/** 到期日是怎么算的: every day from acceptance, which counted and which did not. */
export function DayStrip({ clock, name, pauses }: { clock: Clocked; name: string; pauses: Pause[] }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const months = grouped(clock.days, (day) => day.on.slice(0, 7));
  const stopped = stoppedOn(clock, pauses);
  const made = clock.days.filter((d) => d.what === "make_up").length;
  const off = [...new Set(clock.days.flatMap((d) => (d.what === "off" && d.holiday ? [d.holiday] : [])))];
  return (
    <section className="strip" aria-label={t("clock.title", { name })}>
      <div className="cap">
        <h3>{clock.due_on ? t("clock.due", { name, day: wordDay(clock.due_on, lang) }) : t("clock.held", { name })}</h3>
        <span className="n">
          {limitWords(clock)}
          {clock.to_check && <ToCheck />}
        </span>
      </div>
      {months.map(([month, days]) => (
        <div className="month" key={month}>
          <span className="i3 t12">{monthName(month, lang)}</span>
          <ol className="days">
            {days.map((day) => (
              <li
                key={day.on}
                className={`d-${day.what}${day.on > desk.today ? " ahead" : ""}`}
                title={[wordDay(day.on, lang), t(`clock.what.${day.what}`), day.holiday].filter(Boolean).join(" ")}
              >
                <i>{Number(day.on.slice(8))}</i>
                <b>{day.what === "acceptance" ? 0 : day.count}</b>
                <em>
                  {day.what === "make_up"
                    ? t("clock.mark.made")
                    : day.what === "due"
                      ? t("clock.mark.due")
                      : day.holiday
                        ? t("clock.mark.off")
                        : ""}
                </em>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <p className="note">
        {[
          t(clock.unit === "calendar" ? "clock.startCalendar" : "clock.start"),
          stopped > 0 && t("clock.stoppedDays", { days: pausedDays({ days: stopped, unit: clock.unit }) }),
          off.length > 0 && t("clock.off", { names: off.join(lang === "zh" ? "、" : ", ") }),
          made > 0 && t("clock.made", { count: made }),
          clock.provisional && t("clock.provisional"),
        ]
          .filter(Boolean)
          .join(lang === "zh" ? "" : " ")}
      </p>
    </section>
  );
}

/** 7 个工作日, 0.5 个工作日, 20 个日历日. */
export function limitWords(clock: { half_days: number; unit: "working" | "calendar" }): string {
  if (clock.half_days === 0) return i18next.t("clock.atOnce");
  const days = shifted(clock.half_days * 5, 1, 0);
  return i18next.t(clock.unit === "working" ? "clock.working" : "clock.calendar", { days, count: Number(days) });
}
