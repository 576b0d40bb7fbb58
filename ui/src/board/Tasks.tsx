import { AutoComplete } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tasks as Found, Task } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { Icon } from "../frame/icons";
import { shortDay } from "../lib/day";
import { act, tryTo, useAsk } from "../query";
import { DayField } from "./fields";
import { PickProject } from "./QuestionLine";
import type { BoardSearch } from "./scope";

/** 领导交办: what was said, who does it, by when, and what shows that it is done. */
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
              <th scope="col">{t("board.col.handler")}</th>
              <th scope="col">{t("board.col.due")}</th>
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
      <NewTask leader={leader} />
    </>
  );
}

function Line({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const save = (set: Record<string, string | null>) => act("matter_save", { id: task.id, project: null, set });
  const what = task.content;
  return (
    <tr>
      <td className="wrap">
        {what}
        <div className="note">{[task.leader, task.said_on, task.project_name].filter(Boolean).join(" ")}</div>
        <Editable
          label={t("board.add.evidenceOf", { what })}
          field="evidence"
          shown={task.evidence ?? ""}
          text={task.evidence ?? ""}
          save={(evidence) => save({ evidence })}
        />
      </td>
      <td className="wrap">{task.handler}</td>
      <td>{shortDay(task.due)}</td>
      <td>
        <span className={task.state === "overdue" ? "red" : task.state === "done" ? "green" : undefined}>
          {t(`board.taskState.${task.state}`)}
        </span>
        {task.state !== "done" && (
          <button
            type="button"
            className="btn s"
            style={{ marginLeft: 8 }}
            aria-label={t("board.add.doneOf", { what })}
            onClick={() => void tryTo(() => save({ closed_on: desk.today }))}
          >
            {t("board.add.done")}
          </button>
        )}
      </td>
      <td className="mid">
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("board.add.removeOf", { what })}
          onClick={() => void tryTo(() => act("matter_remove", { id: task.id }))}
        >
          <Icon name="x" size={12} />
        </button>
      </td>
    </tr>
  );
}

function NewTask({ leader }: { leader: string | undefined }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [of, setOf] = useState<BoardSearch>({});
  const [content, setContent] = useState("");
  const [who, setWho] = useState(leader ?? "");
  const [handler, setHandler] = useState("");
  const [due, setDue] = useState("");
  const leaders = useAsk("board_choices", {}).data?.leaders ?? [];
  const units = useAsk("department_list", {}).data ?? [];
  const { fault, submit: add } = useSubmit();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const set = {
      kind: "task",
      content,
      instructed_by: who,
      handler,
      need_by: due === "" ? null : due,
      raised_on: desk.today,
    };
    void add(
      () => act("matter_save", { id: null, project: of.project ?? null, set }),
      () => {
        setContent("");
        setHandler("");
        setDue("");
      },
    );
  };
  const named = (names: string[]) => names.map((value) => ({ value }));
  const contains = (typed: string, option?: { value: string }) => (option?.value ?? "").includes(typed);
  return (
    <form onSubmit={submit} aria-label={t("board.add.task")}>
      <div className="f whole">
        {t("board.add.project")}
        <PickProject search={of} onChange={setOf} />
      </div>
      <label className="whole">
        {t("board.add.content")}
        <input className="field" value={content} onChange={(e) => setContent(e.target.value)} />
      </label>
      <div className="f">
        {t("board.add.leader")}
        <AutoComplete
          aria-label={t("board.add.leader")}
          value={who}
          options={named(leaders.map((l) => l.name))}
          showSearch={{ filterOption: contains }}
          onChange={setWho}
        />
      </div>
      <div className="f">
        {t("board.add.handler")}
        <AutoComplete
          aria-label={t("board.add.handler")}
          value={handler}
          options={named(units.map((u) => u.short_name ?? u.name))}
          showSearch={{ filterOption: contains }}
          onChange={setHandler}
        />
      </div>
      <DayField label={t("board.add.due")} value={due} onPick={setDue} />
      <button type="submit" className="btn pri">
        {t("board.add.task")}
      </button>
      <Problem text={fault && (fieldFault(fault, "project") ?? fieldFault(fault, "content") ?? faultWords(fault))} />
    </form>
  );
}
