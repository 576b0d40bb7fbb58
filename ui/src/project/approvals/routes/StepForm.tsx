import { AutoComplete } from "antd";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedStep, Patch, ProjectId, StepRoute } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { Problem } from "../../../controls/Problem";
import { Tick } from "../../../controls/Tick";
import { useSubmit } from "../../../controls/useSubmit";
import { useDesk } from "../../../desk";
import { faultWords, fieldFault, unfilled } from "../../../errors";
import { Icon } from "../../../frame/icons";
import { plainDay } from "../../../lib/day";
import { usePersonChoices } from "../../../people/usePersonChoices";
import { act, useAsk } from "../../../query";
import { typed } from "../../typed";
import { lawWords, stepName, warningWords } from "./words";

interface Props {
  step: ListedStep;
  route: StepRoute;
  project: ProjectId;
  onDone: () => void;
}

/** What is known of one step: its day or when it is promised, with whom it lies, or that it is not needed. */
export function StepForm({ step, route, project, onDone }: Props) {
  const { t } = useTranslation();
  const { desk, lang, unit } = useDesk();
  const id = useId();
  const units = useAsk("department_list", {}).data ?? [];
  const { record } = step;
  const [day, setDay] = useState(record?.happened_on ?? "");
  const [expected, setExpected] = useState(plainDay(record?.expected_on ?? null));
  const [holder, setHolder] = useState(record?.holder ?? "");
  const people = usePersonChoices();
  const [responsible, setResponsible] = useState(record?.responsible ?? "");
  const [note, setNote] = useState(record?.note ?? "");
  const [skipped, setSkipped] = useState(record?.skipped ?? false);
  const [reason, setReason] = useState(record?.reason ?? "");
  const { fault: refused, submit } = useSubmit();
  const fault = unfilled(refused, { happened_on: day, expected_on: expected, holder, reason, note });
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.getElementById(`${id}day`)?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [id]);

  const target = { project, route: route.kind, step: step.step.code };
  const save = async () => {
    const days: Patch = skipped
      ? { happened_on: null, expected_on: null }
      : { happened_on: day === "" ? null : day, ...(await typed("expected_on", expected, unit)) };
    const set: Patch = { ...days, holder, responsible, note, skipped, reason: skipped ? reason : null };
    await act("route_step_save", { ...target, set });
  };
  const send = (e: FormEvent) => {
    e.preventDefault();
    void submit(save, onDone);
  };
  const problem = (field: string) => <Problem text={fieldFault(fault, field)} />;
  const bad = (field: string) => (fieldFault(fault, field) ? "field bad" : "field");
  const law = lawWords(step, route, desk.today, lang);
  const basis = lang === "zh" ? step.step.basis : step.step.basis_en;
  return (
    <form className="rt-form" ref={box} onSubmit={send} noValidate aria-label={stepName(step, lang)}>
      <div className="rt-form-head">
        <b>{stepName(step, lang)}</b>
        <span className="note">{lang === "zh" ? step.step.reached : step.step.reached_en}</span>
        <span className="grow" />
        <button type="button" className="btn flat s sq" aria-label={t("act.close")} onClick={onDone}>
          <Icon name="x" />
        </button>
      </div>
      <div className="rt-fields">
        {!skipped && (
          <>
            <div className="rt-field">
              <span className="row">
                <label htmlFor={`${id}day`}>{t("routes.field.happened_on")}</label>
                {day === "" && (
                  <button type="button" className="link t12" onClick={() => setDay(desk.today)}>
                    {t("routes.today")}
                  </button>
                )}
              </span>
              <DayInput
                id={`${id}day`}
                label={t("routes.field.happened_on")}
                value={day}
                max={desk.today}
                clears
                bad={fieldFault(fault, "happened_on") !== null}
                onPick={setDay}
              />
              {problem("happened_on")}
            </div>
            <label className="rt-field">
              <span>{t("routes.field.expected_on")}</span>
              <input
                className={bad("expected_on")}
                value={expected}
                placeholder={t("routes.example")}
                onChange={(e) => setExpected(e.target.value)}
              />
              {problem("expected_on")}
            </label>
          </>
        )}
        {skipped && (
          <label className="rt-field wide">
            <span>{t("routes.field.reason")}</span>
            <input className={bad("reason")} value={reason} onChange={(e) => setReason(e.target.value)} />
            {problem("reason")}
          </label>
        )}
        <div className="rt-field">
          <label htmlFor={`${id}holder`}>{t("routes.field.holder")}</label>
          <AutoComplete
            id={`${id}holder`}
            value={holder}
            options={units.map((one) => ({ value: one.short_name ?? one.name }))}
            showSearch={{ filterOption: (text, option) => (option?.value ?? "").includes(text) }}
            onChange={setHolder}
          />
        </div>
        <div className="rt-field">
          <label htmlFor={`${id}responsible`}>{t("field.responsible")}</label>
          <AutoComplete
            id={`${id}responsible`}
            value={responsible}
            options={[...new Set(people.map((one) => one.name))].map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => (option?.value ?? "").includes(text) }}
            onChange={setResponsible}
          />
        </div>
        <label className="rt-field">
          <span>{t("routes.field.note")}</span>
          <input className={bad("note")} value={note} onChange={(e) => setNote(e.target.value)} />
          {problem("note")}
        </label>
      </div>
      {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
      <div className="row">
        <button type="submit" className="btn pri">
          {t("act.save")}
        </button>
        {record && (
          <button
            type="button"
            className="btn"
            onClick={() => void submit(() => act("route_step_clear", target), onDone)}
          >
            {t("act.clear")}
          </button>
        )}
        <Tick checked={skipped} onTick={setSkipped}>
          {t("routes.skip")}
        </Tick>
      </div>
      <ul className="rt-says">
        {step.passed_over && <li className="amber">{t("routes.passedOverWhy")}</li>}
        {step.warnings.map((warning) => (
          <li key={warning.kind} className="amber">
            {warningWords(warning, route, desk.today, lang)}
          </li>
        ))}
        {law && <li>{law}</li>}
        {basis !== "" && (
          <li className="i3">
            {t(step.step.basis_mark === "to_check" ? "routes.basisToCheck" : "routes.basis", { basis })}
          </li>
        )}
      </ul>
    </form>
  );
}
