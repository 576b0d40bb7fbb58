import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { type Draft, yearOf } from "./draft";
import { useDayWords } from "./words";

interface Props {
  draft: Draft;
  fault: Fault | null;
  put: (set: Partial<Draft>) => void;
}

/** Which notice it is: its year, the day it was published, its number. */
export function NoticeFields({ draft, fault, put }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { wrong } = useDayWords(yearOf(draft) ?? 0);
  const [year, published, number] = [wrong(fault, "year"), wrong(fault, "published_on"), wrong(fault, "number")];
  return (
    <section className="group cal-fields">
      <YearField draft={draft} wrong={year} put={put} />
      <label htmlFor="cal-published">{t("calendar.field.published")}</label>
      <div>
        <DayInput
          id="cal-published"
          label={t("calendar.field.published")}
          value={draft.published_on}
          max={desk.today}
          clears
          bad={published !== null}
          onPick={(published_on) => put({ published_on })}
        />
        <Problem text={published} />
      </div>
      <label htmlFor="cal-number">{t("calendar.field.number")}</label>
      <div>
        <input
          id="cal-number"
          className={number ? "field bad" : "field"}
          value={draft.number}
          placeholder={t("calendar.field.numberExample")}
          onChange={(e) => put({ number: e.target.value })}
        />
        <Problem text={number} />
      </div>
    </section>
  );
}

interface YearProps {
  draft: Draft;
  wrong: string | null;
  put: (set: Partial<Draft>) => void;
}

export function YearField({ draft, wrong, put }: YearProps) {
  const { t } = useTranslation();
  return (
    <>
      <label htmlFor="cal-year">{t("calendar.field.year")}</label>
      <div>
        <input
          id="cal-year"
          className={wrong ? "field bad" : "field"}
          value={draft.year}
          inputMode="numeric"
          onChange={(e) => put({ year: e.target.value.replace(/\D/g, "").slice(0, 4) })}
        />
        <Problem text={wrong} />
      </div>
    </>
  );
}
