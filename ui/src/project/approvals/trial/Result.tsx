import { useTranslation } from "react-i18next";
import type { Listed, MovedItem, Shift, Trial } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { circleWords, daysWords, denseShift, toneOf } from "./words";

interface Props {
  trial: Trial;
  items: Listed[];
  /** Something is done otherwise than it stands now. */
  tried: boolean;
}

/** What the changes bring: the start of construction, the days, and every item that moves. */
export function Result({ trial, items, tried }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { moves, saved, end } = trial;
  if (moves.circle.length > 0) {
    return (
      <p className="trial-circle red" role="alert">
        {t("trial.circle", { items: circleWords(moves.circle, items, lang) })}
      </p>
    );
  }
  return (
    <>
      <div role="status">
        <dl className="trial-sum">
          <div>
            <dt>{t("trial.sum")}</dt>
            <dd className={`t16 b ${toneOf(-saved) ?? ""}`}>
              {saved === 0 ? t("trial.same") : t(saved > 0 ? "trial.saved" : "trial.more", { count: Math.abs(saved) })}
            </dd>
          </div>
          <Day name={t("trial.start")} shift={moves.start} />
          <Day name={t("trial.permit")} shift={moves.permit} />
          <Day name={t("trial.end")} shift={end} />
        </dl>
      </div>
      {moves.items.length > 0 ? (
        <Table moved={moves.items} />
      ) : (
        <p className="trial-none i2">{t(tried ? "trial.nothingMoves" : "trial.lead")}</p>
      )}
    </>
  );
}

function Day({ name, shift }: { name: string; shift: Shift }) {
  const { desk } = useDesk();
  if (shift.from === null && shift.to === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className="t16">{denseShift(shift, desk.today)}</dd>
    </div>
  );
}

/** Both days whole, one below the other where they have no room beside each other. */
function Dense({ shift }: { shift: Shift }) {
  const { desk } = useDesk();
  const [from, to] = denseShift(shift, desk.today).split(" → ");
  if (to === undefined) return from;
  return (
    <>
      <span className="nowrap">{from} →</span> <span className="nowrap">{to}</span>
    </>
  );
}

function Table({ moved }: { moved: MovedItem[] }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  return (
    <table className="lines" aria-label={t("trial.moved")}>
      <thead>
        <tr>
          <th scope="col">{t("trial.movedCount", { count: moved.length })}</th>
          <th scope="col" className="c-critical">
            {t("trial.critical")}
          </th>
          <th scope="col" className="c-shift">
            {t("trial.begins")}
          </th>
          <th scope="col" className="c-shift">
            {t("trial.ends")}
          </th>
          <th scope="col" className="c-days">
            {t("trial.change")}
          </th>
        </tr>
      </thead>
      <tbody>
        {moved.map((item) => {
          const name = lang === "zh" ? item.name : item.name_en;
          return (
            <tr key={item.code}>
              <td title={name} className={item.critical ? "b" : undefined}>
                {name}
              </td>
              <td className="acc">{item.critical && t("trial.critical")}</td>
              <td className="i2 shift">
                <Dense shift={item.begins} />
              </td>
              <td className="shift">
                <Dense shift={item.ends} />
              </td>
              <td className={toneOf(item.ends.days)}>{daysWords(item.ends.days, true)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
