import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { denseDay, moment, wordDay } from "../lib/day";
import { showRate } from "../lib/money";
import { bareUnit } from "../project/typed";
import { useAsk } from "../query";
import type { Editing } from "./editing";
import { periodOf, useMonth } from "./month";
import { specOf } from "./spec";
import { choiceOf, columnWord } from "./words";

interface Props {
  editing: Editing;
  draft: string;
  suggestions: string[];
  picked: number;
  onPick: (text: string) => void;
}

/** Under the cell in edit: what could be meant, what stood there, who set it when, what follows from it, and the keys. */
export function EditTip({ editing, draft, suggestions, picked, onPick }: Props) {
  const { t } = useTranslation();
  const { kind } = specOf(editing.column);
  return (
    <>
      {suggestions.length > 0 && (
        <div className="sugg" role="listbox" id="cell-choices" aria-label={columnWord(editing.column)}>
          {suggestions.map((text, n) => (
            <div
              role="option"
              tabIndex={-1}
              key={text}
              id={`cell-choice-${n}`}
              aria-selected={n === picked}
              className={n === picked ? "on" : ""}
              onMouseDown={(e) => {
                e.preventDefault();
                onPick(text);
              }}
            >
              {text}
            </div>
          ))}
        </div>
      )}
      <div className="tip">
        <Problem text={editing.fault} />
        {editing.row && <Story editing={editing} />}
        {editing.row && <Goes editing={editing} />}
        {editing.row && kind === "money" && <Follows editing={editing} draft={draft} />}
        {kind === "day" && <p className="i3">{t("edit.day")}</p>}
        <div className="keys i3">
          <kbd>Enter</kbd>
          {t("grid.keyKeep")}
          <kbd>Tab</kbd>
          {t("grid.keyRight")}
          <kbd>Esc</kbd>
          {t("edit.leave")}
        </div>
      </div>
    </>
  );
}

function Story({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const { unit, desk } = useDesk();
  const project = editing.row?.id ?? "";
  const [month] = useMonth();
  const told = useAsk("cell_get", { project, column: editing.column, period: periodOf(editing.column, month), unit });
  const { person = null, changed_ms: ms = null, text = editing.was } = told.data ?? {};
  const words = specOf(editing.column).kind === "choice" && text !== "" ? choiceOf(editing.column, text) : text;
  return (
    <dl>
      <dt>{t("edit.was")}</dt>
      <dd>
        <span className="cut">{words === "" ? t("edit.blank") : words}</span>
        {person !== null && ms !== null && (
          <span className="i3 nowrap">
            {denseDay(moment(ms).slice(0, 10), desk.today.slice(0, 4))} {person}
          </span>
        )}
      </dd>
    </dl>
  );
}

/** Which month's report is written to; the sheet may show another month. */
function Goes({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [month] = useMonth();
  if (periodOf(editing.column, month) === null) return null;
  const shown = editing.row?.period ?? null;
  const word = (period: string) => wordDay(`${period}-01/month`, lang);
  return (
    <p>
      {t("grid.intoMonth", { month: word(month) })}
      {shown !== null && shown !== month && <span className="i3">{t("grid.showsMonth", { month: word(shown) })}</span>}
    </p>
  );
}

/** What share a figure is of what, when it changes. */
const SHARES = {
  done_total: { rate: "rate", of: "total" },
  done_year: { rate: "year_rate", of: "plan" },
  total: { rate: "rate", part: "done_total" },
  plan: { rate: "year_rate", part: "done_year" },
} as const;

const share = (part: number | null | undefined, whole: number | null | undefined) =>
  part === null || part === undefined || !whole || whole < 0
    ? null
    : Math.floor((Math.floor((part * 2000) / whole) + 1) / 2);

function Follows({ editing, draft }: { editing: Editing; draft: string }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const text = useDeferredValue(draft.trim());
  const rule = editing.column in SHARES ? SHARES[editing.column as keyof typeof SHARES] : null;
  const read = useAsk("value_read", { kind: "money", text, unit: bareUnit(unit) }, rule !== null && text !== "");
  const value = read.data?.value;
  if (!rule || !editing.row || typeof value !== "number" || text === "" || read.isError) return null;
  const next = "of" in rule ? share(value, editing.row[rule.of]) : share(editing.row[rule.part], value);
  const old = editing.row[rule.rate];
  if (next === null) return null;
  return (
    <dl>
      <dt>{columnWord(rule.rate)}</dt>
      <dd>
        {showRate(next)}%{old !== null && <span className="i3">{t("grid.rateWas", { rate: showRate(old) })}</span>}
      </dd>
    </dl>
  );
}
