import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Tasks as Found, Task } from "../bindings/types";
import { RemoveTask, TaskCell, TaskEnd } from "./TaskCell";
import { TaskForm } from "./TaskForm";

/** 领导交办: what was said, by whom and how, who does it, by when, and what shows that it is done. */
export function Tasks({ tasks, leader }: { tasks: Found; leader: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {tasks.list.length === 0 ? (
        <p className="note">{t("board.say.noTasks")}</p>
      ) : (
        <table className="lines tasks">
          <thead>
            <tr>
              <th scope="col">{t("board.col.said")}</th>
              <th scope="col">
                <div>{t("board.col.handler")}</div>
                <div>{t("board.col.due")}</div>
              </th>
              <th scope="col">{t("board.col.state")}</th>
              <th scope="col" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {tasks.list.map((task) => (
              <Line key={task.id} task={task} />
            ))}
          </tbody>
        </table>
      )}
      <TaskForm leader={leader} />
    </>
  );
}

function Line({ task }: { task: Task }) {
  return (
    <tr>
      <td className="wrap">
        <TaskCell task={task} name="content" />
        <div className="task-by">
          <TaskCell task={task} name="leader" named />
          <TaskCell task={task} name="source" named />
          <TaskCell task={task} name="said_on" named />
        </div>
        <TaskCell task={task} name="evidence" named />
        <Link to="/project/$id" params={{ id: task.project }} search={{ tab: "needs" }} className="link t12">
          {task.project_name}
        </Link>
      </td>
      <td className="wrap">
        <TaskCell task={task} name="handler" named />
        <TaskCell task={task} name="due" named />
      </td>
      <td className="wrap">
        <TaskEnd task={task} />
      </td>
      <td className="mid">
        <RemoveTask task={task} />
      </td>
    </tr>
  );
}
