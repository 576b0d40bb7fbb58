import { useTranslation } from "react-i18next";
import type { MatterId, Patch, Task, TaskState } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditSuggested } from "../controls/EditSuggested";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { plainDay, shortDay } from "../lib/day";
import { typed } from "../project/typed";
import { act, tryTo, useAsk } from "../query";
import { keptSource, SOURCES, sourceWord } from "./source";

export type Told = Omit<Task, "project" | "project_name">;
type Text = "content" | "evidence";
type Suggested = "leader" | "source" | "handler";
type DayKey = "said_on" | "due" | "closed_on";
export type TaskKey = Text | Suggested | DayKey;

/** What each is called in the table of matters. */
const KEPT = {
  content: "content",
  evidence: "evidence",
  leader: "instructed_by",
  source: "source",
  handler: "handler",
  said_on: "raised_on",
  due: "need_by",
  closed_on: "closed_on",
} as const satisfies Record<TaskKey, string>;

const WORD = {
  content: "board.add.content",
  evidence: "board.add.evidence",
  leader: "board.add.leader",
  source: "board.add.saidBy",
  handler: "board.add.handler",
  said_on: "board.add.saidOn",
  due: "board.add.due",
  closed_on: "board.add.closedOn",
} as const;

const saveOf = (id: MatterId) => (set: Patch) => act("matter_save", { id, project: null, set });

interface Props {
  task: Told;
  name: TaskKey;
  /** Says its name while nothing stands there: where no head does. */
  named?: boolean;
}

/** One thing about what a leader said, edited in its place. */
export function TaskCell({ task, name, named = false }: Props) {
  const { t } = useTranslation();
  const { lang, unit } = useDesk();
  const save = saveOf(task.id);
  const label = t("board.add.fieldOf", { what: task.content, field: t(WORD[name]) });
  const at = (text: string) => (named && text === "" ? <span className="i3">{t(WORD[name])}</span> : text);
  if (name === "leader" || name === "source" || name === "handler") {
    return <Suggesting task={task} name={name} label={label} shown={at} />;
  }
  const day = name !== "content" && name !== "evidence";
  const shown = day ? shortDay(task[name]) : (task[name] ?? "");
  return (
    <Editable
      label={label}
      field={KEPT[name]}
      shown={at(shown)}
      said={shown}
      text={day ? plainDay(task[name]) : (task[name] ?? "")}
      save={async (text) => save(await typed(KEPT[name], text, unit, "matter"))}
      {...(name === "due" ? { hint: t("edit.day") } : {})}
      key={lang}
    />
  );
}

interface SuggestingProps {
  task: Told;
  name: Suggested;
  label: string;
  shown: (text: string) => React.ReactNode;
}

function Suggesting({ task, name, label, shown }: SuggestingProps) {
  const { lang } = useDesk();
  const options = useSuggestions(name);
  const save = saveOf(task.id);
  const value = name === "source" ? sourceWord(task.source, lang) || null : task[name];
  return (
    <EditSuggested
      label={label}
      value={value}
      options={options}
      shown={shown(value ?? "")}
      save={(to) => {
        // What is typed is what holds: a unit that stood there is none any more.
        if (name === "handler") return save({ handler: to, department: null });
        return save(name === "source" ? { source: keptSource(to) } : { instructed_by: to });
      }}
    />
  );
}

/** Leaders, the usual ways of saying it, units of the address book: anything else may be typed. */
export function useSuggestions(name: Suggested): string[] {
  const { lang } = useDesk();
  const { t } = useTranslation();
  const leaders = useAsk("board_choices", {}, name === "leader").data?.leaders ?? [];
  const units = useAsk("department_list", {}, name === "handler").data ?? [];
  if (name === "leader") return leaders.map((one) => one.name);
  if (name === "handler") return units.map((one) => one.short_name ?? one.name);
  return SOURCES.map((one) => t(`board.sources.${one}`, { lng: lang }));
}

const SHADE: Record<TaskState, string | undefined> = { overdue: "red", done: "green", open: undefined };

/** How it stands, the button that ends it or takes that back, and the day it ended. */
export function TaskEnd({ task }: { task: Told }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const save = saveOf(task.id);
  const what = task.content;
  const done = task.closed_on !== null;
  return (
    <>
      <div className="task-end">
        <span className={SHADE[task.state]}>{t(`board.taskState.${task.state}`)}</span>
        <button
          type="button"
          className={done ? "btn flat s" : "btn s"}
          aria-label={t(done ? "board.add.reopenOf" : "board.add.doneOf", { what })}
          onClick={() => void tryTo(() => save({ closed_on: done ? null : desk.today }))}
        >
          {t(done ? "board.add.reopen" : "board.add.done")}
        </button>
      </div>
      {done && <TaskCell task={task} name="closed_on" />}
    </>
  );
}

export function RemoveTask({ task }: { task: Told }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="btn flat s sq"
      aria-label={t("board.add.removeOf", { what: task.content })}
      onClick={() => void tryTo(() => act("matter_remove", { id: task.id }))}
    >
      <Icon name="x" size={12} />
    </button>
  );
}
