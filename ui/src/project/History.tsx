import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { takeBack } from "../frame/keys";
import { labelWords, undoneWords } from "../frame/words";
import { moment } from "../lib/day";
import { grouped } from "../lib/group";
import { useAsk } from "../query";
import { showValue } from "./fields";
import { canRestore, restore } from "./restore";
import { useRowNames } from "./rows";
import { type Run, runs } from "./runs";
import { fieldWord, tableWord } from "./words";

/** Everything that happened to the project: when, who, what, from which value to which. */
export function History({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const changes = useAsk("history_list", { table: "project", row: file.project.id, limit: 500 });
  const nameOf = useRowNames(file);
  // The person behind a name says nothing the name does not.
  const told = (changes.data ?? []).filter((change) => change.field !== "responsible_person");
  const acts = grouped(told, (change) => change.number).map(([, list]) => list);
  return (
    <div className="panel scrolls">
      <div className="bar">
        <span className="note">{t("history.lead")}</span>
        <span className="grow" />
        <button type="button" className="btn s" disabled={desk.undo === null} onClick={() => void takeBack("undo")}>
          <Icon name="undo" />
          {desk.undo ? t("history.undo", { what: undoneWords(desk.undo) }) : t("undo.undo")}
        </button>
      </div>
      <table className="lines history">
        <thead>
          <tr>
            <th scope="col" className="h-when">
              {t("history.when")}
            </th>
            <th scope="col" className="h-who">
              {t("history.who")}
            </th>
            <th scope="col" className="h-what">
              {t("history.what")}
            </th>
            <th scope="col">{t("history.field")}</th>
            <th scope="col" className="value">
              {t("history.old")}
            </th>
            <th scope="col" className="value">
              {t("history.new")}
            </th>
            <th scope="col" className="h-back" aria-label={t("history.restore")} />
          </tr>
        </thead>
        <tbody>
          {acts.map((list) =>
            runs(list, nameOf).map((run, n) => (
              <Lines
                key={`${run[0]?.number} ${run[0]?.row} ${run[0]?.field}`}
                run={run}
                first={n === 0}
                file={file}
                nameOf={nameOf}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface ActProps {
  /** It begins an act: its time, who and what stand there. */
  first: boolean;
  file: ProjectFile;
  nameOf: (change: Change) => string;
}

/** A change, or many like ones in one line that opens. */
function Lines({ run, ...act }: ActProps & { run: Run }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [head] = run;
  if (!head) return null;
  const line = (change: Change, first: boolean) => (
    <Line key={`${change.row} ${change.field}`} {...act} change={change} first={first} />
  );
  if (run.length === 1) return line(head, act.first);
  const words = { what: tableWord(head.table), count: run.length };
  return (
    <>
      <tr className={act.first ? "first" : undefined}>
        <Head change={head} first={act.first} />
        <td>
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(head.new === 1 ? "history.madeMany" : "history.removedMany", words)}
            <Icon name={open ? "up" : "down"} size={12} />
          </button>
        </td>
        <td />
        <td />
        <td />
      </tr>
      {open && run.map((change) => line(change, false))}
    </>
  );
}

function Head({ change, first }: { change: Change; first: boolean }) {
  return (
    <>
      <td className="i2">{first && moment(change.ms)}</td>
      <td>{first && change.person}</td>
      <td className="i2">{first && labelWords(change.label)}</td>
    </>
  );
}

function Line({ change, first, file, nameOf }: ActProps & { change: Change }) {
  const { t } = useTranslation();
  const view = useDesk();
  const life = change.field === "@";
  const isUnit = change.table === "matter" && change.field === "department";
  const units = useAsk("department_list", {}, isUnit).data;
  const shown = (value: string | number | null) =>
    isUnit ? (units?.find((one) => one.id === value)?.name ?? "") : showValue(change.field, value, view, change.table);
  return (
    <tr className={first ? "first" : undefined}>
      <Head change={change} first={first} />
      <td className="wrap">
        {life
          ? t(change.new === 1 ? "history.made" : "history.removed", { what: tableWord(change.table) })
          : fieldWord(change.field, change.table)}
      </td>
      <td className="wrap old">{!life && shown(change.old)}</td>
      <td className="wrap">{life ? change.new === 1 && nameOf(change) : shown(change.new)}</td>
      <td>
        {canRestore(change, file) && (
          <button type="button" className="link t12" onClick={() => void restore(change, file)}>
            {t("history.restore")}
          </button>
        )}
      </td>
    </tr>
  );
}
