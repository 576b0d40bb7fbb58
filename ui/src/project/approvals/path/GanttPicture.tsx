import { useTranslation } from "react-i18next";
import type { Listed } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { denseDay, monthName } from "../../../lib/day";
import { shortWords } from "../PathHead";
import { PERMIT } from "../states";
import { type Axis, hasWeeks, marksOf, namedMonths, numbersOf, right } from "./axis";
import { type Bar, barsOf, type Drawn } from "./bars";
import type { Row } from "./rows";

export const ROW = 24;
export const HEAD = 40;
const BAR = 9;
/** What the name and day of a milestone take. */
const WORD = 108;

interface HeadProps {
  axis: Axis;
}

/** Months above, the first working day of each week below, holidays and days worked instead. */
export function GanttHead({ axis }: HeadProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const today = right(axis, desk.today);
  const now = t("path.gantt.today", { day: Number(desk.today.slice(8)) });
  const wide = lang === "zh" ? 60 : 68;
  const marks = marksOf(axis);
  const nowAt = Math.max(0, today - wide);
  const months = namedMonths(axis, 72);
  const free = (x: number) => x + 72 <= nowAt || x >= Math.max(today, wide);
  const weeks = hasWeeks(axis);
  return (
    <svg className="gantt-head" width={axis.width} height={HEAD} aria-hidden="true">
      <path d={`M0 19.5H${axis.width}`} className="g-line" />
      {(weeks ? axis.months : months).map(({ x, month }) => (
        <path key={month} d={`M${Math.round(x) + 0.5} 0V20`} className="g-edge" />
      ))}
      {months
        .filter(({ x }) => free(x))
        .map(({ x, month }, n) => (
          <text key={month} x={x + 6} y="14" className="g-month">
            {n === 0 || month.endsWith("-01")
              ? t("path.gantt.month", { year: month.slice(0, 4), month: monthWord(month, lang) })
              : monthName(month, lang)}
          </text>
        ))}
      {weeks &&
        axis.weeks.map(({ x, day }) => <path key={day} d={`M${Math.round(x) + 0.5} 20V${HEAD}`} className="g-line" />)}
      {marks
        .filter(({ kind }) => weeks || kind === "off")
        .map(({ kind, x, width, names }) => (
          <g key={`${kind} ${x}`}>
            <title>{names.join(" ")}</title>
            <rect
              x={x}
              y={kind === "off" ? 20 : 20.5}
              width={width}
              height={kind === "off" ? 20 : 19}
              className="g-sunk"
            />
            <text x={x + width / 2} y="34" textAnchor="middle" className={kind === "off" ? "g-mark" : "g-mark g-made"}>
              {t(`path.gantt.${kind}`)}
            </text>
          </g>
        ))}
      {weeks &&
        numbersOf(axis, marks).map(({ x, text }) => (
          <text key={x} x={x} y="34">
            {text}
          </text>
        ))}
      <rect x={nowAt} y="2" width={wide + 1} height="16" className="g-now" />
      <text x={nowAt + wide / 2} y="14" textAnchor="middle" className="g-nowtext">
        {now}
      </text>
    </svg>
  );
}

const monthWord = (month: string, lang: "zh" | "en") =>
  lang === "zh" ? String(Number(month.slice(5))) : monthName(month, lang);

interface BodyProps {
  axis: Axis;
  rows: Row[];
  items: Listed[];
  picked: string | null;
  planned: string | null;
  /** As it was planned: a day, a month, a quarter. */
  plannedText: string | null;
  start: string | null;
}

/** A line for each row. What it shows stands in the table in words. */
export function GanttBody({ axis, rows, items, picked, planned, plannedText, start }: BodyProps) {
  const { desk } = useDesk();
  const height = rows.length * ROW;
  const drawn = new Map(items.map((item) => [item.code, barsOf(item, axis, desk.today)] as const));
  const now = Math.round(right(axis, desk.today)) + 0.5;
  return (
    <svg className="gantt-body" width={axis.width} height={height} aria-hidden="true">
      <defs>
        <pattern id="gantt-stop" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="g-paper" />
          <path d="M1 0v4" className="g-hatch" />
        </pattern>
        <pattern id="gantt-off" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0v4" className="g-rest" />
        </pattern>
      </defs>
      {rows.map((row, n) =>
        row.item ? (
          row.item.code === picked && <rect key={n} y={n * ROW} width={axis.width} height={ROW} className="g-hot" />
        ) : (
          <rect key={n} y={n * ROW} width={axis.width} height={ROW} className="g-sunk" />
        ),
      )}
      {rows.map((_, n) => (
        <path key={n} d={`M0 ${(n + 1) * ROW - 0.5}H${axis.width}`} className="g-line" />
      ))}
      {(hasWeeks(axis) ? axis.weeks : axis.months).map(({ x }) => (
        <path key={x} d={`M${Math.round(x) + 0.5} 0V${height}`} className="g-line" />
      ))}
      {axis.strips.map(({ x }) => (
        <rect key={x} x={x} width={axis.strip} height={height} fill="url(#gantt-off)" />
      ))}
      <Milestones axis={axis} height={height} planned={planned} plannedText={plannedText} start={start} />
      <Links rows={rows} drawn={drawn} near={axis.strip} />
      {rows.map(
        (row, n) =>
          row.item && <Bars key={row.item.code} item={row.item} drawn={drawn.get(row.item.code)} y={n * ROW} />,
      )}
      <path d={`M${now} 0V${height}`} className="g-today" />
    </svg>
  );
}

