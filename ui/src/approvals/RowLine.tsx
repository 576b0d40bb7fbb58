import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardRow, Flag } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Lamp, Ring } from "../frame/icons";
import { stateWord } from "../i18n";
import { denseDay, wordDay } from "../lib/day";
import { fillOf } from "../project/approvals/states";
import { holderWord, nameOf } from "./words";

interface Props {
  row: BoardRow;
  /** With a column of who is in charge. */
  people: boolean;
  ticked: boolean;
  onTick: (row: BoardRow, on: boolean, stretch: boolean) => void;
  onOpen: () => void;
}

export function RowLine({ row, people, ticked, onTick, onOpen }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const stretch = useRef(false);
  const [name, who] = [nameOf(row, lang), holderWord(row.holder, row.holder_en, lang)];
  const year = desk.today.slice(0, 4);
  const all = row.unit === "calendar" && row.days !== null;
  const since = [
    row.since && t("desk_approvals.since", { day: wordDay(row.since, lang) }),
    all && t("stopEnd.days.calendar", { count: row.days ?? 0 }),
  ];
  const state = stateWord(row.kind, row.state);
  return (
    <tr data-row={row.approval} className={ticked ? "sel" : undefined}>
      <td
        className="c-tick"
        onClickCapture={(e) => {
          stretch.current = e.shiftKey;
        }}
      >
        <Tick
          checked={ticked}
          label={t("desk_approvals.tick", { project: row.project_name, item: name })}
          onTick={(on) => onTick(row, on, stretch.current)}
        />
      </td>
      <td>
        <Link
          to="/project/$id"
          params={{ id: row.project }}
          search={{ tab: "approvals" }}
          className="link ab-name"
          title={row.project_name}
          onClick={onOpen}
        >
          <span className="cut">{row.project_name}</span>
        </Link>
      </td>
      <td title={name}>{name}</td>
      <td title={state}>
        <span className="ab-marked">
          <Ring fill={fillOf(row.state)} />
          <span className="cut">{state}</span>
        </span>
      </td>
      <td className="i2" title={who}>
        {who}
      </td>
      {people && (
        <td className="i2" title={row.responsible ?? undefined}>
          {row.responsible}
        </td>
      )}
      <td className="num i2" title={since.filter(Boolean).join("　") || undefined}>
        {all ? t("desk_approvals.heldCalendar", { count: row.days ?? 0 }) : row.days}
      </td>
      <td className="i2">
        {row.due_on ? (
          <span title={wordDay(row.due_on, lang)}>{denseDay(row.due_on, year)}</span>
        ) : (
          (row.heat === "applicant" || row.state === "stopped") && <span className="i3">—</span>
        )}
      </td>
      <td>
        <Left row={row} />
      </td>
      <td>
        <Flags row={row} />
      </td>
    </tr>
  );
}

/** 超期 3, 今日到期, 剩余 2: working days, as the column's head says. */
function Left({ row }: { row: BoardRow }) {
  const { t } = useTranslation();
  const left = row.days_left;
  if (left === null) return null;
  if (left < 0)
    return (
      <span className="red b ab-marked">
        <Lamp shade="red" label={t("shade.red")} />
        {t("approvals.over", { count: -left })}
      </span>
    );
  const words = left === 0 ? t("approvals.today") : t("approvals.remains", { count: left });
  if (row.heat !== "today" && row.heat !== "soon") return <span className="i2">{words}</span>;
  return (
    <span className="amber ab-marked">
      <Lamp shade="amber" label={t("shade.amber")} />
      {words}
    </span>
  );
}

const LATE: Partial<Record<Flag, Flag>> = { lacking: "lacking_late", pledge: "pledge_late" };

const TINT: Partial<Record<Flag, string>> = {
  lacking_late: "tag red",
  pledge_late: "tag red",
  expired: "tag red",
  expires_soon: "tag amber",
};

/** So many stand in the row; the others are named where one points at their number. */
const MOST = 2;

/** What is special, and of 容缺 what is missing and until when it was promised. */
function Flags({ row }: { row: BoardRow }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  // A day that is past says that something was promised, too.
  const shown = row.flags.filter((flag) => !(LATE[flag] && row.flags.includes(LATE[flag])));
  const flags = shown.toSorted((a, b) => Number(b in TINT) - Number(a in TINT));
  const say = (flag: Flag) => t(`desk_approvals.flag.${flag}`);
  const rest = flags.slice(MOST);
  const by = row.lacking_by && t("desk_approvals.by", { day: denseDay(row.lacking_by, desk.today.slice(0, 4)) });
  const ends = row.flags.some((flag) => flag === "expired" || flag === "expires_soon") ? row.expires_on : null;
  const valid = ends && t("desk_approvals.valid", { day: denseDay(ends, desk.today.slice(0, 4)) });
  const words = [valid, by, row.lacking].filter(Boolean).join(" ");
  const full =
    row.lacking_by && words
      ? t("desk_approvals.owed", { what: row.lacking ?? "", day: wordDay(row.lacking_by, lang) })
      : words;
  return (
    <span className="ab-flags">
      {flags.slice(0, MOST).map((flag) => (
        <span key={flag} className={TINT[flag] ?? "tag"} title={say(flag)}>
          <span className="cut">{say(flag)}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span className="i2 t12" title={rest.map(say).join(t("ways.between"))}>
          +{rest.length}
        </span>
      )}
      {words && (
        <span className="i2 t12 cut" title={full}>
          {words}
        </span>
      )}
    </span>
  );
}
