import { AutoComplete } from "antd";
import { useTranslation } from "react-i18next";
import type { Fault, NoticeDay } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Problem } from "../controls/Problem";
import { holidaysOf } from "./days";
import type { Draft } from "./draft";
import { HolidayDays } from "./Holidays";
import { HOLIDAYS } from "./mark";
import { useDayWords } from "./words";

interface Props {
  draft: Draft;
  days: NoticeDay[];
  fault: Fault | null;
  year: number;
  put: (set: Partial<Draft>) => void;
}

/** The days marked so far, by holiday, and the name the next one gets. */
export function Marked({ draft, days, fault, year, put }: Props) {
  const { t } = useTranslation();
  const { holiday, kept, wrongDays } = useDayWords(year);
  const ofUnit = draft.kind === "unit";
  // A unit's reason has its own place.
  const nameless = ofUnit && draft.name.trim() === "" && days.length > 0;
  const found = nameless ? [] : wrongDays(fault);
  const rename = (from: string) => (shown: string) => {
    put({ days: days.map((day) => (day.name === from ? { ...day, name: kept(shown) } : day)) });
    return Promise.resolve();
  };
  return (
    <section className="group" aria-label={t("calendar.marked.title")}>
      <div className="cap">
        <h2>{t("calendar.marked.title")}</h2>
        <span className="grow" />
        {days.length > 0 && (
          <button type="button" className="link t12" onClick={() => put({ days: [] })}>
            {t("calendar.marked.clear")}
          </button>
        )}
      </div>
      <p className="note">{t(ofUnit ? "calendar.marked.unitHint" : "calendar.marked.hint")}</p>
      {!ofUnit && (
        <div className="cal-fields">
          <label htmlFor="cal-name">{t("calendar.marked.name")}</label>
          <AutoComplete
            id="cal-name"
            aria-label={t("calendar.marked.name")}
            value={draft.name === "" ? "" : holiday(draft.name)}
            placeholder={t("calendar.marked.nearest")}
            allowClear
            options={HOLIDAYS.map((key) => ({ value: t(`calendar.holiday.${key}`) }))}
            onChange={(shown) => put({ name: kept(shown ?? "") })}
          />
        </div>
      )}
      {found.map((words) => (
        <Problem key={words} text={words} />
      ))}
      <ul className="cal-marked">
        {holidaysOf(days).map((one) => (
          <li key={one.name}>
            {ofUnit ? (
              <span>{holiday(one.name)}</span>
            ) : (
              <Editable
                label={t("calendar.marked.rename")}
                field="name"
                shown={holiday(one.name)}
                text={one.name === "" ? "" : holiday(one.name)}
                save={rename(one.name)}
              />
            )}
            <span className="cal-words">
              <HolidayDays one={one} year={year} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