function Milestones({
  axis,
  height,
  planned,
  plannedText,
  start,
}: Omit<BodyProps, "rows" | "items" | "picked"> & { height: number }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  // The earlier of both is written to the left of its line.
  const plannedFirst = planned !== null && start !== null && planned <= start;
  const at = (day: string) => Math.round(right(axis, day)) + 0.5;
  // To the left of its line unless today's line runs through it there and there is room to the right.
  const now = at(desk.today);
  const crossed = planned !== null && at(planned) - WORD < now && now < at(planned);
  const roomy = planned !== null && start !== null && at(start) - at(planned) > WORD;
  const plannedLeft = plannedFirst && !(crossed && roomy);
  const side = (left: boolean) => ({ dx: left ? -6 : 6, textAnchor: left ? "end" : "start" }) as const;
  return (
    <>
      {planned !== null && (
        <>
          <path d={`M${at(planned)} 0V${height}`} className="g-planned" />
          <text x={at(planned)} y="16" {...side(plannedLeft)} className="g-word">
            {t("path.gantt.planned", { day: shortWords(plannedText ?? planned, desk.today, lang) })}
          </text>
        </>
      )}
      {start !== null && (
        <>
          <path d={`M${at(start)} 0V${height}`} className="g-start" />
          <text x={at(start)} y="16" {...side(planned !== null && !plannedFirst)} className="g-word g-startword">
            {t("path.gantt.start", { day: shortWords(start, desk.today, lang) })}
          </text>
        </>
      )}
    </>
  );
}

/** On the critical path, from what is waited for to what waits. */
function Links({ rows, drawn, near }: { rows: Row[]; drawn: ReadonlyMap<string, Drawn>; near: number }) {
  const at = new Map(rows.flatMap((row, n) => (row.item ? [[row.item.code, n] as const] : [])));
  const critical = rows.flatMap((row) => (row.item?.critical && !row.item.done ? [row.item] : []));
  const ahead = (code: string) => drawn.get(code)?.bars.find((bar) => bar.kind === "ahead");
  return critical.flatMap((item) =>
    item.needs
      .flat()
      .filter((code) => critical.some((other) => other.code === code))
      .flatMap((code) => {
        const [from, to] = [ahead(code), ahead(item.code)];
        const [a, b] = [at.get(code), at.get(item.code)];
        // Only what is waited for last has a line: the next one begins there.
        if (!from || !to || a === undefined || b === undefined || Math.abs(to.from - from.to) > near) return [];
        const top = a * ROW + ROW / 2;
        const end = b * ROW + ROW / 2 + (b > a ? -BAR / 2 : BAR / 2);
        return [<path key={`${code} ${item.code}`} d={`M${from.to} ${top}h4V${end}`} className="g-link" />];
      }),
  );
}

interface BarsProps {
  item: Listed;
  drawn: Drawn | undefined;
  y: number;
}

function Bars({ item, drawn, y }: BarsProps) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  if (!drawn) return null;
  const middle = y + ROW / 2;
  const { slack, ticks } = drawn;
  const critical = item.critical && !item.done;
  // The permit is what all of it is for.
  const goal = item.code === PERMIT && !item.done && drawn.bars.find((bar) => bar.kind === "ahead")?.to;
  return (
    <g>
      {slack && (
        <>
          <path d={`M${slack.from + 2} ${middle}H${slack.to}`} className="g-slack" />
          <path d={`M${slack.to} ${middle - 4}v8`} className="g-slackend" />
        </>
      )}
      {drawn.bars.map((bar, n) => (
        <Rect key={n} bar={bar} critical={critical} middle={middle} />
      ))}
      {ticks.map((tick) => (
        <path key={tick.of} d={`M${tick.x} ${middle - 8}v16`} className={`g-tick g-${tick.of}`} />
      ))}
      {drawn.cut && <path d={`M8 ${middle - 5}l-5 5l5 5z`} className="g-cut" />}
      {slack && item.slack !== null && (
        <text x={drawn.end + 6} y={middle + 4} className="g-word">
          {t("path.slack", { count: item.slack })}
        </text>
      )}
      {goal && <path d={`M${goal} ${middle - 6}l6 6l-6 6l-6 -6z`} className="g-goal" />}
      {critical && !slack && item.forecast_on !== null && (
        <text x={drawn.end + (goal ? 12 : 8)} y={middle + 4} className={goal ? "g-word g-goalword" : "g-word"}>
          {denseDay(item.forecast_on, desk.today.slice(0, 4))}
        </text>
      )}
    </g>
  );
}

/** How high each kind stands in its row. */
const TALL: Record<Bar["kind"], number> = { done: BAR, handed: 4, run: BAR, over: BAR, stop: BAR, ahead: BAR };

function Rect({ bar, critical, middle }: { bar: Bar; critical: boolean; middle: number }) {
  const tall = TALL[bar.kind];
  const line = bar.kind === "ahead" || bar.kind === "stop" ? 0.75 : 0;
  return (
    <rect
      x={bar.from + line}
      y={middle - tall / 2 + line}
      width={Math.max(1, bar.to - bar.from - line * 2)}
      height={tall - line * 2}
      className={`g-bar g-${bar.kind}${critical ? " g-critical" : ""}`}
    />
  );
}
