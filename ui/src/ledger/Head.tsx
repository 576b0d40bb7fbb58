import type { TFunction } from "i18next";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { COLUMNS, type Column } from "./columns";
import type { Spot } from "./math";
import type { LedgerSearch } from "./search";

interface Props {
  search: LedgerSearch;
  wide: number[];
  lefts: number[];
  at: Spot;
  onGo: (to: Spot) => void;
  onSort: (search: LedgerSearch) => void;
}

export const columnsTemplate = (wide: number[]) => ({ gridTemplateColumns: wide.map((w) => `${w}px`).join(" ") });

/** Frozen cells keep their place from the left; the last of them ends in a line. */
export function cellClass(column: Column, at: number): string {
  const last = column.frozen && !COLUMNS[at + 1]?.frozen;
  return [column.side, column.frozen && "fz", last && "fzl"].filter(Boolean).join(" ");
}

export const cellPlace = (column: Column, left: number | undefined) => (column.frozen ? { left } : undefined);

/** First ascending, then descending (money the other way round), then as entered. */
export function sorted(search: LedgerSearch, column: Column): LedgerSearch {
  const { sort, down, ...rest } = search;
  if (!column.sort) return search;
  const firstDown = column.money || column.key === "rate";
  if (sort !== column.sort)
    return firstDown ? { ...rest, sort: column.sort, down: true } : { ...rest, sort: column.sort };
  if (Boolean(down) === Boolean(firstDown)) return firstDown ? { ...rest, sort } : { ...rest, sort, down: true };
  return rest;
}

export function columnName(t: TFunction, column: Column): string {
  return t(`column.${column.key}`);
}

export function Head({ search, wide, lefts, at, onGo, onSort }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const press = (column: Column) => (e: KeyboardEvent) => {
    if (isIme(e)) return;
    if (e.key === "Enter" || e.key === " ") {
      e.preventDefault();
      e.stopPropagation();
      onSort(sorted(search, column));
    }
  };
  return (
    <div role="rowgroup" className="heads">
      <div role="row" aria-rowindex={1} className="line" style={columnsTemplate(wide)}>
        {COLUMNS.map((column, n) => {
          const here = search.sort === column.sort && column.sort !== undefined;
          const order = here ? (search.down ? "descending" : "ascending") : undefined;
          return (
            <div
              role="columnheader"
              key={column.key}
              aria-colindex={n + 1}
              aria-sort={column.sort ? (order ?? "none") : undefined}
              className={`${cellClass(column, n)} ${column.sort ? "sorts" : ""}`}
              style={cellPlace(column, lefts[n])}
              tabIndex={at.row === -1 && at.column === n ? 0 : -1}
              data-spot={`-1:${n}`}
              title={column.sort ? t("ledger.sortBy", { column: columnName(t, column) }) : undefined}
              onClick={() => {
                onGo({ row: -1, column: n });
                onSort(sorted(search, column));
              }}
              onKeyDown={press(column)}
            >
              {here && <Icon name={search.down ? "down" : "up"} size={12} />}
              {columnName(t, column)}
              {column.money && <span className="u">{t(`money.${unit}`)}</span>}
              {column.key === "rate" && <span className="u">%</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
