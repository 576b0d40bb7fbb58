import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, ProjectId } from "../../bindings/types";
import { DraftMark } from "../../controls/DraftMark";
import { useDesk } from "../../desk";
import { Lamp, Ring } from "../../frame/icons";
import { stateWord } from "../../i18n";
import { denseDay, wordDay } from "../../lib/day";
import { grouped } from "../../lib/group";
import { isIme } from "../../lib/ime";
import { handWords } from "./hand";
import { fillOf, isEstimate, isUntold, pressure } from "./states";
import { stepKey } from "./useStepDraft";
import { WAYS, wayKey } from "./ways/words";

interface Props {
  project: ProjectId;
  items: Listed[];
  picked: string | null;
  /** Little room: what the opened item says itself gives way to the names. */
  tight: boolean;
  onPick: (code: string) => void;
}

/** The items by stage; arrow keys go from one to the next. */
export function Items({ project, items, picked, tight, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const stages = grouped(items, (item) => item.stage_no);
  const people = !tight && items.some((item) => item.approval?.responsible);
  const press = (e: KeyboardEvent<HTMLTableElement>) => {
    if (isIme(e) || (e.key !== "ArrowDown" && e.key !== "ArrowUp")) return;
    const names = [...e.currentTarget.querySelectorAll<HTMLElement>(".item-name")];
    const at = names.indexOf(document.activeElement as HTMLElement);
    const next = names[at + (e.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    e.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <div className="items scrolls">
      <table className={`lines${tight ? " tight" : ""}${people ? " with-people" : ""}`} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col" className="c-code">
              {t("approvals.code")}
            </th>
            <th scope="col">{t("approvals.item")}</th>
            <th scope="col" className="c-holder">
              {t("approvals.holder")}
            </th>
            {people && (
              <th scope="col" className="c-person">
                {t("field.responsible")}
              </th>
            )}
            <th scope="col" className="c-state">
              {t("approvals.state")}
            </th>
            <th scope="col" className="c-day c-accepted">
              {t("approvals.accepted")}
            </th>
            <th scope="col" className="c-day">
              {t("approvals.due")}
            </th>
            <th scope="col" className="c-left">
              {t("approvals.left")}
            </th>
            <th scope="col" className="c-day wide">
              {t("approvals.forecast")}
            </th>
          </tr>
        </thead>
        {stages.map(([number, group]) => (
          <tbody key={number}>
            <tr className="stage-line">
              <th scope="rowgroup" colSpan={people ? 7 : 6}>
                {lang === "zh" ? group[0]?.stage : group[0]?.stage_en}
                <span className="i3">
                  {t("approvals.doneShort", { done: group.filter((i) => i.done).length, all: group.length })}
                </span>
              </th>
              <td className="c-accepted" />
              <td className="wide" />
            </tr>
            {group.map((item) => (
              <Line
                key={item.code}
                project={project}
                item={item}
                people={people}
                brief={tight}
                on={picked === item.code}
                onPick={onPick}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LineProps {
  project: ProjectId;
  item: Listed;
  /** With a column of who is in charge. */
  people: boolean;
  brief: boolean;
  on: boolean;
  onPick: (code: string) => void;
}

function Line({ project, item, people, brief, on, onPick }: LineProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const year = desk.today.slice(0, 4);
  const word = stateWord(item.kind, item.state);
  const day = (value: string | null) => value && <span title={wordDay(value, lang)}>{denseDay(value, year)}</span>;
  const name = lang === "zh" ? item.name : item.name_en;
  const unit = lang === "zh" ? item.unit : item.unit_en;
  const holder = item.in_hand?.turn === "opinion" ? handWords(item.in_hand, lang) : unit;
  return (
    <tr className={on ? "hot" : undefined} onClick={() => onPick(item.code)}>
      <td className="c-code">
        <Ring fill={fillOf(item.state)} />
        <span className="i2 t12">{item.code}</span>
        {!on && (
          <DraftMark keys={[stepKey(project, item.code), ...WAYS.map((way) => wayKey(project, item.code, way))]} />
        )}
      </td>
      <td>
        <button
          type="button"
          className={`item-name cut${item.critical && !item.done ? " b" : ""}`}
          aria-pressed={on}
          data-item={item.code}
          title={name}
        >
          {name}
        </button>
      </td>
      <td className="i2" title={holder}>
        {holder}
      </td>
      {people && (
        <td className="i2" title={item.approval?.responsible ?? undefined}>
          {item.approval?.responsible}
        </td>
      )}
      <td className={item.state === "not_collected" ? "i3" : undefined}>
        {item.skipped.length > 0 ? (
          <span className="lamped" title={`${word}　${t("approvals.skipped")}`}>
            <Lamp shade="amber" label={t("approvals.skipped")} />
            <span className="cut">{word}</span>
          </span>
        ) : (
          word
        )}
      </td>
      <td className="i2 c-accepted">{day(item.accepted_on)}</td>
      <td>{item.stopped ? <span className="i3">—</span> : <Due item={item} />}</td>
      <td>
        <Left item={item} brief={brief} />
      </td>
      <td className="i3 wide">{!item.done && day(item.forecast_on)}</td>
    </tr>
  );
}

/** The due day, and whether a year on the way has no notice yet (暂估). */
export function Due({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  if (item.due_on === null) {
    // When it was due, though it is decided.
    const past = item.done ? item.ends_on : null;
    return (
      past && (
        <span className="i3" title={wordDay(past, lang)}>
          {denseDay(past, desk.today.slice(0, 4))}
        </span>
      )
    );
  }
  return (
    <>
      <span title={wordDay(item.due_on, lang)}>{denseDay(item.due_on, desk.today.slice(0, 4))}</span>
      {isEstimate(item) && (
        <span className="i3 t12" title={t("path.estimateWhy")}>
          {" "}
          {t("path.estimate")}
        </span>
      )}
    </>
  );
}

interface LeftProps {
  item: Listed;
  /** It names its days. */
  alone?: boolean;
  /** Of what is decided only the day: how it was is read by its colour and by pointing at it. */
  brief?: boolean;
}

/** 剩余 5, 超期 3 (working days, as the column's head says), 今日到期, 暂停计时, or the day it was decided; alone it names its days.
 * A certificate that ends says so instead. */
export function Left({ item, alone = false, brief = false }: LeftProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  if (item.expiry) {
    const past = item.expiry.state === "expired";
    const shade = past ? "red" : "amber";
    return (
      <span className={`${shade} lamped`} title={wordDay(item.expiry.on, lang)}>
        <Lamp shade={shade} label={t(`shade.${shade}`)} />
        {past
          ? t("approvals.expired")
          : t("approvals.expires", { day: denseDay(item.expiry.on, desk.today.slice(0, 4)) })}
      </span>
    );
  }
  if (item.done && item.decided_on) {
    const day = denseDay(item.decided_on, desk.today.slice(0, 4));
    const { spared } = item;
    const how =
      spared === null
        ? undefined
        : t(spared < 0 ? "approvals.wasLate" : "approvals.wasInTime", { count: Math.abs(spared) });
    return (
      <span className={spared !== null && spared < 0 ? "red" : "i2"} title={how}>
        {brief
          ? t("approvals.decided", { day })
          : spared !== null && spared < 0
            ? t("approvals.late", { day, count: -spared })
            : t(spared !== null ? "approvals.decidedInTime" : "approvals.decided", { day })}
      </span>
    );
  }
  if (item.stopped) return <span className="i2">{t("approvals.pause")}</span>;
  if (isUntold(item)) {
    return (
      <span className="i2" title={t("undated.whyNot")}>
        {t(item.done ? "undated.doneNotTold" : "undated.notTold")}
      </span>
    );
  }
  if (item.days_left === null) return null;
  const how = pressure(item);
  const words =
    item.days_left < 0
      ? t(alone ? "path.over" : "approvals.over", { count: -item.days_left })
      : item.days_left === 0
        ? t("approvals.today")
        : t(alone ? "path.left" : "approvals.remains", { count: item.days_left });
  if (how === "calm") return <span className="i2">{words}</span>;
  return (
    <span className={how === "late" ? "red b lamped" : "amber lamped"}>
      <Lamp shade={how === "late" ? "red" : "amber"} label={t(how === "late" ? "shade.red" : "shade.amber")} />
      {words}
    </span>
  );
}
