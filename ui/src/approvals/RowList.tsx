import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardRow } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { isIme } from "../lib/ime";
import { kept, remember } from "./place";
import { RowLine } from "./RowLine";
import type { useTicks } from "./useTicks";

interface Props {
  /** The filter, which the place in the list belongs to. */
  place: string;
  rows: BoardRow[];
  found: number;
  /** With a column of who is in charge. */
  people: boolean;
  windows: number;
  loading: boolean;
  ticks: ReturnType<typeof useTicks>;
  onMore: () => void;
}

const NAMES = ".ab-list .ab-name";

export const firstRow = () => document.querySelector<HTMLElement>(NAMES);

/** What is in hand, the most pressing first; arrows go from project to project, Enter opens, Space ticks. */
export function RowList({ place, rows, found, people, windows, loading, ticks, onMore }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { ticked } = ticks;
  const rest = found - rows.length;
  const held = rows.filter((row) => ticked.has(row.approval)).length;

  useEffect(() => {
    const back = kept(place);
    if (!back || !box.current) return;
    box.current.scrollTop = back.top;
    box.current.querySelector<HTMLElement>(`[data-row="${back.row}"] .ab-name`)?.focus({ preventScroll: true });
  }, [place]);

  const press = (e: KeyboardEvent<HTMLTableElement>) => {
    const name = (e.target as HTMLElement).closest<HTMLElement>(".ab-name");
    if (isIme(e) || !name) return;
    if (e.key === " ") {
      e.preventDefault();
      const row = rows.find((one) => one.approval === name.closest("tr")?.dataset.row);
      if (row) ticks.tick(row, !ticked.has(row.approval), e.shiftKey);
      return;
    }
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    e.preventDefault();
    const names = [...e.currentTarget.querySelectorAll<HTMLElement>(".ab-name")];
    names[names.indexOf(name) + (e.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  return (
    <div className="ab-list scrolls" ref={box}>
      <table className={people ? "lines with-people" : "lines"} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col" className="c-tick">
              <Tick
                checked={held > 0 && held === rows.length}
                partly={held > 0}
                label={t("desk_approvals.tickAll", { count: rows.length })}
                onTick={(on) => ticks.set(rows, on)}
              />
            </th>
            <th scope="col">{t("desk_approvals.project")}</th>
            <th scope="col">{t("approvals.item")}</th>
            <th scope="col" className="c-state">
              {t("approvals.state")}
            </th>
            <th scope="col" className="c-who">
              {t("approvals.holder")}
            </th>
            {people && (
              <th scope="col" className="c-person">
                {t("field.responsible")}
              </th>
            )}
            <th scope="col" className="c-days num" title={t("desk_approvals.heldWhy")}>
              {t("desk_approvals.held")}
            </th>
            <th scope="col" className="c-due">
              {t("approvals.due")}
            </th>
            <th scope="col" className="c-left">
              {t("approvals.left")}
            </th>
            <th scope="col" className="c-flags">
              {t("desk_approvals.flags")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowLine
              key={row.approval}
              row={row}
              people={people}
              ticked={ticked.has(row.approval)}
              onTick={ticks.tick}
              onOpen={() => remember(place, { windows, top: box.current?.scrollTop ?? 0, row: row.approval })}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="ab-more">
          <button type="button" className="link" disabled={loading} onClick={onMore}>
            {t("desk_approvals.more", { count: rest })}
          </button>
        </p>
      )}
    </div>
  );
}
