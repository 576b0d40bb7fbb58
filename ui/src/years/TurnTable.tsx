import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TurnRow } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";

interface Props {
  rows: TurnRow[];
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
}

const ROW = 24;

/** Every project with what is proposed, what was decided and the figure it takes along; thousands scroll. */
export function TurnTable({ rows, picked, onPick }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  // A column nobody has anything in would only push the others together.
  const both = rows.some((row) => row.statistics_prior !== null || row.prior_basis === "statistics");
  const told = rows.some((row) => row.reason !== null);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const open = rows.filter((row) => !row.applied);
  const all = open.length > 0 && open.every((row) => picked.has(row.project));
  const money = <span className="u">{t(`money.${unit}`)}</span>;
  return (
    <div className="scrolls turn-table" ref={box} role="region" aria-label={t("years.tab.turn")}>
      <table className="lines" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="c-pick">
              <Tick
                checked={all}
                partly={picked.size > 0}
                disabled={open.length === 0}
                label={t("years.pickAll")}
                onTick={(to) => onPick(to ? new Set(open.map((row) => row.project)) : new Set())}
              />
            </th>
            <th scope="col">{t("years.project")}</th>
            <th scope="col" className="c-region">
              {t("years.region")}
            </th>
            <th scope="col" className="c-stage">
              {t("years.stage")}
            </th>
            <th scope="col" className="num" style={{ width: 112 }}>
              {t("years.total")} {money}
            </th>
            <th scope="col" className="num c-prior">
              {t("years.prior")} {money}
            </th>
            {both && (
              <th scope="col" className="num c-statistics">
                {t("years.priorStatistics")} {money}
              </th>
            )}
            <th scope="col" className="c-goes">
              {t("years.decide")} <span className="u">{t("years.unmarked")}</span>
            </th>
            {told && (
              <th scope="col" className="c-why">
                {t("years.why")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const toggle = (to: boolean) => {
              const next = new Set(picked);
              if (to) next.add(row.project);
              else next.delete(row.project);
              onPick(next);
            };
            return (
              <Line
                key={row.project}
                row={row}
                both={both}
                told={told}
                on={picked.has(row.project)}
                onTick={toggle}
                at={item.index}
              />
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  row: TurnRow;
  /** The figure of statistics stands beside the office's. */
  both: boolean;
  /** Reasons stand there. */
  told: boolean;
  on: boolean;
  at: number;
  onTick: (to: boolean) => void;
}

function Line({ row, both, told, on, at, onTick }: LineProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const statistics = row.prior_basis === "statistics";
  const prior = statistics ? row.dispatch_prior : row.prior;
  return (
    <tr className={on ? "sel" : row.applied ? "past" : ""} aria-rowindex={at + 2}>
      <td>
        <Tick checked={on} disabled={row.applied} label={t("years.pick", { name: row.name })} onTick={onTick} />
      </td>
      <td title={row.name}>
        <Link to="/project/$id" params={{ id: row.project }} className="link">
          {row.name}
        </Link>
        {row.standing !== "active" && <span className="i3"> {t(`choice.standing.${row.standing}`)}</span>}
      </td>
      <td className="i2" title={row.region_name ?? undefined}>
        {row.region_name}
      </td>
      <td className="i2">{t(`stage.${row.stage}`)}</td>
      <td className="num">{showMoney(row.total, unit)}</td>
      <td className={statistics || prior === 0 ? "num i3" : "num"}>{showMoney(prior, unit)}</td>
      {both && (
        <td className={statistics ? "num b" : "num i3"}>
          {showMoney(statistics ? row.prior : row.statistics_prior, unit)}
        </td>
      )}
      <td>
        <span className={row.decided ? "b" : ""}>{t(`years.decision.${row.decision}`)}</span>{" "}
        <span className="note">{row.applied ? t("years.done") : row.decided ? t("years.decided") : ""}</span>
      </td>
      {told && (
        <td className="i2" title={row.reason ?? ""}>
          {row.reason}
        </td>
      )}
    </tr>
  );
}
