import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { isWeekend, plusDays } from "./days";
import type { Marks } from "./Months";
import { type Turning, walk } from "./useTurning";
import { useDayWords } from "./words";

interface Props {
  on: string;
  year: number;
  marks: Marks;
  turning: Turning | undefined;
}

/** A day of the year: its number, and whether it is off or worked for another. */
export function Day({ on, year, marks, turning }: Props) {
  return (
    <td>
      <DayFace on={on} year={year} marks={marks} turning={turning} />
    </td>
  );
}

export function DayFace({ on, year, marks, turning }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const { whole, holiday } = useDayWords(year);
  const marked = marks.days.get(on);
  const state = marked ? (marked.off ? "off" : "work") : isWeekend(on) ? "we" : "";
  const before = marks.days.get(plusDays(on, -1));
  // The name stands on the first of its days, where it is short enough to stand in one.
  const begins = lang === "zh" && (marked?.name !== before?.name || marked?.off !== before?.off);
  const look = [
    "cal-day",
    state,
    marked && marks.estimated ? "estimated" : "",
    marks.own.has(on) ? "own" : "",
    on === desk.today ? "today" : "",
  ];
  // What is only a mark stands beside the number, not in the button's words.
  const face = (
    <>
      {Number(on.slice(8))}
      {marked && <i data-said={t(marked.off ? "calendar.mark.off" : "calendar.mark.work")} />}
      {marked && begins && <em data-said={holiday(marked.name)} />}
    </>
  );
  const said = whole(on, marked);
  const className = look.filter(Boolean).join(" ");
  if (!turning) {
    return (
      <span className={className} title={said}>
        {face}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-on={on}
      title={said}
      aria-label={said}
      tabIndex={turning.at === on ? 0 : -1}
      onClick={(e) => turning.turn(on, e.shiftKey)}
      onKeyDown={walk}
      onFocus={() => turning.stand(on)}
    >
      {face}
    </button>
  );
}
