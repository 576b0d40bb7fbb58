import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ColumnValue, Filter, Op } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { RegionPicker } from "../controls/RegionPicker";
import { Seg } from "../controls/Seg";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { listLabel } from "../lib/lists";
import { plainMoney, shifted } from "../lib/money";
import { useAsk } from "../query";
import { filterOn, type LedgerSearch, toQuery, withFilter } from "./search";
import { specOf } from "./spec";
import { readFigure } from "./typedFigure";
import { columnWord, valueName } from "./words";

interface Props {
  column: Column;
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
}

const VALUES: readonly Op[] = ["any_of", "none_of"];
const NOT: readonly Op[] = ["none_of", "lacks"];

/** Which rows a column lets through: by its values with their counts or all but those, from … to …, filled or empty. */
export function FilterForm({ column, search, onSearch }: Props) {
  const { t } = useTranslation();
  const { kind } = specOf(column);
  const now = filterOn(search, column);
  const ranged = kind === "money" || kind === "rate" || kind === "day";
  const [way, setWay] = useState<"range" | "values">(ranged && !(now && VALUES.includes(now.op)) ? "range" : "values");
  const [not, setNot] = useState(now !== undefined && NOT.includes(now.op));
  const set = (filter: Filter | null) => onSearch(withFilter(search, column, filter));
  const only = (op: "filled" | "empty") => set(now?.op === op ? null : { column, op, values: [] });
  return (
    <div className="filter">
      <div className="row">
        <b className="t12">{t("grid.filterOf", { column: columnWord(column) })}</b>
        <span className="grow" />
        {kind === "day" && (
          <Seg
            label={t("ledger.filters")}
            value={way}
            choices={[
              { value: "range", text: t("grid.byRange") },
              { value: "values", text: t("grid.byMonth") },
            ]}
            onPick={setWay}
          />
        )}
      </div>
      {column === "region" && <AnyRegion now={now} not={not} onSet={set} />}
      {way === "range" ? (
        <RangeForm column={column} now={now} onSet={set} />
      ) : (
        <ValuesForm column={column} search={search} now={now} not={not} onNot={setNot} onSet={set} />
      )}
      <div className="row more">
        <button type="button" className={now?.op === "filled" ? "link on" : "link"} onClick={() => only("filled")}>
          {t("grid.filled")}
        </button>
        <button type="button" className={now?.op === "empty" ? "link on" : "link"} onClick={() => only("empty")}>
          {t("grid.empty")}
        </button>
        <span className="grow" />
        {now && (
          <button type="button" className="link" onClick={() => set(null)}>
            {t("act.clear")}
          </button>
        )}
      </div>
    </div>
  );
}

interface FormProps {
  column: Column;
  now: Filter | undefined;
  onSet: (filter: Filter | null) => void;
}

/** A region that covers all below it, whether or not a project names it. */
function AnyRegion({ now, not, onSet }: Omit<FormProps, "column"> & { not: boolean }) {
  const { t } = useTranslation();
  const op = not ? "none_of" : "any_of";
  const { desk } = useDesk();
  return (
    <RegionPicker
      label={t("grid.anyRegion")}
      placeholder={t("grid.anyRegion")}
      value={null}
      name={null}
      parent={desk.office?.region ?? null}
      onPick={(code) => {
        const others = now?.op === op ? now.values.filter((value) => value !== code) : [];
        if (code) onSet({ column: "region", op, values: [...others, code] });
      }}
    />
  );
}

const MOST = 300;
/** The months of days are filtered by their beginning. */
const keyOf = (one: ColumnValue) => one.value ?? "";

interface ValuesProps extends FormProps {
  search: LedgerSearch;
  /** All but what is chosen. */
  not: boolean;
  onNot: (not: boolean) => void;
}

