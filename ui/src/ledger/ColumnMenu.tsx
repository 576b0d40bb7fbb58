import { useTranslation } from "react-i18next";
import type { Column, ShownColumn } from "../bindings/types";
import { Icon, type IconName } from "../frame/icons";
import { FilterForm } from "./FilterForm";
import { freeze, hide, shift } from "./layout";
import { type At, Pop } from "./Pop";
import { type LedgerSearch, sortedBy, withGroup } from "./search";
import { specOf } from "./spec";
import { columnWord } from "./words";

interface Props {
  column: Column;
  at: At;
  search: LedgerSearch;
  /** Absent where the column is only filtered. */
  layout?: readonly ShownColumn[];
  onSearch: (search: LedgerSearch) => void;
  onLayout?: (layout: ShownColumn[]) => void;
  onClose: () => void;
}

/** What can be done with a column: sorted, grouped, put elsewhere, and filtered. */
export function ColumnMenu({ column, at, search, layout, onSearch, onLayout, onClose }: Props) {
  const { t } = useTranslation();
  const spec = specOf(column);
  const keys = search.sort ?? [];
  const own = keys.find((key) => key.column === column);
  const frozen = layout?.findLast((shown) => shown.frozen)?.column === column;
  const place = layout?.findIndex((shown) => shown.column === column) ?? -1;
  const arrange = (to: ShownColumn[]) => {
    onLayout?.(to);
    onClose();
  };
  const ask = (to: LedgerSearch) => {
    onSearch(to);
    onClose();
  };
  const sort = (descending: boolean) => ask(sortedBy(search, [{ column, descending }]));
  return (
    <Pop at={at} label={columnWord(column)} onClose={onClose}>
      {layout && (
        <div className="acts-list">
          {spec.sorts && (
            <>
              <Act icon="up" on={own?.descending === false} text={t("grid.ascending")} run={() => sort(false)} />
              <Act icon="down" on={own?.descending === true} text={t("grid.descending")} run={() => sort(true)} />
              {keys.length > 0 && !own && (
                <Act
                  icon="plus"
                  text={t("grid.addSort")}
                  run={() => ask(sortedBy(search, [...keys, { column, descending: spec.kind === "money" }]))}
                />
              )}
            </>
          )}
          {spec.groups && (
            <Act
              icon="rowsTwo"
              on={search.group === column}
              text={search.group === column ? t("grid.ungroup") : t("grid.groupBy")}
              run={() => ask(withGroup(search, search.group === column ? null : column))}
            />
          )}
          <Act
            icon="ledger"
            text={frozen ? t("grid.unfreeze") : t("grid.freeze")}
            run={() => arrange(freeze(layout, column))}
          />
          <div className="row half">
            <Act
              icon="left"
              text={t("grid.moveLeft")}
              off={place <= 0}
              run={() => arrange(shift(layout, column, -1))}
            />
            <Act
              icon="right"
              text={t("grid.moveRight")}
              off={place >= layout.length - 1}
              run={() => arrange(shift(layout, column, 1))}
            />
          </div>
          {column !== "name" && <Act icon="x" text={t("grid.hide")} run={() => arrange(hide(layout, column))} />}
        </div>
      )}
      {column !== "entered" && <FilterForm column={column} search={search} onSearch={ask} />}
    </Pop>
  );
}

interface ActProps {
  icon: IconName;
  text: string;
  on?: boolean;
  off?: boolean;
  run: () => void;
}

function Act({ icon, text, on, off, run }: ActProps) {
  return (
    <button type="button" className={on ? "act on" : "act"} disabled={off} aria-pressed={on} onClick={run}>
      <Icon name={icon} size={12} />
      {text}
    </button>
  );
}
