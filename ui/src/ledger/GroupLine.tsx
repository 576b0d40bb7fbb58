import { useTranslation } from "react-i18next";
import type { Column, Group, Sums } from "../bindings/types";
import type { DeskView } from "../desk";
import { Icon } from "../frame/icons";
import { showMoney } from "../lib/money";
import { Rate } from "./cell";
import { cellClass, cellPlace, type Shape } from "./shape";
import { groupName } from "./words";

const SUMMED = ["total", "plan", "arrived", "done_total", "done_year", "done_month"] as const;

/** A sum under its column; nothing under the others. */
export function SumCell({ sums, column, view }: { sums: Sums; column: Column; view: DeskView }) {
  const money = SUMMED.find((one) => one === column);
  if (money) return <>{showMoney(sums[money], view.unit)}</>;
  if (column !== "rate" && column !== "year_rate") return null;
  const share = sums[column];
  return share === null ? null : <Rate thousandths={share} />;
}

interface Props {
  line: number;
  group: Group;
  by: Column;
  open: boolean;
  now: boolean;
  top: number;
  shape: Shape;
  view: DeskView;
}

/** A group: its name, how many, how many have started, and its sums. */
export function GroupLine({ line, group, by, open, now, top, shape, view }: Props) {
  const { t } = useTranslation();
  const name = groupName(by, group);
  const span = Math.max(1, shape.frozen);
  const aside = group.sums.count - group.sums.counted;
  return (
    <div
      role="row"
      data-index={line}
      aria-rowindex={line + 2}
      className="line grp"
      style={{ gridTemplateColumns: shape.template, transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        id={`cell-${line}-0`}
        aria-colindex={1}
        aria-colspan={span + 1}
        className={`fz fzl lead${now ? " now" : ""}`}
        style={{ left: 0, gridColumn: `1 / span ${span + 1}` }}
        data-spot={`${line}:0`}
      >
        <button type="button" tabIndex={-1} aria-expanded={open} data-fold={line} title={name}>
          <Icon name={open ? "down" : "right"} size={12} />
          <b>{name}</b>
        </button>
        <span className="i3" title={aside > 0 ? t("grid.asideOf", { count: aside }) : undefined}>
          {t("grid.groupCount", { count: group.sums.count, started: group.started })}
        </span>
      </div>
      {shape.columns.slice(span).map((spec, n) => (
        <div
          role="gridcell"
          key={spec.column}
          id={`cell-${line}-${n + span}`}
          aria-colindex={n + span + 2}
          className={cellClass(shape, n + span)}
          style={cellPlace(shape, n + span)}
          data-spot={`${line}:${n + span}`}
        >
          <SumCell sums={group.sums} column={spec.column} view={view} />
        </div>
      ))}
    </div>
  );
}
