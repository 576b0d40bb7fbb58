import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TargetLine } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { versionOf } from "../lib/lists";
import { plainMoney, shifted, showMoney, showRate } from "../lib/money";
import { bareUnit, typed } from "../project/typed";
import { act, tryTo, useAsk } from "../query";
import { Refused } from "../rpc";
import { fromFields, toFields } from "./schedule";
import { useQuarters } from "./useQuarters";

const COUNTS = ["count", "new_starts", "completions"] as const;
const MONEY = ["total", "plan"] as const;
const QUARTERS = ["quarter1", "quarter2", "quarter3", "quarter4"] as const;
type Field = (typeof COUNTS)[number] | (typeof MONEY)[number] | (typeof QUARTERS)[number];

/** One target: numbers edited in place, what there is beside them, and the planned schedule. */
export function Target({ line }: { line: TargetLine }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { target, actual } = line;
  const lists = useAsk("list_list", {}, target.list !== null);
  const list = lists.data?.find((one) => one.id === target.list);
  const version = list ? versionOf(list, lists.data ?? []) : null;
  const scope = [line.list_name ?? t("years.targets.whole"), version].filter(Boolean).join(" ");
  const quarters = useQuarters(target);
  const now: Partial<Record<Field, number | undefined>> = {
    count: actual.count,
    new_starts: actual.new_starts,
    completions: actual.completions,
    total: actual.total,
    plan: actual.plan,
    ...Object.fromEntries(QUARTERS.map((quarter) => [quarter, quarters[quarter]?.done])),
  };
  const cell = (field: Field, money: boolean) => {
    const value = target[field];
    const text = money ? plainMoney(value, unit) : value === null ? "" : String(value);
    const save = async (said: string) => {
      const set = money
        ? { [field]: (await typed("arrived", said, unit)).arrived ?? null }
        : { [field]: /^\d+$/.test(said.trim()) ? Number(said) : said };
      return act("year_target_save", { id: target.id, set });
    };
    return (
      <Editable
        numeric
        label={t("years.targets.fieldOf", { what: t(`years.targets.${field}`) })}
        field={money ? "arrived" : field}
        shown={money ? showMoney(value, unit) : text}
        text={text}
        hint={money ? bareUnit(unit) : undefined}
        save={save}
      />
    );
  };
  const line_ = (field: Field, money: boolean) => {
    const is = now[field];
    const aim = target[field];
    const so = QUARTERS.find((quarter) => quarter === field);
    const far = so && quarters[so];
    const show = (value: number) => (money ? showMoney(value, unit) : String(value).replace("-", "−"));
    return (
      <tr key={field}>
        <th scope="row">
          {t(`years.targets.${field}`)} {money && <span className="u">{t(`money.${unit}`)}</span>}
        </th>
        <td className="num">{cell(field, money)}</td>
        <td className="num">
          {far?.open && <span className="i3 t12">{t("years.targets.upTo", { month: far.month })} </span>}
          {is === undefined ? "" : show(is)}
        </td>
        <td className="num i2">{is === undefined || aim === null ? "" : show(is - aim)}</td>
      </tr>
    );
  };
  return (
    <section className="target" aria-label={scope}>
      <div className="cap">
        <h2>{scope}</h2>
        <span className="n">
          {actual.count} = {t("carried.new")} {actual.new} + {t("carried.continued")} {actual.continued} +{" "}
          {t("years.lists.neither")} {actual.neither}
        </span>
        <button
          type="button"
          className="more btn flat s sq"
          aria-label={`${t("years.targets.remove")} ${scope}`}
          onClick={() => void tryTo(() => act("year_target_remove", { id: target.id }))}
        >
          <Icon name="x" size={12} />
        </button>
      </div>
      <div className="target-grid">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col" aria-label={t("years.targets.of")} />
              <th scope="col" className="num" style={{ width: 124 }}>
                {t("years.targets.target")}
              </th>
              <th scope="col" className="num" style={{ width: 124 }}>
                {t("years.targets.actual")}
              </th>
              <th scope="col" className="num" style={{ width: 124 }}>
                {t("years.targets.gap")}
              </th>
            </tr>
          </thead>
          <tbody>
            {COUNTS.map((field) => line_(field, false))}
            {MONEY.map((field) => line_(field, true))}
            {QUARTERS.map((field) => line_(field, true))}
          </tbody>
        </table>
        <Schedule line={line} />
      </div>
    </section>
  );
}

/** Twelve percents, and where the year stands against them. */
function Schedule({ line }: { line: TargetLine }) {
  const { t } = useTranslation();
  const { target } = line;
  const [fields, setFields] = useState(() => toFields(target.schedule));
  const [fault, setFault] = useState(false);
  const keep = async () => {
    const schedule = fromFields(fields);
    if (schedule === target.schedule) return setFault(false);
    try {
      await act("year_target_save", { id: target.id, set: { schedule } });
      setFault(false);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(true);
    }
  };
  return (
    <div>
      <div className="cap">
        <h3>{t("years.targets.schedule")}</h3>
        <span className="n">%</span>
      </div>
      <div className="months">
        {fields.map((text, at) => (
          <label key={at}>
            {t("years.targets.month", { n: at + 1 })}
            <input
              className={fault ? "field bad" : "field"}
              aria-label={t("years.targets.monthOf", { n: at + 1 })}
              inputMode="decimal"
              value={text}
              onChange={(e) => setFields(fields.map((old, n) => (n === at ? e.target.value : old)))}
              onBlur={() => void keep()}
              onKeyDown={(e) => {
                if (e.key === "Enter" && !isIme(e)) e.currentTarget.blur();
              }}
            />
            <span className="due">{showRate(line.due[at] ?? 0)}</span>
          </label>
        ))}
      </div>
      <Problem text={fault ? t("years.targets.badSchedule") : null} />
      <p className="note">{t("years.targets.scheduleNote")}</p>
      <Pace line={line} />
    </div>
  );
}

/** Above or below the schedule, in points, at the end of the newest month that was reported. */
function Pace({ line }: { line: TargetLine }) {
  const { t } = useTranslation();
  const { target, actual, due } = line;
  const plan = target.plan ?? actual.plan;
  const { month } = actual;
  if (plan <= 0 || month === null) return null;
  const rate = Math.floor((Math.floor((actual.done_year * 2000) / plan) + 1) / 2);
  const aim = due[month - 1] ?? 0;
  const points = shifted(Math.abs(rate - aim), 1, 1);
  const gap = rate > aim ? t("years.targets.above", { n: points }) : t("years.targets.below", { n: points });
  return (
    <p>
      {t("years.targets.dueNow", {
        month,
        due: showRate(aim),
        rate: showRate(rate),
        gap: rate === aim ? t("years.targets.even") : gap,
      })}
    </p>
  );
}
