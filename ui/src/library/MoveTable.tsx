import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChecklistDifference, LimitDifference, ProjectId, Shift, VersionLine } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { denseDay } from "../lib/day";
import { useTemplateWords } from "./words";

interface Props {
  rows: ChecklistDifference[];
  versions: VersionLine[];
  /** Absent where it is about one project. */
  ticked: ReadonlySet<ProjectId> | null;
  onTick: (projects: ProjectId[], on: boolean) => void;
}

/** A line a project: what comes, what goes, which limits and days move. */
export function MoveTable({ rows, versions, ticked, onTick }: Props) {
  const { t } = useTranslation();
  const ids = rows.map((row) => row.project);
  const held = ids.filter((id) => ticked?.has(id)).length;
  return (
    <table className="lines lib-move">
      <thead>
        <tr>
          {ticked && (
            <th scope="col" className="tight">
              <Tick
                checked={held === ids.length}
                partly={held > 0}
                label={t("template.moveTickPage", { count: ids.length })}
                onTick={(on) => onTick(ids, on)}
              />
            </th>
          )}
          <th scope="col" className="c-project">
            {t("template.moveCol.project")}
          </th>
          <th scope="col" className="c-kept">
            {t("template.moveCol.kept")}
          </th>
          <th scope="col">{t("template.moveCol.change")}</th>
          <th scope="col" className="c-start">
            {t("template.moveCol.start")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.project}>
            {ticked && (
              <td className="tight">
                <Tick
                  checked={ticked.has(row.project)}
                  label={t("template.moveTick", { name: row.name })}
                  onTick={(on) => onTick([row.project], on)}
                />
              </td>
            )}
            <th scope="row" className="wrap c-project">
              {row.name}
            </th>
            <td className="i2">
              <Kept of={row.kept_by} versions={versions} />
            </td>
            <td className="wrap">
              <Changes row={row} />
            </td>
            <td className="wrap">
              <Moves shift={row.start} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Kept({ of, versions }: { of: string | null; versions: VersionLine[] }) {
  const words = useTemplateWords();
  const version = versions.find((one) => one.id === of);
  return version ? words.version(version) : null;
}

const FEW = 4;

function Changes({ row }: { row: ChecklistDifference }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const [all, setAll] = useState(false);
  const named = (how: "comes" | "goes") =>
    row[how].map((item) => (
      <li key={`${how} ${item.code}`}>
        <span className="tag">{t(`template.${how}`)}</span> <Named code={item.code} name={words.name(item)} />
      </li>
    ));
  const lines: ReactNode[] = [
    ...named("comes"),
    ...named("goes"),
    ...row.limits.map((one) => <LimitLine key={one.item.code} one={one} />),
  ];
  if (lines.length === 0) return <span className="i3">{t("template.noChange")}</span>;
  // One more is shown rather than hidden behind a button.
  const short = !all && lines.length > FEW + 1;
  return (
    <ul className="lib-changes">
      {short ? lines.slice(0, FEW) : lines}
      {lines.length > FEW + 1 && (
        <li>
          <button type="button" className="link t12" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("template.less") : t("template.more", { count: lines.length - FEW })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Named({ code, name }: { code: string; name: string }) {
  return (
    <>
      <span className="i3 t12">{code}</span> {name}
    </>
  );
}

function LimitLine({ one }: { one: LimitDifference }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { desk } = useDesk();
  const day = (on: string | null) => (on ? denseDay(on, desk.today.slice(0, 4)) : t("template.noDay"));
  const said = (limit: LimitDifference["from"]) =>
    limit === null ? t("template.noLimit") : words.limit(limit.half_days, limit.unit);
  const [from, to] = [said(one.from), said(one.to)];
  const moves = one.due.from !== one.due.to;
  return (
    <li>
      <Named code={one.item.code} name={words.name(one.item)} />
      {from !== to && (
        <>
          {" "}
          <span className="nowrap">{t("template.limitMoves", { from, to })}</span>
        </>
      )}
      {moves && (
        <>
          {" "}
          <span className="nowrap">
            {t("template.dueMoves", { from: day(one.due.from), to: day(one.due.to) })}
            <By days={one.due.days} />
          </span>
        </>
      )}
    </li>
  );
}

/** A day that moves, with the working days it moves by. */
function Moves({ shift }: { shift: Shift }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const day = (on: string | null) => (on ? denseDay(on, desk.today.slice(0, 4)) : t("template.noDay"));
  if (shift.from === shift.to) return <span className="i3">{day(shift.to)}</span>;
  return (
    <>
      <span className="nowrap">
        {day(shift.from)} → {day(shift.to)}
      </span>
      <By days={shift.days} />
    </>
  );
}

function By({ days }: { days: number | null }) {
  if (days === null || days === 0) return null;
  return <b className={days > 0 ? "red" : "green"}> {days > 0 ? `+${days}` : `−${-days}`}</b>;
}
