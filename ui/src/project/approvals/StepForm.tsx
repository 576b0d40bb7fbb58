import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, Patch, ProjectId, State, StopKind } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { Problem } from "../../controls/Problem";
import { Tick } from "../../controls/Tick";
import { useDesk } from "../../desk";
import { faultWords, fieldFault } from "../../errors";
import { stateWord } from "../../i18n";
import { useDo } from "../../query";
import { Told } from "./trial/Told";

export const STOPS: StopKind[] = [
  "hearing",
  "tender",
  "auction",
  "inspection",
  "testing",
  "quarantine",
  "appraisal",
  "expert_review",
  "revision",
  "returned_file",
  "notice",
  "objection",
  "client_works",
  "awaiting_papers",
  "other",
];

/** What a first step usually is, where nothing is known yet. */
const USUAL: State[] = ["accepted", "submitted", "approved"];

/** Records a step under the day it happened; what only some states need appears with them. */
export function StepForm({ item, project }: { item: Listed; project: ProjectId }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const choices: State[] = item.next.filter((state) => state !== "not_applicable" && state !== "not_collected");
  const first = choices.find((s) => USUAL.includes(s)) ?? choices[0] ?? "submitted";
  const [state, setState] = useState<State>(first);
  const [day, setDay] = useState(desk.today);
  const [stop, setStop] = useState<StopKind | null>(null);
  const [basis, setBasis] = useState("");
  const [restart, setRestart] = useState(false);
  const [extension, setExtension] = useState("");
  const [certificate, setCertificate] = useState("");
  const [note, setNote] = useState("");
  const save = useDo("approval_step");
  const fault = save.error?.fault;
  const chosen = choices.includes(state) ? state : first;
  const stopping = chosen === "stopped";
  const deciding = chosen === "approved" || chosen === "lacking_passed";

  const set: Patch = deciding && certificate.trim() !== "" ? { certificate, certificate_on: day } : {};
  const step = {
    project,
    item: item.code,
    state: chosen,
    happened_on: day,
    stop_kind: stopping ? stop : null,
    basis: basis === "" ? null : basis,
    restart: stopping && restart,
    extension: chosen === "extended" && extension !== "" ? Number(extension) : null,
    note: note === "" ? null : note,
    set,
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const clear = () => {
      setNote("");
      setBasis("");
      setCertificate("");
      setExtension("");
    };
    save.mutate(step, { onSuccess: clear });
  };
  return (
    <form className="side-part step" onSubmit={submit} noValidate>
      <div className="cap">
        <h3>{t("step.title")}</h3>
      </div>
      <div className="step-grid">
        <Select
          aria-label={t("approvals.state")}
          value={chosen}
          options={choices.map((value) => ({ value, label: stateWord(item.kind, value) }))}
          onChange={setState}
        />
        <DayInput
          label={t("step.day")}
          value={day}
          max={desk.today}
          bad={fieldFault(fault, "happened_on") !== null}
          onPick={setDay}
        />
        {stopping && (
          <>
            <Select
              aria-label={t("step.stopKind")}
              placeholder={t("step.stopKind")}
              status={fieldFault(fault, "stop_kind") ? "error" : undefined}
              value={stop}
              options={STOPS.map((value) => ({ value, label: t(`stop.${value}`) }))}
              onChange={setStop}
            />
            <Tick checked={restart} onTick={setRestart}>
              {t("step.restart")}
            </Tick>
          </>
        )}
        {(stopping || chosen === "extended") && (
          <input
            className={`field all${fieldFault(fault, "basis") ? " bad" : ""}`}
            placeholder={t("step.basis")}
            aria-label={t("step.basis")}
            value={basis}
            onChange={(e) => setBasis(e.target.value)}
          />
        )}
        {chosen === "extended" && (
          <input
            className={fieldFault(fault, "extension") ? "field bad" : "field"}
            inputMode="numeric"
            placeholder={t("step.extension")}
            aria-label={t("step.extension")}
            value={extension}
            onChange={(e) => setExtension(e.target.value.replace(/\D/g, ""))}
          />
        )}
        {deciding && (
          <input
            className="field all"
            placeholder={t("field.certificate")}
            aria-label={t("field.certificate")}
            value={certificate}
            onChange={(e) => setCertificate(e.target.value)}
          />
        )}
        <input
          className="field all"
          placeholder={t("step.note")}
          aria-label={t("step.note")}
          value={note}
          onChange={(e) => setNote(e.target.value)}
        />
      </div>
      {["happened_on", "stop_kind", "basis", "extension", "state"].map((field) => (
        <Problem
          key={field}
          text={fieldFault(fault, field) && `${t(`step.of.${field as "state"}`)} ${fieldFault(fault, field)}`}
        />
      ))}
      {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
      <Told step={step} />
      <button type="submit" className="btn pri" disabled={save.isPending}>
        {t("step.record")}
      </button>
    </form>
  );
}
