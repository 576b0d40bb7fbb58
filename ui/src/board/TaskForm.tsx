import { AutoComplete } from "antd";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { DayField } from "./fields";
import { PickProject } from "./QuestionLine";
import type { BoardSearch } from "./scope";
import { keptSource } from "./source";
import { useSuggestions } from "./TaskCell";
import "./tasks.css";

interface Props {
  leader?: string | undefined;
  /** Of this project; otherwise it is asked. */
  project?: ProjectId;
  onDone?: () => void;
}

/** Writes down what a leader said: of which project, who, how and when, who does it and by when. */
export function TaskForm({ leader, project, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [of, setOf] = useState<BoardSearch>({});
  const [content, setContent] = useState("");
  const [who, setWho] = useState(leader ?? "");
  const [source, setSource] = useState("");
  const [said, setSaid] = useState(desk.today);
  const [handler, setHandler] = useState("");
  const [due, setDue] = useState("");
  const { fault, submit: add } = useSubmit();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Opened by a button, it has the focus; at the end of a page it comes into view.
    if (project === undefined) return;
    box.current?.querySelector("input")?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [project]);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const set = {
      kind: "task",
      content,
      instructed_by: who,
      source: keptSource(source),
      handler,
      need_by: due === "" ? null : due,
      raised_on: said,
    };
    void add(
      () => act("matter_save", { id: null, project: project ?? of.project ?? null, set }),
      () => {
        setContent("");
        setHandler("");
        setDue("");
        onDone?.();
      },
    );
  };
  return (
    <form className="task-form" ref={box} onSubmit={submit} aria-label={t("board.add.task")}>
      {project === undefined && (
        <div className="f whole">
          {t("board.add.project")}
          <PickProject search={of} onChange={setOf} />
        </div>
      )}
      <label className="whole">
        {t("board.add.content")}
        <input className="field" value={content} onChange={(e) => setContent(e.target.value)} />
      </label>
      <Suggested name="leader" label={t("board.add.leader")} value={who} onType={setWho} />
      <Suggested
        name="source"
        label={t("board.add.saidBy")}
        example={t("board.add.saidByExample")}
        value={source}
        onType={setSource}
      />
      <DayField label={t("board.add.saidOn")} value={said} max={desk.today} onPick={setSaid} />
      <Suggested name="handler" label={t("board.add.handler")} value={handler} onType={setHandler} />
      <DayField label={t("board.add.due")} value={due} onPick={setDue} />
      <div className="row">
        <button type="submit" className="btn pri">
          {t("board.add.task")}
        </button>
        {onDone && (
          <button type="button" className="btn" onClick={onDone}>
            {t("act.cancel")}
          </button>
        )}
      </div>
      <Problem text={fault && (fieldFault(fault, "project") ?? fieldFault(fault, "content") ?? faultWords(fault))} />
    </form>
  );
}

interface SuggestedProps {
  name: "leader" | "source" | "handler";
  label: string;
  example?: string;
  value: string;
  onType: (text: string) => void;
}

function Suggested({ name, label, example, value, onType }: SuggestedProps) {
  const options = [...new Set(useSuggestions(name))].map((one) => ({ value: one }));
  return (
    <div className="f">
      {label}
      <AutoComplete
        aria-label={label}
        value={value}
        placeholder={example}
        options={options}
        defaultActiveFirstOption={false}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? "").includes(typed) }}
        onChange={onType}
      />
    </div>
  );
}
