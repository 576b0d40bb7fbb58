import { useTranslation } from "react-i18next";
import type { CalendarDays } from "../bindings/types";
import { correctedUnit, type Draft } from "./draft";
import { Holidays } from "./Holidays";
import { OwnTools } from "./OwnTools";
import type { Shown } from "./YearSheet";

interface Props {
  found: CalendarDays;
  shown: Shown | null;
  onShow: (what: Shown | null) => void;
  onDraft: ((draft: Draft) => void) | null;
}

/** The units that work otherwise than everybody, and on which days. */
export function UnitDays({ found, shown, onShow, onDraft }: Props) {
  const { t } = useTranslation();
  return (
    <section className="group" aria-label={t("calendar.unit.title")}>
      <div className="cap">
        <h2>{t("calendar.unit.title")}</h2>
      </div>
      {found.units.length === 0 && <p className="note">{t("calendar.unit.none")}</p>}
      {found.units.map((unit) => {
        const seen = shown?.kind === "unit" && shown.id === unit.id;
        const name = unit.unit_name;
        return (
          <article key={unit.id} className="cal-version">
            <div className="row">
              <b className="grow cut" title={name}>
                {name}
              </b>
              <button
                type="button"
                className="link t12"
                aria-pressed={seen}
                onClick={() => onShow(seen ? null : { kind: "unit", id: unit.id })}
              >
                {t(seen ? "calendar.unshow" : "calendar.showUnit")}
              </button>
              <OwnTools
                id={unit.id}
                name={name}
                onCorrect={onDraft && (() => onDraft(correctedUnit(found.year, unit)))}
              />
            </div>
            <Holidays days={unit.days} year={found.year} />
          </article>
        );
      })}
    </section>
  );
}
