import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId, Standing } from "../bindings/types";
import { DayRow } from "../controls/DayRow";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { typed } from "../project/typed";
import { act } from "../query";
import "./standing.css";

interface Props {
  projects: ProjectId[];
  onClose: () => void;
}

/** A new name, a merger and a split are of one project. */
const KINDS = ["winter_stop", "active", "suspended", "terminated", "delisted"] as const satisfies readonly Standing[];
const STOPS: readonly Standing[] = ["winter_stop", "suspended"];

/** 状态变更 of ticked projects on one day: sites stop for the winter together and go on in spring. One undo for all. */
export function ManyDialog({ projects, onClose }: Props) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("winter_stop");
  const [day, setDay] = useState(desk.today);
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [document, setDocument] = useState("");
  const { fault, submit, clear } = useSubmit();
  const problem = (field: string) => fieldFault(fault, field);
  // Those it cannot be said of are named together, not one below the other.
  const unfit = [...new Map(fault?.fields.map((one) => [one.params.project, one.params.name])).entries()]
    .filter(([project]) => project !== undefined)
    .map(([, name]) => name);
  const save = (leave_out: boolean) =>
    void submit(async () => {
      const expected = STOPS.includes(kind) ? await typed("started_planned", until, unit) : {};
      const expected_until = (expected.started_planned as string | undefined) ?? null;
      const said = { projects, standing: kind, happened_on: day, expected_until, reason, document, leave_out };
      await act("standing_change_many", said);
    }, onClose);
  return (
    <Modal
      open
      title={t("standing.many", { count: projects.length })}
      okText={t("standing.manyGo", { count: projects.length })}
      cancelText={t("act.cancel")}
      onOk={() => save(false)}
      onCancel={onClose}
      width={560}
    >
      <div className="form">
        <span className="k">{t("standing.to")}</span>
        <div>
          <Seg
            label={t("standing.to")}
            value={kind}
            choices={KINDS.map((value) => ({ value, text: t(`standing.kindShort.${value}`) }))}
            onPick={(to) => {
              clear();
              setKind(to);
            }}
          />
          <p className="note">{t(`standing.about.${kind}`)}</p>
        </div>
        <DayRow
          id="many-day"
          label={t("standing.day")}
          value={day}
          max={desk.today}
          problem={unfit.length > 0 ? null : problem("happened_on")}
          onPick={setDay}
        />
        {STOPS.includes(kind) && (
          <Line
            id="many-until"
            label={t("standing.until")}
            value={until}
            hint={t("standing.untilExample")}
            problem={problem("expected_until") ?? problem("started_planned")}
            onText={setUntil}
          />
        )}
        <Line
          id="many-reason"
          label={t("standing.reason")}
          value={reason}
          problem={problem("reason")}
          onText={setReason}
        />
        <Line
          id="many-document"
          label={t("standing.document")}
          value={document}
          problem={problem("document")}
          onText={setDocument}
        />
      </div>
      {unfit.length > 0 && (
        <div role="alert" className="standing-unfit">
          <p>{t("standing.unfit", { count: unfit.length, names: unfit.slice(0, MOST).join(t("change.comma")) })}</p>
          {unfit.length < projects.length && (
            <button type="button" className="btn s" onClick={() => save(true)}>
              {t("standing.leaveOut", { count: projects.length - unfit.length })}
            </button>
          )}
        </div>
      )}
      <Problem text={problem("projects") ?? (fault && fault.fields.length === 0 ? faultWords(fault) : null)} />
    </Modal>
  );
}

/** Names that are said before the rest is only counted. */
const MOST = 6;

interface LineProps {
  id: string;
  label: string;
  value: string;
  hint?: string;
  problem: string | null;
  onText: (text: string) => void;
}

function Line({ id, label, value, hint, problem, onText }: LineProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          className={problem ? "field bad" : "field"}
          value={value}
          placeholder={hint}
          onChange={(e) => onText(e.target.value)}
        />
        <Problem text={problem} />
      </div>
    </>
  );
}
