import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ShownColumn } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { hide, shift, show } from "./layout";
import { type At, Pop } from "./Pop";
import { type Family, SPECS, specOf } from "./spec";
import { columnWord } from "./words";

interface Props {
  at: At;
  layout: readonly ShownColumn[];
  onLayout: (layout: ShownColumn[]) => void;
  onReset: () => void;
  onClose: () => void;
}

const FAMILIES: readonly Family[] = ["basics", "money", "progress", "people", "days"];

/** Which columns are shown and in which order; below them all others, by what they are about. */
export function ColumnsPanel({ at, layout, onLayout, onReset, onClose }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [text, setText] = useState("");
  const asked = text.trim().toLowerCase();
  const like = (column: Column) => columnWord(column).toLowerCase().includes(asked);
  const others = SPECS.filter((spec) => !layout.some((shown) => shown.column === spec.column) && like(spec.column));
  return (
    <Pop at={at} label={t("grid.columns")} width={288} onClose={onClose}>
      <div className="filter">
        <div className="seek">
          <Icon name="find" />
          <input
            data-first
            value={text}
            placeholder={t("grid.seekColumn")}
            aria-label={t("grid.seekColumn")}
            onChange={(e) => setText(e.target.value)}
          />
        </div>
        <div className="values">
          <p className="note">{t("grid.shown")}</p>
          {layout
            .filter((shown) => like(shown.column))
            .map(({ column, frozen }) => (
              <div className="row col-line" key={column}>
                <Tick checked disabled={column === "name"} onTick={() => onLayout(hide(layout, column))}>
                  <span className="cut">{columnWord(column)}</span>
                  {frozen && <span className="i3 t12">{t("grid.frozen")}</span>}
                </Tick>
                <span className="grow" />
                <Step column={column} by={-1} icon="up" layout={layout} onLayout={onLayout} />
                <Step column={column} by={1} icon="down" layout={layout} onLayout={onLayout} />
              </div>
            ))}
          {FAMILIES.map((family) => {
            const own = others.filter((spec) => spec.family === family);
            return own.length === 0 ? null : (
              <div key={family} role="group" aria-label={t(`grid.family.${family}`)}>
                <p className="note">{t(`grid.family.${family}`)}</p>
                {own.map((spec) => (
                  <Tick
                    key={spec.column}
                    checked={false}
                    onTick={() => onLayout(show(layout, spec.column, lang === "en"))}
                  >
                    <span className="cut">{columnWord(spec.column)}</span>
                    {!specOf(spec.column).edits && <span className="i3 t12">{t("grid.computedShort")}</span>}
                  </Tick>
                ))}
              </div>
            );
          })}
        </div>
        <div className="row">
          <span className="grow" />
          <button type="button" className="link" onClick={onReset}>
            {t("grid.reset")}
          </button>
        </div>
      </div>
    </Pop>
  );
}

interface StepProps {
  column: Column;
  by: 1 | -1;
  icon: "up" | "down";
  layout: readonly ShownColumn[];
  onLayout: (layout: ShownColumn[]) => void;
}

function Step({ column, by, icon, layout, onLayout }: StepProps) {
  const { t } = useTranslation();
  const name = columnWord(column);
  return (
    <button
      type="button"
      className="btn s flat sq"
      aria-label={t(by < 0 ? "grid.columnUp" : "grid.columnDown", { column: name })}
      onClick={() => onLayout(shift(layout, column, by))}
    >
      <Icon name={icon} size={12} />
    </button>
  );
}
