import { memo, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { filterOn, type LedgerSearch } from "./search";
import { cellClass, cellPlace, type Shape } from "./shape";
import { columnWord } from "./words";

interface Props {
  search: LedgerSearch;
  shape: Shape;
  /** Column of the head in turn. */
  at: number | null;
  /** First and last of the chosen columns, drawn as such; no first where none is. */
  left: number | null;
  right: number;
  ticks: "none" | "some" | "all";
  onTickAll: () => void;
  onSort: (column: Column, add: boolean) => void;
  onMenu: (column: Column, head: Element) => void;
  onWidth: (column: Column, width: number) => void;
  onFit: (column: Column) => void;
  onMove: (column: Column, before: Column | null) => void;
}

/** Heads: a click sorts, the arrow opens the column's menu, the edge is dragged to a width, the head to another place. */
function HeadOf(props: Props) {
  const { search, shape, at, left, right, ticks, onTickAll } = props;
  const { t } = useTranslation();
  const { unit } = useDesk();
  const [over, setOver] = useState<Column | null>(null);
  const keys = search.sort ?? [];
  return (
    <div role="rowgroup" className="heads">
      <div role="row" aria-rowindex={1} className="line" style={{ gridTemplateColumns: shape.template }}>
        <div role="columnheader" aria-colindex={1} className="mid fz tick" style={{ left: 0 }}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticks === "all"}
            ref={(box) => {
              if (box) box.indeterminate = ticks === "some";
            }}
            onChange={onTickAll}
            aria-label={t("grid.tickAll")}
          />
        </div>
        {shape.columns.map((spec, n) => {
          const { column } = spec;
          const place = keys.findIndex((key) => key.column === column);
          const key = keys[place];
          const order = key ? (key.descending ? "descending" : "ascending") : "none";
          const inBand = left !== null && n >= left && n <= right;
          return (
            <div
              role="columnheader"
              key={column}
              id={`cell--1-${n}`}
              aria-colindex={n + 2}
              aria-sort={spec.sorts ? order : undefined}
              className={`${cellClass(shape, n)} hcell${at === n ? " now" : ""}${inBand ? " in" : ""}${over === column ? " drop" : ""}`}
              style={cellPlace(shape, n)}
              data-column={column}
              draggable
              onDragStart={(e) => {
                e.dataTransfer.setData("application/x-column", column);
                e.dataTransfer.effectAllowed = "move";
              }}
              onDragOver={(e) => {
                if (!e.dataTransfer.types.includes("application/x-column")) return;
                e.preventDefault();
                setOver(column);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(e) => {
                setOver(null);
                const moved = e.dataTransfer.getData("application/x-column") as Column | "";
                if (moved) props.onMove(moved, column);
              }}
            >
              <button
                type="button"
                tabIndex={-1}
                className="by"
                disabled={!spec.sorts}
                title={spec.sorts ? t("grid.sortHint", { column: columnWord(column) }) : columnWord(column)}
                onClick={(e) => props.onSort(column, e.shiftKey)}
              >
                {key && <Icon name={key.descending ? "down" : "up"} size={12} />}
                {key && keys.length > 1 && <span className="nth">{place + 1}</span>}
                <span className="cut">{columnWord(column)}</span>
                {spec.kind === "money" && <span className="u">{t(`money.${unit}`)}</span>}
                {spec.kind === "rate" && <span className="u">%</span>}
              </button>
              <button
                type="button"
                tabIndex={-1}
                className={filterOn(search, column) ? "mn on" : "mn"}
                aria-haspopup="dialog"
                aria-label={t("grid.menuOf", { column: columnWord(column) })}
                onClick={(e) => props.onMenu(column, e.currentTarget.parentElement ?? e.currentTarget)}
              >
                <Icon name={filterOn(search, column) ? "filter" : "down"} size={12} />
              </button>
              <Edge
                width={shape.wide[n] ?? 0}
                onWidth={(width) => props.onWidth(column, width)}
                onFit={() => props.onFit(column)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

export const Head = memo(HeadOf);

/** The right edge of a head. */
function Edge({ width, onWidth, onFit }: { width: number; onWidth: (width: number) => void; onFit: () => void }) {
  const [drag, setDrag] = useState<{ x: number; now: number } | null>(null);
  const to = (e: PointerEvent, from: number) => Math.max(28, width + e.clientX - from);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu sets widths by keyboard
    <span
      className={drag ? "edge on" : "edge"}
      style={drag ? { transform: `translateX(${drag.now - width}px)` } : undefined}
      onMouseDown={(e) => e.preventDefault()}
      onPointerDown={(e) => {
        e.preventDefault();
        e.stopPropagation();
        e.currentTarget.setPointerCapture(e.pointerId);
        setDrag({ x: e.clientX, now: width });
      }}
      onPointerMove={(e) => drag && setDrag({ ...drag, now: to(e, drag.x) })}
      onPointerUp={(e) => {
        if (!drag) return;
        const now = to(e, drag.x);
        setDrag(null);
        if (now !== width) onWidth(now);
      }}
      onDoubleClick={(e) => {
        e.stopPropagation();
        onFit();
      }}
    />
  );
}
