import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { isIme } from "../../../lib/ime";
import { nameOf } from "../PathHead";
import { besides, layersOf } from "./layers";
import { Node } from "./Node";
import { nextBox, place, type Size, type Way } from "./place";
import { useRoom } from "./useRoom";
import "./graph.css";

interface Props {
  items: Listed[];
  picked: string | null;
  onPick: (code: string | null) => void;
}

const WAYS: Record<string, Way> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const MARGIN = 16;
/** A box with two lines of its name, and one with three whose state and day may need a line each. */
const [LOW, HIGH] = [64, 94];

/** Boxes as wide as the window has room for; below a width that can be read the picture is larger than the window. */
function sizeFor(room: number, layers: number): Size {
  const across = room > 1400 ? 64 : 48;
  const free = (room - MARGIN * 2 - across * (layers - 1)) / Math.max(1, layers);
  const width = Math.round(Math.min(232, Math.max(144, free)));
  return { width, height: width < 216 ? HIGH : LOW, across, down: 12 };
}

/** What must come before what: from left to right, the critical path in front. */
export function Graph({ items, picked, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const shown = useMemo(() => items.filter((item) => item.waived === null), [items]);
  const graph = useMemo(() => layersOf(shown), [shown]);
  const size = useMemo(() => sizeFor(room, graph.layers.length), [room, graph.layers.length]);
  const placed = useMemo(() => place(graph, size), [graph, size]);
  const critical = useMemo(() => new Set(shown.filter((i) => i.critical && !i.done).map((i) => i.code)), [shown]);
  const done = useMemo(() => new Set(shown.filter((i) => i.done).map((i) => i.code)), [shown]);
  const byCode = new Map(shown.map((item) => [item.code, item]));
  const drag = useDrag();

  const hot = hovered ?? focused;
  const near = useMemo(() => (hot === null ? null : besides(graph, hot)), [graph, hot]);
  const first = shown.find((i) => i.critical && i.since !== null) ?? shown.find((i) => i.critical) ?? shown[0];
  const stop = last !== null && byCode.has(last) ? last : first?.code;
  const names = (codes: readonly string[]) =>
    codes.flatMap((code) => byCode.get(code) ?? []).map((item) => nameOf(item, lang));

  const press = (e: KeyboardEvent<HTMLElement>) => {
    if (isIme(e) || e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === "Escape" && picked) {
      onPick(null);
      return;
    }
    const way = WAYS[e.key];
    const here = (e.target as HTMLElement).dataset.item;
    if (!way || !here) return;
    e.preventDefault();
    const next = nextBox(graph, placed, here, way, critical);
    if (next) e.currentTarget.querySelector<HTMLElement>(`[data-item="${next}"]`)?.focus();
  };
  /** Quiet, on the path, or of what is pointed at. */
  const lineClass = (from: string, to: string) => {
    if (hot !== null) return from === hot || to === hot ? "hot" : "dim";
    if (critical.has(from) && critical.has(to)) return "critical";
    return done.has(from) ? "done" : "";
  };
  return (
    <div className="graph">
      <div
        className="graph-frame"
        ref={frame}
        onKeyDown={press}
        role="group"
        aria-label={t("path.graph.name")}
        {...drag}
      >
        <div
          className={size.height > LOW ? "graph-sheet tall" : "graph-sheet"}
          style={{ width: placed.width + MARGIN * 2, height: placed.height + MARGIN * 2 }}
        >
          <svg
            className="graph-lines"
            width={placed.width}
            height={placed.height}
            style={{ left: MARGIN, top: MARGIN }}
            aria-hidden="true"
          >
            {placed.lines.map((line) => (
              <path
                key={`${line.from} ${line.to} ${line.d}`}
                d={line.d}
                className={`n-line ${lineClass(line.from, line.to)}`}
              />
            ))}
            {placed.joints.map((joint) => (
              <Joint key={`${joint.to} ${joint.from.join()}`} {...joint} across={20} hot={hot} />
            ))}
          </svg>
          {placed.boxes.map((box) => {
            const item = byCode.get(box.code);
            if (!item) return null;
            const { before, after } = besides(graph, box.code);
            const groups = graph.groups.filter((group) => group.to === box.code);
            return (
              <Node
                key={box.code}
                item={item}
                style={{ left: box.x + MARGIN, top: box.y + MARGIN, width: size.width, height: size.height }}
                on={picked === box.code}
                stop={stop === box.code}
                near={near !== null && (near.before.includes(box.code) || near.after.includes(box.code))}
                before={groups.map((group) => names(group.from).join(t("path.graph.either")))}
                after={names(after)}
                alone={before.length + after.length === 0}
                onPick={() => onPick(box.code)}
                onFocus={(is) => {
                  setFocused((now) => (is ? box.code : now === box.code ? null : now));
                  if (is) setLast(box.code);
                }}
                onHover={(is) => setHovered(is ? box.code : null)}
              />
            );
          })}
        </div>
      </div>
      <div className="path-legend">
        <ul aria-label={t("path.legend.name")}>
          <li>
            <i className="k-way" />
            {t("path.graph.legendCritical")}
          </li>
          <li>
            <i className="k-box" />
            {t("path.graph.legendDone")}
          </li>
          {placed.joints.length > 0 && (
            <li>
              <span className="k-or">{t("path.graph.or")}</span>
              {t("path.graph.legendAny")}
            </li>
          )}
        </ul>
        <span className="grow" />
        <span className="i3 legend-keys">{t("path.graph.keys")}</span>
      </div>
    </div>
  );
}

interface JointProps {
  x: number;
  y: number;
  to: string;
  from: string[];
  across: number;
  hot: string | null;
}

/** 或: any one of what comes in here will do. */
function Joint({ x, y, to, from, across, hot }: JointProps) {
  const { t } = useTranslation();
  const on = hot !== null && (hot === to || from.includes(hot));
  return (
    <g className={hot === null ? "n-joint" : on ? "n-joint hot" : "n-joint dim"}>
      <title>{t("path.graph.orWhy")}</title>
      <path d={`M${x} ${y}h${across}`} className={`n-line ${hot === null ? "" : on ? "hot" : "dim"}`} />
      <circle cx={x} cy={y} r="9" />
      <text x={x} y={y + 4} textAnchor="middle">
        {t("path.graph.or")}
      </text>
    </g>
  );
}

/** The picture is moved with the pointer where it is larger than the window. */
function useDrag() {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  return {
    onPointerDown: (e: PointerEvent<HTMLElement>) => {
      if (e.button !== 0 || (e.target as HTMLElement).closest("button")) return;
      const { scrollLeft, scrollTop } = e.currentTarget;
      from.current = { x: e.clientX, y: e.clientY, left: scrollLeft, top: scrollTop };
      e.currentTarget.setPointerCapture(e.pointerId);
    },
    onPointerMove: (e: PointerEvent<HTMLElement>) => {
      const start = from.current;
      if (!start) return;
      e.currentTarget.scrollLeft = start.left + start.x - e.clientX;
      e.currentTarget.scrollTop = start.top + start.y - e.clientY;
    },
    onPointerUp: () => {
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
