import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ComparedLine, Comparison, Figures, UnitSums } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { showValue } from "../project/fields";
import { fieldWord } from "../project/words";

interface Props {
  found: Comparison;
  /** What the two sides are called. */
  names: [string, string];
  unit: string | null;
  onUnit: (unit: string | null) => void;
  onMore: () => void;
}

/** What differs between two moments: counts, sums by unit at the left, lines field by field at the right. */
export function Differences({ found, names, unit, onUnit, onMore }: Props) {
  const { t } = useTranslation();
  const rest = found.count - found.lines.length;
  return (
    <>
      <div className="bar">
        <span>{t("rounds.added", { count: found.added })}</span>
        <span className="vr" />
        <span>{t("rounds.gone", { count: found.gone })}</span>
        <span className="vr" />
        <span>{t("rounds.changed", { count: found.changed })}</span>
        <span className="vr" />
        <span className="i3">{t("rounds.same", { count: found.same })}</span>
        <div className="grow" />
        <span className="note cut">
          {found.fields
            .slice(0, 6)
            .map((one) => `${fieldWord(one.field)} ${one.count}`)
            .join(t("import.comma"))}
        </span>
      </div>
      <div className="differ">
        <Sums found={found} names={names} unit={unit} onUnit={onUnit} />
        <section className="scrolls" aria-label={t("rounds.lines")}>
          {found.count === 0 ? (
            <p className="hollow-note i2">{t("rounds.noDifference")}</p>
          ) : (
            <table className="lines rd differ-lines">
              <thead>
                <tr>
                  <th scope="col" style={{ width: "30%" }}>
                    {t("rounds.project")}
                  </th>
                  <th scope="col" style={{ width: 112 }}>
                    {t("rounds.field")}
                  </th>
                  <th scope="col">{names[0]}</th>
                  <th scope="col">{names[1]}</th>
                </tr>
              </thead>
              {found.lines.map((line) => (
                <Line key={line.project} line={line} />
              ))}
            </table>
          )}
          {rest > 0 && (
            <button type="button" className="link more-lines" onClick={onMore}>
              {t("rounds.more", { count: rest })}
            </button>
          )}
        </section>
      </div>
    </>
  );
}

function Line({ line }: { line: ComparedLine }) {
  const { t } = useTranslation();
  const name =
    line.kind === "gone" ? (
      <s>{line.name}</s>
    ) : (
      <Link to="/project/$id" params={{ id: line.project }} className="link">
        {line.name}
      </Link>
    );
  if (line.kind !== "changed") {
    return (
      <tbody>
        <tr>
          <th scope="row" title={`${line.name} ${line.unit_name}`}>
            {name} <span className="note">{line.unit_name}</span>
          </th>
          <td colSpan={3} className={line.kind === "added" ? "acc" : "i2"}>
            {t(`rounds.line.${line.kind}`)}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {line.fields.map((field, n) => (
        <tr key={field.field}>
          {n === 0 && (
            <th scope="rowgroup" rowSpan={line.fields.length} title={`${line.name} ${line.unit_name}`}>
              {name} <span className="note">{line.unit_name}</span>
            </th>
          )}
          <td className="i2">{fieldWord(field.field)}</td>
          <td className="old wrap">
            <FieldText change={field} side="old" />
          </td>
          <td className="new wrap">
            <FieldText change={field} side="new" />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const MONEY = [
  "total",
  "plan",
  "arrived",
  "done_total",
  "done_year",
  "done_month",
  "statistics_total",
  "statistics_year",
];

interface Shown {
  field: string;
  old: string | number | boolean | null;
  new: string | number | boolean | null;
}

/** A value as the ledger shows it. */
export function FieldText({ change, side }: { change: Shown; side: "old" | "new" }) {
  const { t } = useTranslation();
  const view = useDesk();
  const { unit } = view;
  const value = change[side];
  if (value === null || value === "") return <span className="i3">{t("rounds.nothing")}</span>;
  if (MONEY.includes(change.field)) return <>{showMoney(Number(value), unit)}</>;
  if (change.field === "counted") return <>{t(value ? "counting.yes" : "counting.no")}</>;
  if (change.field === "entered") return <>{t(value ? "rounds.yes" : "rounds.no")}</>;
  return <>{showValue(change.field, value, view)}</>;
}

function Sums({ found, names, unit, onUnit }: Omit<Props, "onMore">) {
  const { t } = useTranslation();
  const { unit: shown } = useDesk();
  return (
    <section className="sums scrolls" aria-label={t("rounds.byUnit")}>
      <table className="lines rd">
        <thead>
          <tr>
            <th scope="col">{t("rounds.unit")}</th>
            <th scope="col" className="num" style={{ width: 72 }} title={t("rounds.countedOf")}>
              {t("rounds.countedProjects")}
            </th>
            <th scope="col" className="num" style={{ width: 88 }} title={`${names[0]} ${t("rounds.sinceBegun")}`}>
              {t("rounds.doneThen")}
            </th>
            <th scope="col" className="num" style={{ width: 120 }} title={`${names[1]} ${t("rounds.sinceBegun")}`}>
              {t("rounds.doneNow")} <span className="u">{t(`money.${shown}`)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.units.map((one) => (
            <Unit
              key={one.key}
              one={one}
              on={unit === one.key}
              onPick={() => onUnit(unit === one.key ? null : one.key)}
            />
          ))}
          <tr className="whole">
            <th scope="row">{t("rounds.whole2")}</th>
            <Numbers from={found.from} to={found.to} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Unit({ one, on, onPick }: { one: UnitSums; on: boolean; onPick: () => void }) {
  const { t } = useTranslation();
  return (
    <tr className={on ? "sel" : ""}>
      <th scope="row" title={one.name || undefined}>
        <button type="button" className="link" aria-pressed={on} onClick={onPick}>
          {one.name || t("rounds.nowhere")}
        </button>
      </th>
      <Numbers from={one.from} to={one.to} />
    </tr>
  );
}

function Numbers({ from, to }: { from: Figures; to: Figures }) {
  const { unit } = useDesk();
  return (
    <>
      <td className="num">{to.count === from.count ? to.count : `${from.count}→${to.count}`}</td>
      <td className="num i2">{showMoney(from.done_total, unit)}</td>
      <td className="num">{showMoney(to.done_total, unit)}</td>
    </>
  );
}
