import { Select } from "antd";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FastClass, FastTrack, ProjectId } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { Problem } from "../../../controls/Problem";
import { Unsaved } from "../../../controls/Unsaved";
import { useDesk } from "../../../desk";
import { fieldFault, shortWords, unfilled } from "../../../errors";
import { wordDay } from "../../../lib/day";
import { isIme } from "../../../lib/ime";
import { useKept } from "../../../lib/kept";
import { useDo } from "../../../query";
import { CLASSES, fastKey } from "./words";

interface Props {
  known: FastTrack | null;
  project: ProjectId;
  /** What was tried: the day the letters come, and the one the papers are made good by. */
  tried?: { letters: string; by: string };
  onClose: () => void;
}

const FIELDS = ["met_on", "document", "formal_by", "letters_on"] as const;

interface Draft {
  kind: FastClass;
  met: string;
  document: string;
  by: string;
  note: string;
}

/** What the meeting decided: for which class of project, when, by which minutes, and by when the formal papers are made good. */
export function FastForm({ known, project, tried, onClose }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const kept = useKept<Draft>(
    fastKey(project),
    {
      kind: known?.class ?? "industry",
      met: known?.met_on ?? desk.today,
      document: known?.document ?? "",
      by: known?.formal_by ?? tried?.by ?? "",
      note: known?.note ?? "",
    },
    ["met"],
  );
  const { draft, change, forget } = kept;
  const { kind, met, document, by, note } = draft;
  const [asked, setAsked] = useState(false);
  const save = useDo("fast_track_save", { saved: forget });
  const fault = unfilled(save.error?.fault, { met_on: met, document, formal_by: by });
  const letters = tried?.letters ?? "";
  const bad = (field: string) => fieldFault(fault, field);
  useEffect(() => {
    box.current?.querySelector("input")?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setAsked(true);
    if (by === "") return;
    const said = { project, class: kind, met_on: met, document, formal_by: by, note: note.trim() || null };
    const input = { ...said, ...(letters !== "" && { letters_on: letters }) };
    void save.mutateAsync(input).then(onClose, () => undefined);
  };
  const press = (e: KeyboardEvent<HTMLFormElement>) => {
    const inside = (e.target as HTMLElement).getAttribute("aria-expanded") === "true";
    if (e.key === "Escape" && !isIme(e) && !inside) onClose();
  };
  const noDay = asked && by === "";
  return (
    <form ref={box} className="fast-form" aria-label={t("fast.name")} onSubmit={submit} onKeyDown={press} noValidate>
      <div className="all">
        <Unsaved kept={kept} />
      </div>
      <label htmlFor={`${id}c`}>{t("fast.field.class")}</label>
      <Select
        id={`${id}c`}
        aria-label={t("fast.field.class")}
        value={kind}
        options={CLASSES.map((value) => ({ value, label: t(`fast.class.${value}`) }))}
        onChange={(kind: FastClass) => change({ kind })}
      />
      <label htmlFor={`${id}m`}>{t("fast.field.met_on")}</label>
      <DayInput
        id={`${id}m`}
        label={t("fast.field.met_on")}
        value={met}
        max={desk.today}
        bad={bad("met_on") !== null}
        onPick={(met) => change({ met })}
      />
      <label htmlFor={`${id}d`}>{t("fast.field.document")}</label>
      <input
        id={`${id}d`}
        className={bad("document") ? "field bad" : "field"}
        value={document}
        placeholder={t("fast.documentHint")}
        onChange={(e) => change({ document: e.target.value })}
      />
      <label htmlFor={`${id}b`}>{t("fast.field.formal_by")}</label>
      <DayInput
        id={`${id}b`}
        label={t("fast.field.formal_by")}
        value={by}
        bad={noDay || bad("formal_by") !== null}
        onPick={(by) => change({ by })}
      />
      <label htmlFor={`${id}n`}>{t("fast.field.note")}</label>
      <input id={`${id}n`} className="field" value={note} onChange={(e) => change({ note: e.target.value })} />
      {letters !== "" && <p className="note all">{t("fast.carried", { day: wordDay(letters, lang) })}</p>}
      <div className="all">
        {FIELDS.map((field) => (
          <Problem key={field} text={bad(field) && `${t(`fast.field.${field}`)} ${bad(field)}`} />
        ))}
        <Problem text={noDay ? `${t("fast.field.formal_by")} ${t("rule.required", { ns: "faults" })}` : null} />
        {fault && fault.code !== "invalid" && <Problem text={shortWords(fault)} />}
        <div className="fast-acts">
          <button type="submit" className="btn pri" disabled={save.isPending}>
            {t(known ? "act.save" : "fast.adoptSave")}
          </button>
          <button type="button" className="btn flat" onClick={onClose}>
            {t("act.cancel")}
          </button>
        </div>
      </div>
    </form>
  );
}
