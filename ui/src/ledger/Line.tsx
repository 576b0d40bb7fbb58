import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectRow } from "../bindings/types";
import type { DeskView } from "../desk";
import { COLUMNS } from "./columns";
import { cellClass, cellPlace, columnsTemplate } from "./Head";
import type { Spot } from "./math";

interface Props {
  index: number;
  row: ProjectRow | undefined;
  top: number;
  wide: number[];
  lefts: number[];
  /** Column of the cell that is in turn, if it is in this row. */
  at: number | null;
  view: DeskView;
  onGo: (to: Spot) => void;
  onOpen: (row: number) => void;
}

/** One project. Until its window is there: grey bars in the shape of the row. */
function LineOf({ index, row, top, wide, lefts, at, view, onGo, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={at === null ? "line" : "line in"}
      style={{ ...columnsTemplate(wide), transform: `translateY(${top}px)` }}
      onDoubleClick={() => onOpen(index)}
    >
      {COLUMNS.map((column, n) => {
        const shared = {
          role: "gridcell",
          "aria-colindex": n + 1,
          className: `${cellClass(column, n)}${column.wraps ? " wraps" : ""}${column.quiet ? " quiet" : ""}`,
          style: cellPlace(column, lefts[n]),
          tabIndex: at === n ? 0 : -1,
          "data-spot": `${index}:${n}`,
          onClick: () => onGo({ row: index, column: n }),
        } as const;
        if (!row) {
          return (
            <div key={column.key} {...shared}>
              {(n === 2 || n > 6) && <span className="bone" />}
            </div>
          );
        }
        const cell = { ...view, t, number: index + 1 };
        const shown = column.show(row, cell);
        return (
          <div key={column.key} {...shared} title={column.hint?.(row, cell) ?? undefined}>
            {column.key === "name" ? (
              <button type="button" className="name" tabIndex={-1} onClick={() => onOpen(index)}>
                {shown}
              </button>
            ) : typeof shown === "string" ? (
              <span className="clamp">{shown}</span>
            ) : (
              shown
            )}
          </div>
        );
      })}
    </div>
  );
}

export const Line = memo(LineOf, (a, b) => {
  const same = a.row === b.row && a.index === b.index && a.top === b.top && a.at === b.at && a.view === b.view;
  return same && a.wide.every((w, n) => w === b.wide[n]);
});