function ValuesForm({ column, search, now, not, onNot, onSet }: ValuesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useAsk("column_values", { query: toQuery(search, 0, 0), column, text: asked, limit: MOST });
  const lists = useAsk("list_list", {}, column === "list").data ?? [];
  const named = (one: ColumnValue) => {
    const list = lists.find(({ id }) => id === one.value);
    return list ? listLabel(list, lists) : valueName(column, keyOf(one), one.name);
  };
  const values = (found.data ?? []).filter((one) => one.value !== null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(now && VALUES.includes(now.op) ? now.values : []));
  const shownPicked = values.filter((one) => picked.has(keyOf(one))).length;
  const toggle = (keys: string[], on: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      for (const key of keys) on ? next.add(key) : next.delete(key);
      return next;
    });
  const apply = () => onSet(picked.size > 0 ? { column, op: not ? "none_of" : "any_of", values: [...picked] } : null);
  const byText = () => onSet({ column, op: not ? "lacks" : "contains", values: [asked] });
  const search1 = () => (asked === "" || picked.size > 0 ? apply() : byText());
  return (
    <>
      <div className="row">
        <Seg
          label={t("grid.isOrNot")}
          value={not ? "not" : "is"}
          choices={[
            { value: "is", text: t("grid.is") },
            { value: "not", text: t("grid.isNot") },
          ]}
          onPick={(to) => onNot(to === "not")}
        />
        <div className="seek grow">
          <Icon name="find" />
          <input
            data-first
            value={text}
            placeholder={t("grid.seekValues")}
            aria-label={t("grid.seekValues")}
            onChange={(e) => setText(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === "Enter" && !isIme(e)) search1();
            }}
          />
        </div>
      </div>
      <div className="values" role="group" aria-label={t("grid.values")}>
        {values.length > 1 && (
          <Tick
            checked={shownPicked === values.length}
            partly={shownPicked > 0}
            onTick={(on) => toggle(values.map(keyOf), on)}
          >
            <span className="grow i2">{asked === "" ? t("grid.all") : t("grid.allFound")}</span>
          </Tick>
        )}
        {values.map((one) => (
          <Tick key={keyOf(one)} checked={picked.has(keyOf(one))} onTick={(on) => toggle([keyOf(one)], on)}>
            <span className="cut grow" title={named(one)}>
              {named(one)}
            </span>
            <span className="i3 t12">{one.count.toLocaleString("en")}</span>
          </Tick>
        ))}
        {found.data && values.length === 0 && <p className="note">{t("grid.noValues")}</p>}
        {values.length >= MOST && <p className="note">{t("grid.typeOn")}</p>}
      </div>
      <div className="row">
        {asked !== "" && (
          <button type="button" className="btn s" onClick={byText}>
            {t(not ? "grid.lacksThis" : "grid.containsThis")}
          </button>
        )}
        <span className="grow" />
        <button type="button" className="btn s pri" onClick={apply}>
          {t("grid.apply")}
        </button>
      </div>
    </>
  );
}

/** From … to …, either end open. */
function RangeForm({ column, now, onSet }: FormProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { kind } = specOf(column);
  const written = (value: string | undefined) => {
    if (!value || kind === "day") return value ?? "";
    return kind === "money" ? plainMoney(Number(value), unit) : shifted(Number(value), 1, 0).replaceAll(",", "");
  };
  const ends = now?.op === "at_most" ? ["", now.values[0]] : (now?.values ?? []);
  const listed = now !== undefined && VALUES.includes(now.op);
  const [from, setFrom] = useState(written(listed ? "" : ends[0]));
  const [to, setTo] = useState(written(listed ? "" : ends[1]));
  const [bad, setBad] = useState(false);
  const apply = async () => {
    const values = await Promise.all([from, to].map((text) => readFigure(kind, text, unit)));
    if (values.some((value) => value === null)) return setBad(true);
    const [low = "", high = ""] = values as string[];
    if (low === "" && high === "") return onSet(null);
    if (high === "") return onSet({ column, op: "at_least", values: [low] });
    if (low === "") return onSet({ column, op: "at_most", values: [high] });
    onSet({ column, op: "between", values: [low, high] });
  };
  const end = (label: string, value: string, set: (text: string) => void, first: boolean) =>
    kind === "day" ? (
      <DayInput label={label} value={value} onPick={set} />
    ) : (
      <input
        className={bad ? "field bad" : "field"}
        data-first={first || undefined}
        inputMode="decimal"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(e) => {
          setBad(false);
          set(e.target.value);
        }}
        onKeyDown={(e) => {
          if (e.key === "Enter" && !isIme(e)) void apply();
        }}
      />
    );
  return (
    <>
      <div className="row ends">
        {end(t("grid.fromLabel"), from, setFrom, true)}
        <span className="i3">–</span>
        {end(t("grid.toLabel"), to, setTo, false)}
        {kind !== "day" && <span className="i3 t12">{kind === "money" ? t(`money.${unit}`) : "%"}</span>}
      </div>
      {bad && <p className="fault">{t("grid.notFigure")}</p>}
      <div className="row">
        <span className="grow" />
        <button type="button" className="btn s pri" onClick={() => void apply()}>
          {t("grid.apply")}
        </button>
      </div>
    </>
  );
}
