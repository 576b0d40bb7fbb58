import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../bindings/types";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { columnWord } from "./words";

interface Props {
  columns: readonly Column[];
  on: readonly Column[];
  /** A choice of no column at all. */
  none?: string;
  onPick: (column: Column) => void;
  onNone?: () => void;
}

/** One of the columns, found by a part of its name. */
export function ColumnPick({ columns, on, none, onPick, onNone }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = text.trim().toLowerCase();
  const found = columns.filter((column) => columnWord(column).toLowerCase().includes(asked));
  return (
    <div className="filter">
      <div className="seek">
        <Icon name="find" />
        <input
          data-first
          value={text}
          placeholder={t("grid.seekColumn")}
          aria-label={t("grid.seekColumn")}
          onChange={(e) => setText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === "Enter" && !isIme(e) && found[0]) onPick(found[0]);
          }}
        />
      </div>
      <div className="acts-list tall">
        {none && asked === "" && (
          <button type="button" className={on.length === 0 ? "act on" : "act"} onClick={onNone}>
            {none}
          </button>
        )}
        {found.map((column) => (
          <button
            type="button"
            key={column}
            className={on.includes(column) ? "act on" : "act"}
            aria-pressed={on.includes(column)}
            onClick={() => onPick(column)}
          >
            {columnWord(column)}
          </button>
        ))}
      </div>
    </div>
  );
}
