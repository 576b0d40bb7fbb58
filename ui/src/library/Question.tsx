import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ask } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Resting } from "../controls/Resting";
import { Seg } from "../controls/Seg";
import { useReturn } from "../controls/useReturn";
import { useSubmit } from "../controls/useSubmit";
import { fieldFault, shortWords } from "../errors";
import { isIme } from "../lib/ime";
import { askOf, askText, freeQuestion, questionsOf } from "./fields";
import { FieldRow, type Part, Said } from "./rows";
import { questionWords, useTemplateWords } from "./words";

const WHENS = ["always", "yes", "not", "choice"] as const;
const NEW = "+";

/** The question an item hangs on: read as a sentence, changed in a small form. */
export function Question({ part }: { part: Part }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const { line, items, save } = part;
  const shown = words.asked(line.row.question, items);
  if (!save) return <Said part={part} field="question" text={shown} />;
  const close = () => {
    back();
    setOpen(false);
  };
  return (
    <FieldRow part={part} field="question">
      {open ? (
        <QuestionForm part={part} save={(question) => save({ question })} onClose={close} />
      ) : (
        <span className="ev-box">
          <Resting place={place} label={t("template.field.question")} shown={shown} onOpen={() => setOpen(true)} />
        </span>
      )}
    </FieldRow>
  );
}

interface FormProps {
  part: Part;
  save: (question: string) => Promise<unknown>;
  onClose: () => void;
}

function QuestionForm({ part, save, onClose }: FormProps) {
  const { t } = useTranslation();
  const { line, items } = part;
  const now = askOf(line.row.question);
  const [when, setWhen] = useState<Ask["when"]>(now.when);
  const [code, setCode] = useState<string | null>(now.when === "always" ? null : now.question);
  const [said, setSaid] = useState((now.when === "yes" && now.words) || "");
  const [values, setValues] = useState(now.when === "choice" ? now.values : []);
  const [missing, setMissing] = useState<"question" | "words" | "values" | null>(null);
  const { fault, submit } = useSubmit();
  const all = questionsOf(items.map((row) => row.question));
  const fitting = all.filter((one) => (when === "choice") === one.values.length > 0);
  const known = fitting.find((one) => one.code === code);
  // Its words stand at one item only; there they are changed.
  const holds = now.when === "yes" && now.words !== null && now.question === code;
  const writes = when === "yes" && (code === NEW || holds);
  const made = (): Ask | NonNullable<typeof missing> => {
    if (when === "always") return { when };
    if (code === null || (code !== NEW && !known)) return "question";
    if (when === "choice") return values.length === 0 ? "values" : { when, question: code, values };
    if (when === "not") return { when, question: code };
    // An equals sign would make it a question with choices.
    const words = said.replaceAll("=", "＝").replace(/\s+/g, " ").trim();
    if (writes && words === "") return "words";
    const question = code === NEW ? freeQuestion(all.map((one) => one.code)) : code;
    return { when, question, words: writes ? words : null };
  };
  const send = (e: FormEvent) => {
    e.preventDefault();
    const ask = made();
    if (typeof ask === "string") return setMissing(ask);
    setMissing(null);
    void submit(() => save(askText(ask)), onClose);
  };
  return (
    <form
      className="lib-ask"
      aria-label={t("template.ask.title")}
      onSubmit={send}
      onKeyDown={(e) => {
        if (isIme(e) || e.key !== "Escape") return;
        e.stopPropagation();
        onClose();
      }}
    >
      <Seg
        label={t("template.ask.when")}
        value={when}
        choices={WHENS.map((value) => ({ value, text: t(`template.ask.${value}`) }))}
        onPick={(to) => {
          setWhen(to);
          setMissing(null);
        }}
      />
      {when !== "always" && (
        <Select
          aria-label={t("template.ask.question")}
          placeholder={t("template.ask.question")}
          showSearch={{ optionFilterProp: "label" }}
          value={code === NEW || known ? code : null}
          options={[
            ...(when === "yes" ? [{ value: NEW, label: t("template.ask.new") }] : []),
            ...fitting.map((one) => ({ value: one.code, label: questionWords(one.code, items) })),
          ]}
          notFoundContent={<span className="note">{t("template.ask.noChoice")}</span>}
          onChange={setCode}
        />
      )}
      {writes && (
        <input
          className="field"
          aria-label={t("template.ask.words")}
          placeholder={t("template.ask.wordsExample")}
          value={said}
          onChange={(e) => setSaid(e.target.value)}
        />
      )}
      {when === "choice" && known && (
        <Select
          mode="tags"
          aria-label={t("template.ask.values")}
          placeholder={t("template.ask.values")}
          value={values}
          options={known.values.map((value) => ({ value, label: value }))}
          onChange={setValues}
        />
      )}
      <Problem text={missing && t(`template.ask.need.${missing}`)} />
      <Problem text={fault && (fieldFault(fault, "question") ?? shortWords(fault))} />
      <span className="row">
        <button type="submit" className="btn s pri">
          {t("act.save")}
        </button>
        <button type="button" className="btn s flat" onClick={onClose}>
          {t("act.cancel")}
        </button>
      </span>
    </form>
  );
}
