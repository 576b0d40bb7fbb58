import {
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type WheelEvent,
} from "react";
import { useTranslation } from "react-i18next";
import type { Listed, ProjectFile } from "../../../bindings/types";
import { Seg } from "../../../controls/Seg";
import { useDesk } from "../../../desk";
import { Icon } from "../../../frame/icons";
import { isIme } from "../../../lib/ime";
import { left, right } from "./axis";
import { signsOf } from "./bars";
import { GanttBody, GanttHead, HEAD, ROW } from "./GanttPicture";
import { GanttTable } from "./GanttTable";
import { rowsOf } from "./rows";
import { plannedStart, useAxis } from "./useAxis";
import { useRoom } from "./useRoom";
import { keepZoom, lastZoom, MARGIN, ZOOMS } from "./zoom";
import "./gantt.css";

interface Props {
  file: ProjectFile;
  items: Listed[];
  picked: string | null;
  onPick: (code: string | null) => void;
}

/** The checklist over working days: what happened, what is late, what is to come. Opens at what is not done, today in sight. */
export function Gantt({ file, items, picked, onPick }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const frozen = useRef<HTMLDivElement>(null);
  const room = useRoom(box) - useRoom(frozen);
  const [zoom, setZoom] = useState(lastZoom);
  const drawn = useAxis(file, room, zoom);
  const axis = drawn?.axis ?? null;
  const rows = useMemo(() => rowsOf(items), [items]);
  const [at, setAt] = useState<string | null>(null);
  const stop = items.some((item) => item.code === at) ? at : (items[0]?.code ?? null);

  const slide = (by: number) => box.current?.scrollBy({ left: by });
  const toToday = () => {
    if (!box.current || !axis) return;
    const today = right(axis, desk.today);
    const first = zoom === "open" && drawn?.open ? left(axis, drawn.open.from) - MARGIN.before : today - room * 0.4;
    // Today is in sight though what is open goes back further than there is room for.
    box.current.scrollLeft = Math.max(first, today - room * 0.8);
  };
  const opened = useRef("");
  useLayoutEffect(() => {
    if (opened.current === zoom || !axis) return;
    opened.current = zoom;
    toToday();
  });
  const signs = useMemo(() => axis && signsOf(items, axis, desk.today), [items, axis, desk.today]);
  const press = (e: KeyboardEvent<HTMLElement>) => {
    if (isIme(e) || e.altKey || e.ctrlKey || e.metaKey) return;
    const week = (axis?.slot ?? 0) * 5;
    if (e.key === "ArrowLeft") slide(-week);
    else if (e.key === "ArrowRight") slide(week);
    else if (e.key === "Home") toToday();
    else if (e.key === "Escape" && picked) onPick(null);
    else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      const names = [...e.currentTarget.querySelectorAll<HTMLElement>(".item-name")];
      const n = names.indexOf(document.activeElement as HTMLElement);
      names[n + (e.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else return;
    e.preventDefault();
  };
  // Where all rows are in view, the wheel moves in time.
  const roll = (e: WheelEvent<HTMLElement>) => {
    const { scrollHeight, clientHeight } = e.currentTarget;
    if (scrollHeight <= clientHeight && e.deltaX === 0) slide(e.deltaY);
  };
  const click = (e: MouseEvent<HTMLElement>) => {
    const time = (e.target as HTMLElement).closest(".gantt-time");
    if (!time) return;
    const row = rows[Math.floor((e.clientY - time.getBoundingClientRect().top - HEAD) / ROW)];
    if (row?.item) onPick(row.item.code);
  };
  return (
    <div className="gantt">
      <div
        className="gantt-box"
        ref={box}
        onKeyDown={press}
        onWheel={roll}
        onClick={click}
        role="group"
        aria-label={t("path.gantt.name")}
      >
        <div className="gantt-sheet">
          <div className="gantt-frozen" ref={frozen}>
            <GanttTable rows={rows} picked={picked} at={stop} onPick={onPick} onAt={setAt} />
          </div>
          <div className="gantt-time">
            {axis && (
              <>
                <GanttHead axis={axis} />
                <GanttBody
                  axis={axis}
                  rows={rows}
                  items={items}
                  picked={picked}
                  planned={plannedStart(file)}
                  plannedText={file.project.started_planned}
                  start={file.begun ? null : file.checklist.start_on}
                />
              </>
            )}
          </div>
        </div>
      </div>
      <div className="path-legend">
        <ul aria-label={t("path.legend.name")}>
          {LEGEND.filter((name) => signs?.has(name)).map((name) => (
            <li key={name}>
              <i className={`k-${name}`} />
              {t(`path.legend.${name}`)}
            </li>
          ))}
        </ul>
        <span className="i3 legend-note">
          {t("path.gantt.axis")}
          {axis && axis.provisional.length > 0 && (
            <>
              {t("path.and")}
              {t("path.gantt.provisional", { years: axis.provisional.join(t("path.graph.list")) })}
            </>
          )}
        </span>
        <span className="grow" />
        <Seg
          label={t("path.gantt.zoom")}
          value={zoom}
          choices={ZOOMS.map((value) => ({
            value,
            text: t(`path.gantt.zooms.${value}`),
            title: t(`path.gantt.zoomWhy.${value}`),
          }))}
          onPick={(to) => {
            setZoom(to);
            keepZoom(to);
          }}
        />
        <button
          type="button"
          className="btn s flat sq"
          aria-label={t("path.gantt.earlier")}
          onClick={() => slide(-room / 2)}
        >
          <Icon name="left" />
        </button>
        <button type="button" className="btn s flat" onClick={toToday}>
          {t("path.gantt.goToday")}
        </button>
        <button
          type="button"
          className="btn s flat sq"
          aria-label={t("path.gantt.later")}
          onClick={() => slide(room / 2)}
        >
          <Icon name="right" />
        </button>
      </div>
    </div>
  );
}

const LEGEND = ["critical", "other", "done", "handed", "ahead", "stop", "over", "promise", "law", "slack"] as const;
