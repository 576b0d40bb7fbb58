import { Modal, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardRow } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, unfilled } from "../errors";
import { stateWord } from "../i18n";
import { STOPS } from "../project/approvals/StepForm";
import { usualOf } from "../project/approvals/states";
import { useStepDraft } from "../project/approvals/useStepDraft";
import { act } from "../query";
import { BatchTold } from "./BatchTold";
import { Refused } from "./Refused";
import { commonNext, refusals, stepsOf } from "./steps";
import { refusalWords } from "./words";

interface Props {
  /** All of one item. */
  rows: BoardRow[];
  name: string;
  onOnly: (rows: BoardRow[]) => void;
  onDone: () => void;
  onClose: () => void;
}

/** One step for many projects, recorded for all of them or for none. */
export function BatchForm({ rows, name, onOnly, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const choices = commonNext(rows);
  const draft = useStepDraft(choices, usualOf(choices));
  const [told, setTold] = useState({ rows, state: "" });
  const [sending, setSending] = useState(false);
  const { fault: refusal, submit } = useSubmit();
  const { happened_on, undated, stop_kind, basis, restart, examiner, extension, note } = draft.said;
  const filled = { happened_on, stop_kind: draft.stop, basis: draft.basis, extension: draft.extension };
  const fault = unfilled(refusal, filled);
  const { state, stopping, extending } = draft;
  const kind = rows[0]?.kind ?? "permit";
  const refused = refusals(fault, told.rows, (one) => refusalWords(one, told.state));
  // The refusal below names them already.
  const here = (row: BoardRow) => rows.some((one) => one.approval === row.approval);
  const saidSo = refused.some((one) => one.field === "state" && one.rows.some(here));
  const bad = (field: string) => refused.some((one) => one.field === field);

  const steps = useMemo(
    () =>
      state ? stepsOf(rows, { state, happened_on, undated, stop_kind, basis, restart, examiner, extension, note }) : [],
    [rows, state, happened_on, undated, stop_kind, basis, restart, examiner, extension, note],
  );
  const record = async () => {
    if (!state || sending) return;
    setSending(true);
    setTold({ rows, state: stateWord(kind, state) });
    await submit(() => act("approval_step_all", { steps }), onDone);
    setSending(false);
  };
  return (
    <Modal
      open
      title={t("desk_approvals.stepTitle", { name })}
      okText={t("desk_approvals.stepAll", { count: rows.length })}
      okButtonProps={{ disabled: !state, "aria-busy": sending }}
      cancelText={t("act.cancel")}
      onOk={() => void record()}
      onCancel={onClose}
      width={520}
    >
      {!state && <p className="i2">{t("desk_approvals.noNext")}</p>}
      {state && (
        <div className="form">
          <label htmlFor="ab-state">{t("approvals.state")}</label>
          <Select
            id="ab-state"
            value={state}
            options={choices.map((value) => ({ value, label: stateWord(kind, value) }))}
            onChange={draft.pick}
          />
          <label htmlFor="ab-day">{t(draft.untold ? "undated.by" : "step.day")}</label>
          <DayInput
            id="ab-day"
            label={t(draft.untold ? "undated.by" : "step.day")}
            value={draft.day}
            max={desk.today}
            bad={bad("happened_on")}
            onPick={draft.setDay}
          />
          {draft.mayBeUntold && (
            <>
              <span />
              <Tick checked={draft.untold} onTick={draft.setUntold}>
                {t("undated.unknown")}
              </Tick>
            </>
          )}
          {stopping && (
            <>
              <label htmlFor="ab-stop">{t("step.stopKind")}</label>
              <div className="ab-stack">
                <Select
                  id="ab-stop"
                  status={bad("stop_kind") ? "error" : undefined}
                  value={draft.stop}
                  options={STOPS.map((value) => ({ value, label: t(`stop.${value}`) }))}
                  onChange={draft.setStop}
                />
                <Tick checked={draft.restart} onTick={draft.setRestart}>
                  {t("step.restart")}
                </Tick>
              </div>
            </>
          )}
          {draft.examined && (
            <>
              <label htmlFor="ab-examiner">{t("desk_approvals.examiner")}</label>
              <input
                id="ab-examiner"
                className="field"
                placeholder={t("step.examiner")}
                value={draft.examiner}
                onChange={(e) => draft.setExaminer(e.target.value)}
              />
            </>
          )}
          {extending && (
            <>
              <label htmlFor="ab-extension">{t("step.extension")}</label>
              <input
                id="ab-extension"
                className={bad("extension") ? "field bad" : "field"}
                inputMode="numeric"
                value={draft.extension}
                onChange={(e) => draft.setExtension(e.target.value)}
              />
            </>
          )}
          {(stopping || extending) && (
            <>
              <label htmlFor="ab-basis">{t("desk_approvals.basis")}</label>
              <input
                id="ab-basis"
                className={bad("basis") ? "field bad" : "field"}
                placeholder={t("step.basis")}
                value={draft.basis}
                onChange={(e) => draft.setBasis(e.target.value)}
              />
            </>
          )}
          <label htmlFor="ab-note">{t("step.note")}</label>
          <input id="ab-note" className="field" value={draft.note} onChange={(e) => draft.setNote(e.target.value)} />
        </div>
      )}
      {state && !saidSo && (
        <BatchTold steps={steps} rows={rows} name={name} state={stateWord(kind, state)} onOnly={onOnly} />
      )}
      {refused.map((one) => (
        <Refused
          key={one.field + one.words}
          refusal={one}
          of={rows}
          onDrop={() => onOnly(rows.filter((row) => !one.rows.some((gone) => gone.approval === row.approval)))}
        />
      ))}
      {fault && refused.length === 0 && <Problem text={faultWords(fault)} />}
    </Modal>
  );
}
