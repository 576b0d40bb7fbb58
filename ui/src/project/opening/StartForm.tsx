import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, ProjectFile, ProjectStart, StartDecision, StartKind } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { useFirstField } from "../../controls/firstField";
import { Problem } from "../../controls/Problem";
import { Seg } from "../../controls/Seg";
import { Unsaved } from "../../controls/Unsaved";
import { useDesk } from "../../desk";
import { faultWords, fieldFault, unfilled } from "../../errors";
import { useKept } from "../../lib/kept";
import { act } from "../../query";
import { Refused } from "../../rpc";

interface Props {
  file: ProjectFile;
  /** The start that is changed; none for a new one. */
  start: ProjectStart | null;
  onSaved: (id: string | null) => void;
}

const DAYS = ["declared_on", "verified_on", "decided_on"] as const;
type Draft = Record<(typeof DAYS)[number] | "verified_by" | "standard" | "reason" | "note", string> & {
  kind: StartKind;
  happened_on: string;
  decision: StartDecision;
};

/** Under this a start that is being typed is kept. */
export const startKey = (file: ProjectFile, start: ProjectStart | null): string =>
  `start:${start?.id ?? file.project.id}`;

/** 申报 → 现场核实 → 认定/剔除, in the order it happens. */
export function StartForm({ file, start, onSaved }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const kept = useKept<Draft>(startKey(file, start), draftOf(file, start, desk.today));
  const { draft, change: set, forget } = kept;
  const [refused, setFault] = useState<Fault | null>(null);
  const fault = unfilled(refused, { ...draft });
  const [busy, setBusy] = useState(false);
  const box = useFirstField<HTMLFormElement>();

  const submit = async (e: FormEvent) => {
    e.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const project = start ? null : file.project.id;
      const input = { id: start?.id ?? null, project, set: draft };
      const saved = await act("start_save", input, { saved: forget });
      setFault(null);
      const made = saved.starts.find((s) => !file.starts.starts.some((old) => old.id === s.id));
      onSaved(start?.id ?? made?.id ?? null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  const day = (field: "happened_on" | (typeof DAYS)[number]) => (
    <Entry name={t(`opening.field.${field}`)} problem={fieldFault(fault, field)}>
      <DayInput
        label={t(`opening.field.${field}`)}
        value={draft[field]}
        max={desk.today}
        clears={field !== "happened_on"}
        bad={fieldFault(fault, field) !== null}
        onPick={(value) => set({ [field]: value })}
      />
    </Entry>
  );
  const text = (field: "verified_by" | "standard" | "reason" | "note", wide = true) => (
    <Entry name={t(`opening.field.${field}`)} wide={wide} problem={fieldFault(fault, field)}>
      <input
        className={fieldFault(fault, field) ? "field bad" : "field"}
        aria-label={t(`opening.field.${field}`)}
        value={draft[field]}
        placeholder={field === "standard" ? t("opening.standardExample") : undefined}
        onChange={(e) => set({ [field]: e.target.value })}
      />
    </Entry>
  );
  return (
    <form ref={box} className="startform" onSubmit={(e) => void submit(e)} noValidate>
      <Unsaved kept={kept} />
      <Entry name={t("opening.kindOf")} problem={fieldFault(fault, "kind")}>
        <Seg
          label={t("opening.kindOf")}
          value={draft.kind}
          choices={(["new", "resume"] as const).map((value) => ({ value, text: t(`opening.kind.${value}`) }))}
          onPick={(kind) => set({ kind })}
        />
      </Entry>
      {day("happened_on")}
      {day("declared_on")}
      {day("verified_on")}
      {text("verified_by")}
      {text("standard")}
      <Entry name={t("opening.decision")} problem={fieldFault(fault, "decision")}>
        <Seg
          label={t("opening.decision")}
          value={draft.decision}
          choices={(["pending", "recognised", "rejected"] as const).map((value) => ({
            value,
            text: t(`opening.decisions.${value}`),
          }))}
          onPick={(decision) => set({ decision })}
        />
      </Entry>
      {draft.decision !== "pending" && day("decided_on")}
      {draft.decision === "rejected" && text("reason")}
      {text("note")}
      {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
      <button type="submit" className="btn pri" disabled={busy}>
        {t(start ? "act.save" : "opening.record")}
      </button>
    </form>
  );
}

function Entry(props: { name: string; problem: string | null; wide?: boolean; children: ReactNode }) {
  return (
    <div className={props.wide ? "wide" : undefined}>
      <span className="i2">{props.name}</span>
      <span>{props.children}</span>
      <Problem text={props.problem} />
    </div>
  );
}

/** A new one begins as the core would: the first start, else this year's resumption. */
function draftOf(file: ProjectFile, start: ProjectStart | null, today: string): Draft {
  return {
    kind: start?.kind ?? file.starts.next,
    happened_on: start?.happened_on ?? today,
    declared_on: start?.declared_on ?? "",
    verified_on: start?.verified_on ?? "",
    decided_on: start?.decided_on ?? "",
    verified_by: start?.verified_by ?? "",
    standard: start?.standard ?? file.starts.starts.find((s) => s.standard)?.standard ?? "",
    reason: start?.reason ?? "",
    note: start?.note ?? "",
    decision: start?.decision ?? "pending",
  };
}
