import { useTranslation } from "react-i18next";
import type { Listed } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { Ring } from "../../../frame/icons";
import { stateWord } from "../../../i18n";
import { denseDay, wordDay } from "../../../lib/day";
import { Due, Left } from "../Items";
import { nameOf } from "../PathHead";
import { fillOf } from "../states";
import { stopsOf } from "./bars";
import type { Row } from "./rows";

interface Props {
  rows: Row[];
  picked: string | null;
  /** The one row that Tab comes to. */
  at: string | null;
  onPick: (code: string) => void;
  onAt: (code: string) => void;
}

/** The frozen part of the chart, and for who cannot see the rest the same facts in words. */
export function GanttTable({ rows, picked, at, onPick, onAt }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  return (
    <table className="lines gantt-names" aria-label={t("path.gantt.name")}>
      <thead>
        <tr>
          <th scope="col" className="g-code">
            {t("approvals.code")}
          </th>
          <th scope="col" className="g-name">
            {t("approvals.item")}
          </th>
          <Fold head of="approvals.state" />
          <Fold head of="path.gantt.submitted" />
          <Fold head wide of="approvals.accepted" />
          <Fold head wide of="approvals.due" />
          <th scope="col" className="g-left">
            {t("approvals.left")}
          </th>
          <Fold head of="path.gantt.slackHead" />
          <Fold head of="path.gantt.criticalHead" />
          <Fold head of="path.gantt.stops" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.item ? (
            <Line
              key={row.item.code}
              item={row.item}
              on={row.item.code === picked}
              stop={row.item.code === at}
              onPick={onPick}
              onAt={onAt}
            />
          ) : (
            <tr key={row.stage} className="stage-line">
              <th scope="rowgroup" colSpan={10}>
                {lang === "zh" ? row.stage : row.stage_en}
              </th>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

interface LineProps {
  item: Listed;
  on: boolean;
  stop: boolean;
  onPick: (code: string) => void;
  onAt: (code: string) => void;
}

function Line({ item, on, stop, onPick, onAt }: LineProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const name = nameOf(item, lang);
  const day = (value: string | null) => value && denseDay(value, desk.today.slice(0, 4));
  const stops = stopsOf(item.steps, "").map(({ from, to }) =>
    to === ""
      ? t("path.gantt.onwards", { from: wordDay(from, lang) })
      : t("path.gantt.since", { from: wordDay(from, lang), to: wordDay(to, lang) }),
  );
  return (
    <tr className={on ? "hot" : undefined} onClick={() => onPick(item.code)}>
      <td className="g-code">
        <Ring fill={fillOf(item.state)} />
        <span className="i2 t12">{item.code}</span>
      </td>
      <td className="g-name">
        <button
          type="button"
          className={`item-name cut${item.critical && !item.done ? " b" : ""}`}
          aria-pressed={on}
          tabIndex={stop ? 0 : -1}
          data-item={item.code}
          title={name}
          onFocus={() => onAt(item.code)}
        >
          {name}
        </button>
      </td>
      <Fold>{stateWord(item.kind, item.state)}</Fold>
      <Fold>{day(item.submitted_on)}</Fold>
      <Fold wide>{day(item.accepted_on)}</Fold>
      <Fold wide>{item.stopped ? "—" : <Due item={item} />}</Fold>
      <td className="g-left">
        <Where item={item} />
      </td>
      <Fold>{item.slack !== null && !item.done && t("path.slack", { count: item.slack })}</Fold>
      <Fold>{t(item.critical ? "path.gantt.yes" : "path.gantt.no")}</Fold>
      <Fold>{stops.join(t("path.and"))}</Fold>
    </tr>
  );
}

/** What the list says of the days left; of what is still to come the forecast. */
function Where({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  if (item.waived !== null) return <span className="i3">{t("path.notNeeded")}</span>;
  if (item.done || item.stopped || item.days_left !== null) return <Left item={item} brief />;
  if (item.forecast_on === null) return null;
  const day = denseDay(item.forecast_on, desk.today.slice(0, 4));
  return <span className="i3">{t("path.forecast", { day })}</span>;
}

type Head = "approvals.state" | "approvals.accepted" | "approvals.due";
type Own = "submitted" | "slackHead" | "criticalHead" | "stops";

interface FoldProps {
  head?: boolean;
  /** There is room for it in a wide window. */
  wide?: boolean;
  of?: Head | `path.gantt.${Own}`;
  children?: React.ReactNode;
}

/** A column that is read and not seen: the chart shows it. */
function Fold({ head, wide, of, children }: FoldProps) {
  const { t } = useTranslation();
  const how = wide ? "gantt-fold wide" : "gantt-fold";
  if (!head) {
    return (
      <td className={how}>
        <span>{children}</span>
      </td>
    );
  }
  return (
    <th scope="col" className={how}>
      <span>{of && t(of)}</span>
    </th>
  );
}
