import { useTranslation } from "react-i18next";
import type { NoticeDay } from "../bindings/types";
import { useDesk } from "../desk";
import { monthName, weekday } from "../lib/day";
import { Day } from "./Day";
import { isWeekend, monthWeeks } from "./days";
import type { Turning } from "./useTurning";

export interface Marks {
  /** What is marked 休 or 班. */
  days: ReadonlyMap<string, NoticeDay>;
  /** One unit's, or those that differ from the version in force. */
  own: ReadonlySet<string>;
  /** No notice has said so yet. */
  estimated: boolean;
}

interface Props {
  year: number;
  marks: Marks;
  /** The working days, where it is known how many there are. */
  working: ReadonlySet<string> | null;
  turning?: Turning;
}

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);

/** A year on one page. */
export function Months({ year, marks, working, turning }: Props) {
  return (
    <div className="cal-months">
      {MONTHS.map((month) => (
        <Month key={month} year={year} month={month} marks={marks} working={working} turning={turning} />
      ))}
    </div>
  );
}

function Month({ year, month, marks, working, turning }: Props & { month: number; turning: Turning | undefined }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const weeks = monthWeeks(year, month);
  const name = `${year}-${String(month).padStart(2, "0")}`;
  const count = working && [...working].filter((on) => on.startsWith(name)).length;
  // Any week that is whole names its days.
  const week = weeks[1] ?? [];
  return (
    <div className="cal-month">
      <table>
        <caption>
          <b>{monthName(name, lang)}</b>
          {count !== null && <span>{t("calendar.working", { count })}</span>}
        </caption>
        <thead>
          <tr>{week.map((on) => on && <WeekDay key={on} on={on} />)}</tr>
        </thead>
        <tbody>
          {weeks.map((days, n) => (
            <tr key={n}>
              {days.map((on, at) =>
                on ? <Day key={on} on={on} marks={marks} year={year} turning={turning} /> : <td key={at} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WeekDay({ on }: { on: string }) {
  const { lang } = useDesk();
  const whole = weekday(on, lang);
  return (
    <th scope="col" abbr={whole} className={isWeekend(on) ? "we" : undefined}>
      {lang === "zh" ? whole.slice(1) : whole.slice(0, 2)}
    </th>
  );
}
