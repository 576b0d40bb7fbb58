import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Matter, ProjectFile } from "../bindings/types";
import { RemoveTask, TaskCell, TaskEnd, type Told } from "../board/TaskCell";
import { TaskForm } from "../board/TaskForm";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { useAsk } from "../query";
import { dayOf } from "./needState";

/** Each column has two lines, as among the needs. */
const HEADS = [
  ["board.add.content", "board.add.evidence"],
  ["board.add.leader", "board.add.saidBy"],
  ["board.add.saidOn", "board.add.due"],
  ["board.add.handler"],
  ["board.col.state", "board.add.closedOn"],
] as const;

/** 领导交办: what leaders said about the project, who does it, and what came of it. */
export function Said({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [adding, setAdding] = useState(false);
  const units = useAsk("department_list", {}).data ?? [];
  // As on the board: the unit it was given to, else the person.
  const unitOf = (matter: Matter) => units.find((one) => one.id === matter.department);
  const tasks = file.matters
    .filter((m) => m.kind === "task")
    .map((m) => told(m, unitOf(m)?.short_name ?? unitOf(m)?.name ?? m.handler, desk.today));
  return (
    <section className="need-said" aria-label={t("needs.said")}>
      <div className="bar">
        <h2>{t("needs.said")}</h2>
        <span className="note cut">{t("needs.saidLead")}</span>
        <span className="grow" />
        <button type="button" className="btn s" disabled={adding} onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t("needs.saidNew")}
        </button>
      </div>
      {adding && <TaskForm project={file.project.id} onDone={() => setAdding(false)} />}
      {tasks.length > 0 && (
        <table className="lines needs tasks">
          <thead>
            <tr>
              {HEADS.map((lines) => (
                <th scope="col" key={lines[0]}>
                  {lines.map((key) => (
                    <div key={key}>{t(key)}</div>
                  ))}
                </th>
              ))}
              <th scope="col" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Line key={task.id} task={task} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ task }: { task: Told }) {
  return (
    <tr className={task.closed_on === null ? undefined : "past"}>
      <td>
        <TaskCell task={task} name="content" />
        <TaskCell task={task} name="evidence" named />
      </td>
      <td>
        <TaskCell task={task} name="leader" />
        <TaskCell task={task} name="source" />
      </td>
      <td>
        <TaskCell task={task} name="said_on" />
        <TaskCell task={task} name="due" />
      </td>
      <td>
        <TaskCell task={task} name="handler" />
      </td>
      <td>
        <TaskEnd task={task} />
      </td>
      <td className="mid">
        <RemoveTask task={task} />
      </td>
    </tr>
  );
}

function told(matter: Matter, handler: string | null, today: string): Told {
  const late = matter.need_by !== null && dayOf(matter.need_by) < today;
  const done = matter.closed_on !== null && matter.closed_on <= today;
  return {
    id: matter.id,
    content: matter.content ?? "",
    leader: matter.instructed_by,
    source: matter.source,
    said_on: matter.raised_on,
    handler,
    due: matter.need_by,
    state: done ? "done" : late ? "overdue" : "open",
    evidence: matter.evidence,
    closed_on: matter.closed_on,
  };
}
