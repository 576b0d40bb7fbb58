import { useTranslation } from "react-i18next";
import type { NoticeDay } from "../bindings/types";
import { type Holiday, holidaysOf } from "./days";
import { useDayWords } from "./words";

/** A notice holiday by holiday, as it would be read out. */
export function Holidays({ days, year }: { days: readonly NoticeDay[]; year: number }) {
  const { holiday } = useDayWords(year);
  return (
    <dl className="cal-holidays">
      {holidaysOf(days).map((one) => (
        <div key={one.name}>
          <dt>{holiday(one.name)}</dt>
          <dd>
            <HolidayDays one={one} year={year} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function HolidayDays({ one, year }: { one: Holiday; year: number }) {
  const { t } = useTranslation();
  const { runs } = useDayWords(year);
  return (
    <>
      {one.count > 0 && <span>{t("calendar.offDays", { days: runs(one.off), count: one.count })}</span>}
      {one.work.length > 0 && <span className="i2">{t("calendar.workDays", { days: runs(one.work) })}</span>}
    </>
  );
}
