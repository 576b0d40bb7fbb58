import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TodayDay } from "../bindings/types";
import { useDesk } from "../desk";
import { wordDay } from "../lib/day";

const HEIGHT = 40;

/** 未来两周到期: how many approvals are due on each day; days off are hatched. */
export function DayBars({ days }: { days: TodayDay[] }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const most = Math.max(1, ...days.map((day) => day.count));
  const all = days.reduce((sum, day) => sum + day.count, 0);
  const works = (day: TodayDay) => day.kind.kind === "workday" || day.kind.kind === "make_up";
  return (
    <section aria-labelledby="td-days">
      <div className="cap">
        <h2 id="td-days">{t("today.days")}</h2>
        <span className="n cut">{t("today.daysOf", { count: all })}</span>
        <Link to="/settings" search={{ tab: "calendar" }} className="more">
          {t("today.calendar")}
        </Link>
      </div>
      <ol className="td-days">
        {days.map((day, n) => {
          const holiday = "name" in day.kind ? day.kind.name : "";
          const name = [t("today.dayName", { day: wordDay(day.on, lang), count: day.count }), holiday];
          const shade = day.near ? "near" : "";
          return (
            <li key={day.on} className={works(day) ? shade : "off"} title={name.filter(Boolean).join(" ")}>
              <span className="td-mark">
                {n === 0 ? t("today.now") : day.kind.kind === "make_up" ? t("today.worked") : ""}
              </span>
              <span className="td-bar">
                {day.count > 0 && <span>{day.count}</span>}
                <i style={{ height: Math.max(day.count > 0 ? 2 : 0, Math.round((day.count / most) * HEIGHT)) }} />
              </span>
              <span className={n === 0 ? "td-day b" : "td-day"}>{Number(day.on.slice(8))}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
