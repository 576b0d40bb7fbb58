import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, Filter } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { listLabel } from "../lib/lists";
import { useAsk } from "../query";
import { Clear } from "./Chip";
import { ColumnMenu } from "./ColumnMenu";
import { ColumnPick } from "./ColumnPick";
import { filterWords } from "./filterWords";
import { type At, below, Pop } from "./Pop";
import { SortMenu } from "./SortMenu";
import {
  isFiltered,
  type LedgerSearch,
  sortedBy,
  toQuery,
  unfiltered,
  withFilter,
  withGroup,
  withoutFigure,
} from "./search";
import { SPECS } from "./spec";
import { columnWord } from "./words";

interface Props {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
}

type Open = { kind: "filter"; column: Column; at: At } | { kind: "add" | "group" | "sort"; at: At };

/** Filters in words, each with its menu; then what rows are grouped and sorted by. */
export function FilterBar({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const keys = search.sort ?? [];
  const sorted = keys.map((key) => columnWord(key.column)).join(t("grid.comma"));
  const groups = SPECS.filter((spec) => spec.groups).map((spec) => spec.column);
  const filters = SPECS.filter((spec) => spec.column !== "entered").map((spec) => spec.column);
  return (
    <div className="chips" role="group" aria-label={t("ledger.filters")}>
      {search.figure && (
        <span className="chip set" title={t("grid.figureHint", { day: search.figure.as_of })}>
          <Link to="/board">
            {t("board.title")} <b>{t(`board.rows.${search.figure.of}`)}</b>
          </Link>
          <Clear name={t("board.title")} onClear={() => onSearch(withoutFigure(search))} />
        </span>
      )}
      {(search.filters ?? []).map((filter) => (
        <FilterChip
          key={filter.column}
          filter={filter}
          onOpen={(at) => setOpen({ kind: "filter", column: filter.column, at })}
          onClear={() => onSearch(withFilter(search, filter.column, null))}
        />
      ))}
      <button
        type="button"
        className="btn s flat"
        aria-haspopup="dialog"
        onClick={(e) => setOpen({ kind: "add", at: below(e.currentTarget) })}
      >
        <Icon name="plus" />
        {t("ledger.filters")}
      </button>
      <span className="vr" />
      <button
        type="button"
        className={search.group ? "btn s flat on" : "btn s flat"}
        aria-haspopup="dialog"
        aria-label={search.group ? `${t("grid.group")} ${columnWord(search.group)}` : t("grid.group")}
        onClick={(e) => setOpen({ kind: "group", at: below(e.currentTarget) })}
      >
        <Icon name="group" />
        <span className="w">{search.group ? columnWord(search.group) : t("grid.group")}</span>
      </button>
      <button
        type="button"
        className={keys.length > 0 ? "btn s flat on" : "btn s flat"}
        aria-haspopup="dialog"
        aria-label={keys.length > 0 ? `${t("grid.sort")} ${sorted}` : t("grid.sort")}
        onClick={(e) => setOpen({ kind: "sort", at: below(e.currentTarget) })}
      >
        <Icon name="sort" />
        <span className="w cut">{keys.length > 0 ? sorted : t("grid.sort")}</span>
      </button>
      {isFiltered(search) && (
        <button type="button" className="link t12" onClick={() => onSearch(unfiltered(search))}>
          {t("ledger.clearFilters")}
        </button>
      )}
      {open?.kind === "filter" && (
        <ColumnMenu column={open.column} at={open.at} search={search} onSearch={onSearch} onClose={close} />
      )}
      {open?.kind === "add" && (
        <Pop at={open.at} label={t("ledger.filters")} onClose={close}>
          <ColumnPick
            columns={filters}
            on={(search.filters ?? []).map((filter) => filter.column)}
            onPick={(column) => setOpen({ kind: "filter", column, at: open.at })}
          />
        </Pop>
      )}
      {open?.kind === "group" && (
        <Pop at={open.at} label={t("grid.group")} width={220} onClose={close}>
          <ColumnPick
            columns={groups}
            on={search.group ? [search.group] : []}
            none={t("grid.ungrouped")}
            onPick={(column) => {
              onSearch(withGroup(search, column === search.group ? null : column));
              close();
            }}
            onNone={() => {
              onSearch(withGroup(search, null));
              close();
            }}
          />
        </Pop>
      )}
      {open?.kind === "sort" && (
        <SortMenu at={open.at} keys={keys} onKeys={(sort) => onSearch(sortedBy(search, sort))} onClose={close} />
      )}
    </div>
  );
}

interface ChipProps {
  filter: Filter;
  onOpen: (at: At) => void;
  onClear: () => void;
}

function FilterChip({ filter, onOpen, onClear }: ChipProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const named = ["region", "industry", "parent", "list"].includes(filter.column) && filter.values.length > 0;
  const lists = useAsk("list_list", {}, filter.column === "list").data ?? [];
  const known = useAsk(
    "column_values",
    { query: toQuery({}, 0, 0), column: filter.column, text: null, limit: 0 },
    named,
  );
  const unknown =
    filter.column === "region" ? filter.values.find((v) => !known.data?.some((k) => k.value === v)) : undefined;
  const regions = useAsk(
    "region_search",
    { text: unknown ?? "", parent: null },
    known.data !== undefined && unknown !== undefined,
  );
  const more = (regions.data ?? []).map((region) => ({ value: region.code, name: region.name, count: 0 }));
  const labels = lists.map((list) => ({ value: list.id, name: listLabel(list, lists), count: 0 }));
  const name = columnWord(filter.column);
  const words = filterWords(filter, unit, named ? [...labels, ...(known.data ?? []), ...more] : []);
  return (
    <span className="chip set">
      <button
        type="button"
        aria-haspopup="dialog"
        title={`${name} ${words}`}
        onClick={(e) => onOpen(below(e.currentTarget))}
      >
        {name}
        <b>{words}</b>
      </button>
      <Clear name={t("grid.filterName", { column: name })} onClear={onClear} />
    </span>
  );
}
