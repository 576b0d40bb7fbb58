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
            <th scope="col" className="mid" style={{ width: 36 }}>
              <Tick
                checked={all}
                partly={picked.size > 0}
                disabled={open.length === 0}
                label={t("years.pickAll")}
                onTick={(to) => onPick(to ? new Set(open.map((row) => row.project)) : new Set())}
              />
            </th>
            <th scope="col">{t("years.project")}</th>
            <th scope="col" style={{ width: 92 }}>
              {t("years.region")}
            </th>
            <th scope="col" style={{ width: 64 }}>
              {t("years.stage")}
            </th>
            <th scope="col" className="num" style={{ width: 104 }}>
              {t("years.total")} {money}
            </th>
            <th scope="col" className="num" style={{ width: 144 }}>
              {t("years.prior")} {money}
            </th>
            <th scope="col" className="num" style={{ width: 100 }}>
              {t("years.priorStatistics")} {money}
            </th>
            <th scope="col" style={{ width: 136 }}>
              {t("years.decide")}
            </th>
            <th scope="col" style={{ width: "13%" }}>
              {t("years.why")}
            </th>
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
            return <Line key={row.project} row={row} on={picked.has(row.project)} onTick={toggle} at={item.index} />;
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row, on, at, onTick }: { row: TurnRow; on: boolean; at: number; onTick: (to: boolean) => void }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const statistics = row.prior_basis === "statistics";
  return (
    <tr className={on ? "sel" : row.applied ? "past" : ""} aria-rowindex={at + 2}>
      <td className="mid">
        <Tick checked={on} disabled={row.applied} label={t("years.pick", { name: row.name })} onTick={onTick} />
      </td>
      <td title={row.name}>
        <Link to="/project/$id" params={{ id: row.project }} className="link">
          {row.name}
        </Link>
        {row.standing !== "active" && <span className="i3"> {t(`choice.standing.${row.standing}`)}</span>}
      </td>
      <td className="i2">{row.region_name}</td>
      <td className="i2">{t(`stage.${row.stage}`)}</td>
      <td className="num">{showMoney(row.total, unit)}</td>
      <td className={statistics ? "num i3" : "num"}>{showMoney(statistics ? row.dispatch_prior : row.prior, unit)}</td>
      <td className={statistics ? "num b" : "num i3"}>
        {showMoney(statistics ? row.prior : row.statistics_prior, unit)}
      </td>
      <td>
        <span className={row.decided ? "b" : ""}>{t(`years.decision.${row.decision}`)}</span>{" "}
        <span className="note">{row.applied ? t("years.done") : row.decided ? "" : t("years.proposed")}</span>
      </td>
      <td className="i2" title={row.reason ?? ""}>
        {row.reason}
      </td>
    </tr>
  );
}
