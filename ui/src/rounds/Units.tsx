import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoundPage, UnitLine } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp, Ring } from "../frame/icons";
import { moment } from "../lib/day";
import { showMoney } from "../lib/money";
import { IdleCell } from "./IdleCell";
import { UnitPanel } from "./UnitPanel";
import { type Pressure, pressureOf, shadeOf } from "./words";

/** The units in official order: how far each is, what it had and has, how long its slowest project waits. */
export function Units({ page, over }: { page: RoundPage; over: boolean }) {
  const { t } = useTranslation();
  const { desk, unit: money } = useDesk();
  const [open, setOpen] = useState<string | null>(null);
  const pressure = pressureOf(page.round, page.overdue, desk.today);
  const shown = page.units.find((line) => line.unit.id === open);
  return (
    <div className={shown ? "round-body with" : "round-body"}>
      <section className={over ? "scrolls drop over" : "scrolls drop"} aria-label={t("rounds.part.units")}>
        <table className="lines rd narrow">
          <thead>
            <tr>
              <th scope="col" className="num" style={{ width: 52 }}>
                {t("rounds.number")}
              </th>
              <th scope="col">{t("rounds.unit")}</th>
              <th scope="col" style={{ width: 120 }}>
                {t("rounds.stateHead")}
              </th>
              <th scope="col" className="num" style={{ width: 88 }} title={t("rounds.updatedOf")}>
                {t("rounds.updated")}
              </th>
              <th scope="col" className="num wide roomy" style={{ width: 136 }} title={t("rounds.sinceBegun")}>
                {t("rounds.before")} <span className="u">{t(`money.${money}`)}</span>
              </th>
              <th scope="col" className="num" style={{ width: 136 }} title={t("rounds.sinceBegun")}>
                {t("rounds.after")} <span className="u">{t(`money.${money}`)}</span>
              </th>
              <th scope="col" className="num wide" style={{ width: 88 }}>
                {t("rounds.more2")}
              </th>
              <th scope="col" className="num wide" style={{ width: 128 }} title={t("rounds.thisYearOf")}>
                {t("rounds.thisYear")} <span className="u">{t(`money.${money}`)}</span>
              </th>
              <th scope="col" className="wide roomy" style={{ width: 128 }}>
                {t("rounds.cameAt")}
              </th>
              <th scope="col" className="num" style={{ width: 128 }}>
                {t("rounds.idle")} <span className="u">{t("rounds.dayUnit")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {page.units.map((line) => (
              <Line
                key={line.unit.id}
                line={line}
                pressure={pressure}
                on={line.unit.id === open}
                onOpen={() => setOpen(line.unit.id === open ? null : line.unit.id)}
              />
            ))}
            <tr className="whole">
              <td />
              <th scope="row">{t("rounds.whole2")}</th>
              <td />
              <td className="num">
                {page.units.reduce((sum, line) => sum + line.reported, 0)}/{page.projects}
              </td>
              <td className="num wide roomy">{showMoney(page.before.done_total, money)}</td>
              <td className="num">{showMoney(page.now.done_total, money)}</td>
              <td className="num wide">{showMoney(page.now.done_total - page.before.done_total, money)}</td>
              <td className="num wide">{showMoney(page.now.done_year, money)}</td>
              <td className="wide roomy" />
              <td />
            </tr>
          </tbody>
        </table>
        {page.round.closed_ms === null && <p className="note drop-hint">{t("rounds.dropHint")}</p>}
      </section>
      {shown && <UnitPanel page={page} line={shown} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface LineProps {
  line: UnitLine;
  pressure: Pressure;
  on: boolean;
  onOpen: () => void;
}

function Line({ line, pressure, on, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { unit: money } = useDesk();
  const { unit } = line;
  const shade = shadeOf(unit.state, pressure);
  const more = line.now.done_total - line.before.done_total;
  return (
    <tr className={on ? "sel" : ""}>
      <td className="num i3">{unit.place}</td>
      <th scope="row" title={unit.name}>
        <button type="button" className="link" aria-expanded={on} onClick={onOpen}>
          {unit.name}
        </button>
        {unit.stamped && <span className="tag">{t("rounds.stamped")}</span>}
      </th>
      <td>
        <span className="row">
          {shade ? (
            <Lamp shade={shade} label={t(`rounds.state.${unit.state}`)} />
          ) : (
            <Ring fill={unit.state === "unsent" ? "dashed" : "half"} />
          )}
          {t(`rounds.state.${unit.state}`)}
        </span>
      </td>
      <td className={line.reported < line.projects ? "num" : "num i3"}>
        {line.reported}/{line.projects}
      </td>
      <td className="num i2 wide roomy">{showMoney(line.before.done_total, money)}</td>
      <td className="num">{showMoney(line.now.done_total, money)}</td>
      <td className={more === 0 ? "num i3 wide" : "num wide"}>{showMoney(more, money)}</td>
      <td className={line.now.done_year === 0 ? "num i3 wide" : "num wide"}>{showMoney(line.now.done_year, money)}</td>
      <td className="i2 wide roomy">{unit.came_ms === null ? "" : moment(unit.came_ms)}</td>
      <IdleCell days={line.idle_days} />
    </tr>
  );
}
