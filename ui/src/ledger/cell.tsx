import type { ReactNode } from "react";
import type { Column, ProjectRow } from "../bindings/types";
import type { DeskView } from "../desk";
import { Lamp } from "../frame/icons";
import { showRate } from "../lib/money";
import { specOf } from "./spec";
import { raw } from "./value";
import { choiceOf, shown } from "./words";

/** What a cell shows: a light, a rate with its bar, figures that are zero in grey, everything else in words. */
export function cellShows(row: ProjectRow, column: Column, number: number, view: DeskView): ReactNode {
  switch (specOf(column).kind) {
    case "light":
      return <Lamp shade={row.light} label={choiceOf("light", row.light)} />;
    case "number":
      return String(number);
    case "rate": {
      const value = raw(row, column);
      return value === null ? null : <Rate thousandths={Number(value)} />;
    }
    case "money":
      return raw(row, column) === 0 ? <span className="i3">0</span> : shown(row, column, view);
    default:
      return <span className="clamp">{shown(row, column, view)}</span>;
  }
}

export function Rate({ thousandths }: { thousandths: number }) {
  return (
    <span className="rate">
      <span className="meter">
        <i style={{ width: `${Math.max(0, Math.min(1000, thousandths)) / 10}%` }} />
      </span>
      <span className={thousandths === 0 ? "i3" : undefined}>{showRate(thousandths)}</span>
    </span>
  );
}
