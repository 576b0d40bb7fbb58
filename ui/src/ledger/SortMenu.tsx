import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SortKey } from "../bindings/types";
import { Icon } from "../frame/icons";
import { ColumnPick } from "./ColumnPick";
import { type At, Pop } from "./Pop";
import { SPECS, specOf } from "./spec";
import { columnWord } from "./words";

interface Props {
  at: At;
  keys: SortKey[];
  onKeys: (keys: SortKey[]) => void;
  onClose: () => void;
}

/** What rows are sorted by, first key first. */
export function SortMenu({ at, keys, onKeys, onClose }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(keys.length === 0);
  const change = (n: number, key: SortKey | null) => onKeys(keys.toSpliced(n, 1, ...(key ? [key] : [])));
  const sorts = SPECS.filter((spec) => spec.sorts && !keys.some((key) => key.column === spec.column));
  return (
    <Pop at={at} label={t("grid.sort")} width={248} onClose={onClose}>
      {!adding && (
        <div className="filter">
          {keys.map((key, n) => (
            <div className="row" key={key.column}>
              <span className="i3 t12">{n + 1}</span>
              <span className="cut grow">{columnWord(key.column)}</span>
              <button
                type="button"
                className="btn s flat"
                onClick={() => change(n, { ...key, descending: !key.descending })}
              >
                <Icon name={key.descending ? "down" : "up"} size={12} />
                {key.descending ? t("grid.descending") : t("grid.ascending")}
              </button>
              <button
                type="button"
                className="btn s flat sq"
                aria-label={t("ledger.clearOne", { name: columnWord(key.column) })}
                onClick={() => change(n, null)}
              >
                <Icon name="x" size={12} />
              </button>
            </div>
          ))}
          <div className="row">
            <button type="button" className="link" onClick={() => setAdding(true)}>
              {t("grid.addSort")}
            </button>
            <span className="grow" />
            <button type="button" className="link" onClick={() => onKeys([])}>
              {t("grid.asEntered")}
            </button>
          </div>
        </div>
      )}
      {adding && (
        <ColumnPick
          columns={sorts.map((spec) => spec.column)}
          on={[]}
          onPick={(column) => {
            setAdding(false);
            onKeys([...keys, { column, descending: specOf(column).kind === "money" }]);
          }}
        />
      )}
    </Pop>
  );
}
