import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDays } from "../bindings/types";
import { Icon } from "../frame/icons";
import { byDay, versionKey } from "./days";
import { corrected, type Draft, newNotice } from "./draft";
import { Legend } from "./Legend";
import { Months } from "./Months";
import { missingHolidays } from "./mark";
import { UnitDays } from "./UnitDays";
import { Versions } from "./Versions";
import { useDayWords } from "./words";

interface Props {
  found: CalendarDays;
  onYear: (year: number) => void;
  /** Absent while something is being entered already. */
  onDraft: ((draft: Draft) => void) | null;
  acts: ReactNode;
}

/** What is shown on the months instead of the year as it holds: a version that is superseded, or one unit's days. */
export interface Shown {
  kind: "version" | "unit";
  /** A version's {@link versionKey}, or the unit's entry. */
  id: string;
}

const NONE: ReadonlySet<string> = new Set();

/** A year: its months, beside them the versions of its notice and the units that work otherwise. */
export function YearSheet({ found, onYear, onDraft, acts }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<(Shown & { year: number }) | null>(null);
  const { year } = found;
  // What was picked in another year is not looked at here.
  const shown = picked?.year === year ? picked : null;
  const show = (what: Shown | null) => setPicked(what && { ...what, year });
  const version = shown?.kind === "version" ? found.versions.find((one) => versionKey(one) === shown.id) : undefined;
  const unit = shown?.kind === "unit" ? found.units.find((one) => one.id === shown.id) : undefined;
  const days = byDay(version ? version.days : [...found.days, ...(unit?.days ?? [])]);
  const marks = {
    days,
    own: unit ? new Set(unit.days.map((day) => day.on)) : NONE,
    estimated: found.provisional && !version,
  };
  return (
    <>
      <div className="bar">
        <YearPick found={found} onYear={onYear} />
        <span className="note">
          {t("calendar.whole")} {t("calendar.working", { count: found.working.length })}
        </span>
        {found.provisional && <span className="tag amber">{t("calendar.provisional")}</span>}
        <Legend unit={unit?.unit_name} />
        <span className="grow" />
        {acts}
      </div>
      <div className="cal">
        <Months year={year} marks={marks} working={version || unit ? null : new Set(found.working)} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what sticks out is scrolled by keyboard */}
        <section className="cal-side scrolls" tabIndex={0} aria-label={t("calendar.side")}>
          {found.provisional && <Estimate found={found} onDraft={onDraft} />}
          {found.versions.length > 0 && <Versions found={found} shown={shown} onShow={show} onDraft={onDraft} />}
          <UnitDays found={found} shown={shown} onShow={show} onDraft={onDraft} />
        </section>
      </div>
    </>
  );
}

/** Why the year is an estimate: there is no notice, or the one there is leaves out holidays. */
function Estimate({ found, onDraft }: Pick<Props, "found" | "onDraft">) {
  const { t } = useTranslation();
  const { year } = found;
  const { join } = useDayWords(year);
  const held = found.versions.find((version) => version.in_force);
  const own = held && held.id !== null ? held : null;
  const missing = join(missingHolidays(held?.days ?? []).map((key) => t(`calendar.holiday.${key}`)));
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("calendar.estimate.title", { year })}</h2>
      </div>
      <p className="amber">
        {held ? t("calendar.estimate.incomplete", { holidays: missing }) : t("calendar.estimate.why")}
      </p>
      {!held && <p className="note">{t("calendar.estimate.what")}</p>}
      <button
        type="button"
        className="btn s"
        disabled={onDraft === null}
        onClick={() => onDraft?.(own ? corrected(year, own) : newNotice(year))}
      >
        {own ? t("calendar.estimate.complete") : t("calendar.estimate.enter", { year })}
      </button>
    </section>
  );
}

/** ‹ 2026 ›, and the years that have a notice. */
function YearPick({ found, onYear }: { found: CalendarDays; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  const { year, years } = found;
  const next = (years.at(-1) ?? year) + 1;
  const known = [...new Set([...years, next, year])].sort((a, b) => b - a);
  const step = (by: number, label: "before" | "after", icon: "left" | "right") => (
    <button
      type="button"
      className="btn flat s sq"
      aria-label={t(`calendar.year.${label}`)}
      disabled={year + by < 2000 || year + by > 2100}
      onClick={() => onYear(year + by)}
    >
      <Icon name={icon} size={12} />
    </button>
  );
  return (
    <span className="cal-year">
      {step(-1, "before", "left")}
      <Select
        aria-label={t("calendar.year.of")}
        value={year}
        options={known.map((value) => ({
          value,
          label: years.includes(value) ? String(value) : t("calendar.year.none", { year: value }),
        }))}
        labelRender={({ value }) => <b>{value}</b>}
        popupMatchSelectWidth={false}
        onChange={onYear}
      />
      {step(1, "after", "right")}
    </span>
  );
}
