import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Listed } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { Lamp, Ring } from "../../../frame/icons";
import { stateWord } from "../../../i18n";
import { denseDay } from "../../../lib/day";
import { nameOf } from "../PathHead";
import { fillOf, isEstimate, pressure } from "../states";

interface Props {
  item: Listed;
  style: CSSProperties;
  on: boolean;
  /** Tab comes to this one. */
  stop: boolean;
  /** It waits for what is pointed at, or that waits for it. */
  near: boolean;
  /** What it waits for, group by group; what waits for it. */
  before: string[];
  after: string[];
  alone: boolean;
  onPick: () => void;
  onFocus: (is: boolean) => void;
  onHover: (is: boolean) => void;
}

/** One item: what it is called, where it stands, and the day that counts. */
export function Node({ item, style, on, stop, near, before, after, alone, onPick, onFocus, onHover }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const day = useDayWords(item);
  const name = nameOf(item, lang);
  const state = stateWord(item.kind, item.state);
  const press = pressure(item);
  const list = t("path.graph.list");
  const spoken = [
    item.critical && !item.done && t("path.gantt.criticalHead"),
    before.length > 0 && t("path.graph.before", { names: before.join(list) }),
    after.length > 0 && t("path.graph.after", { names: after.join(list) }),
    alone && t("path.graph.alone"),
  ].filter(Boolean);
  const how = [
    "node",
    item.done ? "done" : item.critical ? "critical" : "",
    press === "late" ? "late" : "",
    near ? "near" : "",
    on ? "on" : "",
  ];
  return (
    <button
      type="button"
      className={how.filter(Boolean).join(" ")}
      style={style}
      data-item={item.code}
      tabIndex={stop ? 0 : -1}
      aria-pressed={on}
      title={name}
      onClick={onPick}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <span className="node-name">{name}</span>
      <span className="node-state">
        {press === "late" ? <Lamp shade="red" label={t("shade.red")} /> : <Ring fill={fillOf(item.state)} />}
        {/* How late it is leaves no room for the state, which is only said. */}
        <span className={press === "late" ? "hidden" : "cut"}>{state}</span>
        <span className={press === "late" ? "node-day red" : press === "soon" ? "node-day amber" : "node-day"}>
          {day}
        </span>
      </span>
      <span className="hidden">{spoken.join(t("path.and"))}</span>
    </button>
  );
}

/** 03-10 办结, 超期 3 个工作日, 04-07 到期, 暂停计时, 预计 04-14. */
function useDayWords(item: Listed): string {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const dense = (day: string) => denseDay(day, desk.today.slice(0, 4));
  if (item.done) return item.decided_on === null ? "" : t("approvals.decided", { day: dense(item.decided_on) });
  if (item.stopped) return t("path.pause");
  if (item.days_left !== null && item.days_left < 0) return t("path.over", { count: -item.days_left });
  if (item.due_on !== null) {
    return [t("path.due", { day: dense(item.due_on) }), isEstimate(item) && t("path.estimate")]
      .filter(Boolean)
      .join(" ");
  }
  return item.forecast_on === null ? "" : t("path.forecast", { day: dense(item.forecast_on) });
}
