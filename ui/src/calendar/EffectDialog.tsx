import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Moved, MovedStart, NewNotice, NoticeEffect, TurnedDay } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { weekday } from "../lib/day";
import { act } from "../query";
import { daysBetween, runsOf } from "./days";
import { useDayWords } from "./words";

interface Props {
  notice: NewNotice;
  effect: NoticeEffect;
  /** How many days of the year are worked now. */
  working: number;
  onClose: () => void;
  onSaved: () => void;
}

/** What a notice would change, before it is saved: the days that turn, the due days that move and those that stand. */
export function EffectDialog({ notice, effect, working, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const { fault, submit } = useSubmit();
  const save = () => {
    setBusy(true);
    void submit(() => act("calendar_notice_save", notice), onSaved).finally(() => setBusy(false));
  };
  const stand = effect.moved.filter((one) => one.printed);
  const move = effect.moved.filter((one) => !one.printed);
  const title = notice.unit === null ? t("calendar.effect.title", { year: notice.year }) : t("calendar.effect.unit");
  return (
    <Modal open title={title} onCancel={onClose} width={880} footer={null} centered className="cal-effect">
      <div className="asks">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
        <section className="cal-effect-body scrolls" tabIndex={0} aria-label={title}>
          <Turned turned={effect.turned} year={notice.year} working={notice.unit === null ? working : null} />
          <section>
            <div className="cap">
              <h3>{t("calendar.effect.moved")}</h3>
              {move.length > 0 && <span className="n">{t("calendar.effect.count", { count: move.length })}</span>}
            </div>
            {move.length === 0 ? (
              <p className="i2">{t("calendar.effect.noneMoved")}</p>
            ) : (
              <Dues list={move} label={t("calendar.effect.moved")} />
            )}
          </section>
          {stand.length > 0 && (
            <section>
              <div className="cap">
                <h3>{t("calendar.effect.stand")}</h3>
                <span className="n">{t("calendar.effect.count", { count: stand.length })}</span>
              </div>
              <p className="note">{t("calendar.effect.standNote")}</p>
              <Dues list={stand} label={t("calendar.effect.stand")} stands />
            </section>
          )}
          <section>
            <div className="cap">
              <h3>{t("calendar.effect.starts")}</h3>
              {effect.starts.length > 0 && (
                <span className="n">{t("calendar.effect.projects", { count: effect.starts.length })}</span>
              )}
            </div>
            {effect.starts.length === 0 ? (
              <p className="i2">{t("calendar.effect.noneStarts")}</p>
            ) : (
              <Starts list={effect.starts} />
            )}
          </section>
          {notice.unit === null && <p className="note">{t("calendar.effect.kept")}</p>}
        </section>
        <Problem text={fault && faultWords(fault)} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {t("calendar.effect.back")}
          </button>
          <button type="button" className="btn pri" disabled={busy} onClick={save}>
            {t("act.save")}
          </button>
        </div>
      </div>
    </Modal>
  );
}

interface TurnedProps {
  turned: TurnedDay[];
  year: number;
  working: number | null;
}

function Turned({ turned, year, working }: TurnedProps) {
  const { t } = useTranslation();
  const { runs } = useDayWords(year);
  const { lang } = useDesk();
  const of = (works: boolean) => turned.filter((one) => one.works === works).map((one) => one.on);
  const line = (works: boolean) => {
    const days = of(works);
    if (days.length === 0) return null;
    const [only] = days;
    const said = days.length === 1 && only ? `${runs(runsOf(days))} ${weekday(only, lang)}` : runs(runsOf(days));
    return (
      <li>
        <i className={works ? "work" : "off"}>{t(works ? "calendar.mark.work" : "calendar.mark.off")}</i>
        <span>{t(works ? "calendar.effect.toWork" : "calendar.effect.toOff", { days: said })}</span>
      </li>
    );
  };
  const ofYear = (works: boolean) => of(works).filter((on) => on.startsWith(`${year}-`)).length;
  return (
    <section>
      <div className="cap">
        <h3>{t("calendar.effect.turned")}</h3>
        {working !== null && (
          <span className="n">
            {t("calendar.effect.whole", { year, from: working, to: working + ofYear(true) - ofYear(false) })}
          </span>
        )}
      </div>
      {turned.length === 0 ? (
        <p className="i2">{t("calendar.effect.noneTurned")}</p>
      ) : (
        <ul className="cal-turned">
          {line(false)}
          {line(true)}
        </ul>
      )}
    </section>
  );
}

function Dues({ list, label, stands }: { list: Moved[]; label: string; stands?: boolean }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  return (
    <table className="lines" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("calendar.effect.project")}</th>
          <th scope="col">{t("calendar.effect.item")}</th>
          <th scope="col" style={{ width: 144 }}>
            {t("calendar.effect.holder")}
          </th>
          <th scope="col" style={{ width: 96 }}>
            {t(stands ? "calendar.effect.printed" : "calendar.effect.from")}
          </th>
          <th scope="col" style={{ width: 96 }}>
            {t(stands ? "calendar.effect.counted" : "calendar.effect.to")}
          </th>
          <th scope="col" className="num" style={{ width: 112 }}>
            {t("calendar.effect.days")}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => {
          const by = daysBetween(one.from, one.to);
          const item = lang === "en" ? one.item_name_en : one.item_name;
          return (
            <tr key={`${one.project} ${one.item}`}>
              <td title={one.project_name}>{one.project_name}</td>
              <td title={item}>{item}</td>
              <td title={one.holder ?? undefined}>{one.holder}</td>
              <td className={stands ? "b" : "i2"}>{one.from}</td>
              <td className={stands ? "i3" : "b"}>{one.to}</td>
              <td className="num">{by > 0 ? `+${by}` : `−${-by}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The earliest starts as they are and as they would be. */
function Starts({ list }: { list: MovedStart[] }) {
  const { t } = useTranslation();
  return (
    <table className="lines" aria-label={t("calendar.effect.starts")}>
      <thead>
        <tr>
          <th scope="col">{t("calendar.effect.project")}</th>
          <th scope="col" style={{ width: 208 }}>
            {t("calendar.effect.permitTo")}
          </th>
          <th scope="col" style={{ width: 96 }}>
            {t("calendar.effect.startFrom")}
          </th>
          <th scope="col" style={{ width: 96 }}>
            {t("calendar.effect.startTo")}
          </th>
          <th scope="col" className="num" style={{ width: 64 }}>
            {t("calendar.effect.days")}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ project, project_name, permit, start }) => {
          const by = start.from && start.to ? daysBetween(start.from, start.to) : 0;
          return (
            <tr key={project}>
              <td title={project_name}>{project_name}</td>
              <td className="i2">{permit.from !== permit.to && `${permit.from} → ${permit.to}`}</td>
              <td className="i2">{start.from}</td>
              <td className="b">{start.to}</td>
              <td className="num">{by === 0 ? "" : by > 0 ? `+${by}` : `−${-by}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
