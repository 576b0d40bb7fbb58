import { useTranslation } from "react-i18next";
import type { CalendarDays, NoticeVersion } from "../bindings/types";
import { differences, versionKey } from "./days";
import { corrected, type Draft } from "./draft";
import { Holidays } from "./Holidays";
import { OwnTools } from "./OwnTools";
import { useDayWords } from "./words";
import type { Shown } from "./YearSheet";

interface Props {
  found: CalendarDays;
  shown: Shown | null;
  onShow: (what: Shown | null) => void;
  onDraft: ((draft: Draft) => void) | null;
}

/** The versions of a year's notice, the one that holds first. */
export function Versions({ found, shown, onShow, onDraft }: Props) {
  const { t } = useTranslation();
  const order = [...found.versions].reverse();
  order.sort((a, b) => Number(b.in_force) - Number(a.in_force));
  const held = found.versions.find((version) => version.in_force);
  return (
    <section className="group" aria-label={t("calendar.versions")}>
      <div className="cap">
        <h2>{t("calendar.versions")}</h2>
        {found.versions.length > 1 && (
          <span className="n">{t("calendar.versionCount", { count: found.versions.length })}</span>
        )}
      </div>
      {order.map((version) => {
        const key = versionKey(version);
        const seen = shown?.kind === "version" && shown.id === key;
        return (
          <article key={key} className="cal-version">
            <div className="row">
              <b className="grow cut" title={version.number ?? undefined}>
                {version.number ?? t("calendar.noNumber")}
              </b>
              <span className={version.in_force ? "tag green" : "tag"}>
                {t(version.in_force ? "calendar.inForce" : "calendar.superseded")}
              </span>
            </div>
            <div className="row note">
              <span className="grow cut">
                {t("calendar.published", { on: version.published_on })}{" "}
                {t(version.id === null ? "calendar.ofProgram" : "calendar.ofOffice")}
              </span>
              {!version.in_force && (
                <button
                  type="button"
                  className="link"
                  aria-pressed={seen}
                  onClick={() => onShow(seen ? null : { kind: "version", id: key })}
                >
                  {t(seen ? "calendar.unshow" : "calendar.show")}
                </button>
              )}
              {version.id !== null && (
                <OwnTools
                  id={version.id}
                  name={version.number ?? t("calendar.noNumber")}
                  onCorrect={onDraft && (() => onDraft(corrected(found.year, version)))}
                />
              )}
            </div>
            {version.in_force ? (
              <Holidays days={version.days} year={found.year} />
            ) : (
              held && <Differences earlier={version} held={held} year={found.year} />
            )}
          </article>
        );
      })}
    </section>
  );
}

/** What an older version said otherwise. */
function Differences({ earlier, held, year }: { earlier: NoticeVersion; held: NoticeVersion; year: number }) {
  const { t } = useTranslation();
  const { run } = useDayWords(year);
  const found = differences(earlier.days, held.days);
  if (found.length === 0) return <p className="note">{t("calendar.same")}</p>;
  return (
    <ul className="cal-differences">
      {found.map((one) => (
        <li key={one.from}>
          {t("calendar.difference", {
            days: run(one),
            was: t(`calendar.state.${one.was}`),
            is: t(`calendar.state.${one.is}`),
          })}
        </li>
      ))}
    </ul>
  );
}
