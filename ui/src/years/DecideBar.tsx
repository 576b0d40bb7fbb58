import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, TurnDecision, TurnRow } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { Refused } from "../rpc";
import { DECISIONS } from "./Turn";

interface Props {
  year: number;
  rows: TurnRow[];
  onDone: () => void;
}

/** Decides for all picked projects at once. */
export function DecideBar({ year, rows, onDone }: Props) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<TurnDecision>(rows[0]?.decision ?? "continued");
  const [reason, setReason] = useState("");
  const [statistics, setStatistics] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const known = rows.every((row) => row.statistics_prior !== null);
  const takes = (decision === "continued" || decision === "prepared") && known;
  const decide = async (to: TurnDecision | null) => {
    try {
      await act("year_decide", {
        year,
        projects: rows.map((row) => row.project),
        decision: to,
        reason: to === null || reason.trim() === "" ? null : reason,
        prior_basis: to !== null && takes && statistics ? "statistics" : null,
        prior: null,
      });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void decide(decision);
  };
  return (
    <form className="acts" onSubmit={submit} noValidate>
      <b>{t("years.selected", { n: rows.length })}</b>
      <span className="i2">{t("years.setTo")}</span>
      <Select
        aria-label={t("years.setTo")}
        value={decision}
        options={DECISIONS.map((value) => ({ value, label: t(`years.decision.${value}`) }))}
        style={{ width: 136 }}
        onChange={setDecision}
      />
      {takes && (
        <Tick checked={statistics} onTick={setStatistics}>
          {t("years.useStatistics")}
        </Tick>
      )}
      <input
        className={fault ? "field bad" : "field"}
        style={{ width: 260 }}
        value={reason}
        placeholder={t("years.reason")}
        aria-label={t("years.reason")}
        onChange={(e) => setReason(e.target.value)}
      />
      <button type="submit" className="btn pri">
        {t("years.apply")}
      </button>
      {rows.some((row) => row.decided) && (
        <button type="button" className="btn flat" onClick={() => void decide(null)}>
          {t("years.backToProposal")}
        </button>
      )}
      <Problem text={fault && (fieldFault(fault, "reason") ? t("years.reasonNeeded") : faultWords(fault))} />
    </form>
  );
}
