import { Select } from "antd";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, Patch, ProjectId, State, StopKind } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { Problem } from "../../controls/Problem";
import { Tick } from "../../controls/Tick";
import { Unsaved } from "../../controls/Unsaved";
import { useDesk } from "../../desk";
import { faultWords, fieldFault, unfilled } from "../../errors";
import { stateWord } from "../../i18n";
import { wordDay } from "../../lib/day";
import { useDo } from "../../query";
import { endedWord, openPause } from "./pauses";
import { usualOf } from "./states";
import { Told } from "./trial/Told";
import { stepKey, useStepDraft } from "./useStepDraft";

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

/** Records a step under the day it happened; what only some states need appears with them. */
export function StepForm({ item, project }: { item: Listed; project: ProjectId }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const choices: State[] = item.next.filter((state) => state !== "not_applicable" && state !== "not_collected");
  const first = usualOf(choices) ?? "submitted";
  const draft = useStepDraft(choices, first, stepKey(project, item.code));
  // Once a step is recorded the next is chosen before it can be: a second click records nothing.
  const [recorded, setRecorded] = useState(false);
  const sent = useRef(false);
  const save = useDo("approval_step", { saved: draft.clear });
  const { day: happened_on, stop: stop_kind, basis, extension, certificate } = draft;
  const fault = unfilled(save.error?.fault, { happened_on, stop_kind, basis, extension });
  const pause = openPause(item);
  const chosen = draft.state ?? first;
  const deciding = chosen === "approved" || chosen === "lacking_passed";

  const set: Patch =
    deciding && certificate.trim() !== "" ? { certificate, ...(!draft.untold && { certificate_on: draft.day }) } : {};
  const step = {
    project,
    item: item.code,
    state: chosen,
    ...draft.said,
    set,
  };
  const last = item.steps.at(-1);
  const earlier = last !== undefined && !last.undated && !draft.untold && draft.day < last.happened_on;
  const submit = (e: FormEvent) => {
    e.preventDefault();
    if (sent.current) return;
    sent.current = true;
    const again = () => {
      sent.current = false;
    };
    save.mutate(step, { onSuccess: () => setRecorded(true), onError: again });
  };
  return (
    <form className="side-part step" onSubmit={submit} noValidate>
      <div className="cap">
        <h3>{t("step.title")}</h3>
      </div>
      <Unsaved kept={draft.kept} />
      <div className="step-grid">
        <Select
          aria-label={t("approvals.state")}
          placeholder={t("step.next")}
          value={recorded ? null : chosen}
          options={choices.map((value) => ({ value, label: endedWord(item, value, pause) }))}
          onChange={(state) => {
            draft.pick(state);
            setRecorded(false);
            sent.current = false;
          }}
        />
        <DayInput
          label={t(draft.untold ? "undated.by" : "step.day")}
          value={draft.day}
          max={desk.today}
          holds
          bad={fieldFault(fault, "happened_on") !== null}
          onPick={draft.setDay}
        />
        {draft.mayBeUntold && !item.stopped && (
          <Tick checked={draft.untold} onTick={draft.setUntold}>
            <span title={t("undated.unknownLead")}>{t("undated.unknown")}</span>
          </Tick>
        )}
        {draft.stopping && (
          <>
            <Select
              aria-label={t("step.stopKind")}
              placeholder={t("step.stopKind")}
              status={fieldFault(fault, "stop_kind") ? "error" : undefined}
              value={draft.stop}
              options={STOPS.map((value) => ({ value, label: t(`stop.${value}`) }))}
              onChange={draft.setStop}
            />
            <Tick checked={draft.restart} onTick={draft.setRestart}>
              {t("step.restart")}
            </Tick>
          </>
        )}
        {draft.examined && (
          <input
            className="field all"
            placeholder={t("step.examiner")}
            aria-label={t("step.examiner")}
            value={draft.examiner}
            onChange={(e) => draft.setExaminer(e.target.value)}
          />
        )}
        {(draft.stopping || draft.extending) && (
          <input
            className={`field all${fieldFault(fault, "basis") ? " bad" : ""}`}
            placeholder={t("step.basis")}
            aria-label={t("step.basis")}
            value={draft.basis}
            onChange={(e) => draft.setBasis(e.target.value)}
          />
        )}
        {draft.extending && (
          <input
            className={fieldFault(fault, "extension") ? "field bad" : "field"}
            inputMode="numeric"
            placeholder={t("step.extension")}
            aria-label={t("step.extension")}
            value={draft.extension}
            onChange={(e) => draft.setExtension(e.target.value)}
          />
        )}
        {deciding && (
          <input
            className="field all"
            placeholder={t("field.certificate")}
            aria-label={t("field.certificate")}
            value={certificate}
            onChange={(e) => draft.setCertificate(e.target.value)}
          />
        )}
        <input
          className="field all"
          placeholder={t("step.note")}
          aria-label={t("step.note")}
          value={draft.note}
          onChange={(e) => draft.setNote(e.target.value)}
        />
      </div>
      {["happened_on", "stop_kind", "basis", "extension", "state"].map((field) => (
        <Problem
          key={field}
          text={fieldFault(fault, field) && `${t(`step.of.${field as "state"}`)} ${fieldFault(fault, field)}`}
        />
      ))}
      {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
      {earlier && !recorded && (
        <p className="amber">
          {t("step.earlier", { state: stateWord(item.kind, last.state), day: wordDay(last.happened_on, lang) })}
        </p>
      )}
      <div className="step-record">
        <button type="submit" className="btn pri" disabled={save.isPending || recorded}>
          {t("step.record")}
        </button>
      </div>
      {/* Under the button: its answer comes while one clicks, and a button that moves is missed. */}
      {!recorded && <Told step={step} />}
    </form>
  );
}
