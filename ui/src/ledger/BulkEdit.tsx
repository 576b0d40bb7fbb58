import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellsChecked, Column, Fault } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, ruleWords } from "../errors";
import { wordDay } from "../lib/day";
import { isIme } from "../lib/ime";
import { act, useAsk } from "../query";
import { Refused } from "../rpc";
import { periodOf, useMonth } from "./month";
import { type At, Pop } from "./Pop";
import { type LedgerSearch, toQuery } from "./search";
import { SPECS, specOf } from "./spec";
import { type Ticks, tickedIds } from "./ticks";
import { useSuggest } from "./useSuggest";
import { choiceOf, columnWord } from "./words";

interface Props {
  at: At;
  ticks: Ticks;
  count: number;
  search: LedgerSearch;
  onClose: () => void;
}

const COLUMNS = SPECS.filter((spec) => spec.edits && spec.column !== "name" && spec.column !== "code").map(
  (spec) => spec.column,
);
/** More rows are looked through when they are written. */
const LOOKED = 500;

/** One field of many projects at once: what to put in, and what that would change, before it is written. */
export function BulkEdit({ at, ticks, count, search, onClose }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const [month] = useMonth();
  const [column, setColumn] = useState<Column>("stage");
  const period = periodOf(column, month);
  // Nothing is written, nor faulty, before somebody says what.
  const [said, setSaid] = useState<string | null>(null);
  const text = said ?? "";
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const choice = specOf(column).kind === "choice";
  const suggestions = useSuggest(column, text, choice ? text : undefined);
  const asked = useDeferredValue(text);
  const some = [...ticks.rows.keys()].slice(0, LOOKED);
  const looked = ticks.all ? [] : some;
  const cells = looked.map((project) => ({ project, column, text: asked, period }));
  const checked = useAsk("cells_check", { cells, expect: null, unit }, looked.length > 0 && said !== null);
  const checks = said === null ? undefined : checked.data;
  const stops = checks?.cells.flatMap((cell) => cell.faults.filter((one) => !one.warning)) ?? [];

  const write = async () => {
    setBusy(true);
    try {
      const whole = ticks.all && ticks.rows.size === 0;
      const projects = whole ? null : await tickedIds(ticks, toQuery(search, 0, 0));
      const query = whole ? toQuery(search, 0, 0) : null;
      await act("cells_edit_all", { projects, query, column, text, period, unit });
      onClose();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  const words = fault && (fault.fields[0] ? ruleWords(fault.fields[0]) : faultWords(fault));
  return (
    <Pop at={at} label={t("grid.bulkEdit")} width={320} onClose={onClose}>
      <div className="filter">
        <b className="t12">{t("grid.bulkTitle", { count })}</b>
        <Select
          aria-label={t("grid.bulkField")}
          showSearch={{ optionFilterProp: "label" }}
          value={column}
          options={COLUMNS.map((value) => ({ value, label: columnWord(value) }))}
          onChange={(value: Column) => {
            setColumn(value);
            setSaid(null);
            setFault(null);
          }}
          style={{ width: "100%" }}
        />
        {choice ? (
          <div className="seg wide" role="group" aria-label={columnWord(column)}>
            {suggestions.map((word) => (
              <button
                type="button"
                key={word}
                className={text === word ? "on" : ""}
                aria-pressed={text === word}
                onClick={() => setSaid(text === word ? null : word)}
              >
                {word}
              </button>
            ))}
          </div>
        ) : (
          <>
            <input
              className="field"
              data-first
              list="bulk-values"
              value={text}
              placeholder={t("grid.bulkEmpty")}
              aria-label={t("grid.bulkValue")}
              onChange={(e) => {
                setSaid(e.target.value);
                setFault(null);
              }}
              onKeyDown={(e) => {
                if (e.key === "Enter" && !isIme(e)) void write();
              }}
            />
            <datalist id="bulk-values">
              {suggestions.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          </>
        )}
        {period !== null && (
          <p className="note">{t("grid.intoMonth", { month: wordDay(`${period}-01/month`, lang) })}</p>
        )}
        <Problem text={words || (stops[0] && ruleWords(stops[0]))} />
        {looked.length > 0 && checks && stops.length === 0 && (
          <Changes column={column} checked={checks} count={count} />
        )}
        {ticks.all && said !== null && <AllChanges column={column} search={search} text={asked} />}
        <div className="row">
          <button type="button" className="link t12" onClick={() => setSaid("")}>
            {t("grid.bulkEmptyOut")}
          </button>
          <span className="grow" />
          <button type="button" className="btn s" onClick={onClose}>
            {t("act.cancel")}
          </button>
          <button
            type="button"
            className="btn s pri"
            disabled={busy || said === null || stops.length > 0}
            onClick={() => void write()}
          >
            {said === "" ? t("grid.bulkClear", { count }) : t("grid.bulkWrite", { count })}
          </button>
        </div>
      </div>
    </Pop>
  );
}

const MOST = 6;

/** What stands there now, how often, and what it becomes. */
function Old({ column, olds, to }: { column: Column; olds: [string, number][]; to: string }) {
  const { t } = useTranslation();
  const word = (text: string) => (text === "" ? t("grid.empty") : choiceOf(column, text));
  return (
    <ul className="olds">
      {olds.slice(0, MOST).map(([old, count]) => (
        <li key={old}>
          <span className="cut">{word(old)}</span>
          <span className="i3">{t("grid.becomes")}</span>
          <span className="cut">{word(to)}</span>
          <span className="i3 num">{count.toLocaleString("en")}</span>
        </li>
      ))}
      {olds.length > MOST && <li className="i3">{t("grid.andOthers", { count: olds.length - MOST })}</li>}
    </ul>
  );
}

function Changes({ column, checked, count }: { column: Column; checked: CellsChecked; count: number }) {
  const { t } = useTranslation();
  const olds = new Map<string, number>();
  for (const cell of checked.cells) {
    if (cell.changed) olds.set(cell.old, (olds.get(cell.old) ?? 0) + 1);
  }
  const same = checked.cells.length - checked.changed;
  return (
    <>
      <Old column={column} olds={[...olds]} to={checked.cells[0]?.new ?? ""} />
      <p className="note">
        {t("grid.bulkSays", { changed: checked.changed, same })}
        {count > checked.cells.length && t("grid.bulkLooked", { count: checked.cells.length })}
      </p>
    </>
  );
}

function AllChanges({ column, search, text }: { column: Column; search: LedgerSearch; text: string }) {
  const query = toQuery(search, 0, 0);
  const own = query.filters.filter((filter) => filter.column === column);
  const found = useAsk("column_values", { query, column, text: null, limit: 50 });
  const asked = own.find((filter) => filter.op === "any_of")?.values;
  const olds = (found.data ?? [])
    .filter((one) => !asked || asked.includes(one.value ?? ""))
    .map((one): [string, number] => [one.name ?? one.value ?? "", one.count]);
  return <Old column={column} olds={olds} to={text} />;
}
