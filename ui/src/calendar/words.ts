/** Days, holidays and faults of a notice in words. */
import { useTranslation } from "react-i18next";
import type { Fault, FieldFault, NoticeDay } from "../bindings/types";
import { useDesk } from "../desk";
import { fieldFault, ruleWords } from "../errors";
import { monthName, weekday } from "../lib/day";
import zh from "../text/calendar.zh.json";
import { daysBetween, type Run } from "./days";
import { HOLIDAYS } from "./mark";

export function useDayWords(year: number) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const day = (on: string) => {
    const said = { month: monthName(on, lang), day: Number(on.slice(8)), year: on.slice(0, 4) };
    return on.startsWith(`${year}-`) ? t("calendar.day", said) : t("calendar.dayOfYear", said);
  };
  /** 1月31日至2月6日, 5月2日至3日. */
  const run = ({ from, to }: Run) => {
    if (from === to) return day(from);
    if (from.slice(0, 7) !== to.slice(0, 7)) return t("calendar.run", { from: day(from), to: day(to) });
    const two = daysBetween(from, to) === 1 ? "calendar.two" : "calendar.within";
    const last = { last: Number(to.slice(8)), month: monthName(to, lang), day: Number(from.slice(8)) };
    return from.startsWith(`${year}-`) ? t(two, last) : t("calendar.run", { from: day(from), to: day(to) });
  };
  const join = (words: string[]) => words.join(t("calendar.and"));
  const runs = (list: readonly Run[]) => join(list.map(run));

  /** The name of a holiday as it is shown; unknown ones as they were typed. */
  const holiday = (name: string) => {
    if (name === "") return t("calendar.unnamed");
    const known = (part: string) => HOLIDAYS.find((key) => zh.calendar.holiday[key] === part);
    return join(
      name.split(zh.calendar.and).map((part) => {
        const key = known(part);
        return key ? t(`calendar.holiday.${key}`) : part;
      }),
    );
  };
  /** What was typed or picked, as it is kept. */
  const kept = (shown: string) => {
    const known = (part: string) => HOLIDAYS.find((key) => t(`calendar.holiday.${key}`) === part.trim());
    return shown
      .split(t("calendar.and"))
      .map((part) => {
        const key = known(part);
        return key ? zh.calendar.holiday[key] : part;
      })
      .join(zh.calendar.and);
  };
  /** 2月6日 周日 春节 放假. */
  const whole = (on: string, marked: NoticeDay | undefined) => {
    const head = `${day(on)} ${weekday(on, lang)}`;
    if (!marked) return head;
    return `${head} ${holiday(marked.name)} ${t(marked.off ? "calendar.state.off" : "calendar.state.work")}`;
  };

  const ofDays = (fault: FieldFault) => {
    const on = fault.params.text;
    if (!on) return t("calendar.fault.noDays");
    if (fault.rule === "not_a_choice") return t("calendar.fault.worked", { day: whole(on, undefined) });
    if (fault.rule === "year_out_of_range") return t("calendar.fault.otherYear", { day: day(on), year });
    if (fault.rule === "duplicate") return t("calendar.fault.twice", { day: day(on) });
    return fault.rule === "required" ? t("calendar.fault.name", { day: day(on) }) : ruleWords(fault);
  };
  /** What is wrong with a field of a notice. */
  const wrong = (fault: Fault | null, field: "year" | "published_on" | "number" | "unit"): string | null => {
    const found = fault?.fields.find((one) => one.field === field);
    if (found?.rule === "actual_in_future") return t("calendar.fault.future");
    return fieldFault(fault, field);
  };
  const wrongDays = (fault: Fault | null) => [
    ...new Set((fault?.fields ?? []).filter((one) => one.field === "days").map(ofDays)),
  ];
  return { day, run, runs, join, holiday, kept, whole, wrong, wrongDays };
}

export type DayWords = ReturnType<typeof useDayWords>;
