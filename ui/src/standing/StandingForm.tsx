import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, NewStanding, ProjectId, Standing, StandingFile } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { useFirstField } from "../controls/firstField";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { useKept } from "../lib/kept";
import { typed } from "../project/typed";
import { act } from "../query";
import { Refused } from "../rpc";
import { blankPart, type DraftPart, readParts } from "./parts";
import { SplitParts } from "./SplitParts";
import { TargetPicker } from "./TargetPicker";

interface Draft {
  kind: Standing | null;
  day: string;
  until: string;
  reason: string;
  document: string;
  name: string;
  other: string | null;
  basis: NewStanding["basis"];
  parts: DraftPart[];
}

/** Under this a change that is being typed is kept. */
export const standingKey = (project: ProjectId): string => `standing:${project}`;

/** One change: its kind, its day, and only what that kind needs besides. */
export function StandingForm({ file }: { file: StandingFile }) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const kept = useKept<Draft>(standingKey(file.project), {
    kind: null,
    day: desk.today,
    until: "",
    reason: "",
    document: "",
    name: file.name,
    other: null,
    basis: "parts",
    parts: [blankPart(1), blankPart(2)],
  });
  const { draft, change, forget } = kept;
  const { day, until, reason, document, name, other, basis, parts } = draft;
  // What may happen next can have changed since it was typed.
  const kind = file.allowed.find((one) => one === draft.kind) ?? null;
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useFirstField<HTMLFormElement>();

  const submit = async (e: FormEvent) => {
    e.preventDefault();
    if (!kind || busy) return;
    setBusy(true);
    try {
      const stops = kind === "winter_stop" || kind === "suspended";
      const expected = stops ? await typed("started_planned", until, unit) : {};
      await act(
        "standing_change_save",
        {
          project: file.project,
          standing: kind,
          happened_on: day,
          expected_until: (expected.started_planned as string | undefined) ?? null,
          reason,
          document,
          other: kind === "merged" ? other : null,
          name: kind === "renamed" ? name : null,
          parts: kind === "split" ? await readParts(parts, unit) : [],
          basis: kind === "split" ? basis : null,
        },
        { saved: forget },
      );
      setFault(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  const problem = (field: string) => <Problem text={fieldFault(fault, field)} />;
  const bad = (field: string) => (fieldFault(fault, field) ? "field bad" : "field");
  return (
    <form ref={box} className="standing-form" onSubmit={(e) => void submit(e)} noValidate>
      <Unsaved kept={kept} />
      <div className="seg wraps" role="group" aria-label={t("standing.to")}>
        {file.allowed.map((one) => (
          <button
            key={one}
            type="button"
            className={one === kind ? "on" : ""}
            aria-pressed={one === kind}
            onClick={() => {
              change({ kind: one });
              setFault(null);
            }}
          >
            {t(`standing.kind.${one}`)}
          </button>
        ))}
      </div>
      {kind && (
        <>
          <p className="note">{t(`standing.about.${kind}`)}</p>
          <div className="standing-fields">
            {kind === "renamed" && (
              <label>
                <span>{t("standing.name")}</span>
                <input className={bad("name")} value={name} onChange={(e) => change({ name: e.target.value })} />
                {problem("name")}
              </label>
            )}
            {kind === "merged" && (
              <div>
                <span>{t("standing.other")}</span>
                <TargetPicker
                  project={file.project}
                  value={other}
                  onPick={(other) => change({ other })}
                  bad={fieldFault(fault, "other")}
                />
                {problem("other")}
              </div>
            )}
            {kind === "split" && (
              <SplitParts
                parts={parts}
                fault={fault}
                whole={file}
                basis={basis}
                onBasis={(basis) => change({ basis })}
                onChange={(parts) => change({ parts })}
              />
            )}
            <div>
              <span>{t("standing.day")}</span>
              <span className="short">
                <DayInput
                  label={t("standing.day")}
                  value={day}
                  max={desk.today}
                  bad={fieldFault(fault, "happened_on") !== null}
                  onPick={(day) => change({ day })}
                />
              </span>
              {problem("happened_on")}
            </div>
            {(kind === "winter_stop" || kind === "suspended") && (
              <label>
                <span>{t("standing.until")}</span>
                <input
                  className={fieldFault(fault, "started_planned") ? "field bad" : bad("expected_until")}
                  value={until}
                  placeholder={t("standing.untilExample")}
                  onChange={(e) => change({ until: e.target.value })}
                />
                {problem("expected_until")}
                {problem("started_planned")}
              </label>
            )}
            <label>
              <span>{t("standing.reason")}</span>
              <input className={bad("reason")} value={reason} onChange={(e) => change({ reason: e.target.value })} />
              {problem("reason")}
            </label>
            <label>
              <span>{t("standing.document")}</span>
              <input className="field" value={document} onChange={(e) => change({ document: e.target.value })} />
            </label>
          </div>
          {problem("standing")}
          {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
          <button type="submit" className="btn pri" disabled={busy}>
            {t("standing.record")}
          </button>
        </>
      )}
    </form>
  );
}
