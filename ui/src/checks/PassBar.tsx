import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckRow, Fault } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { Refused } from "../rpc";

interface Props {
  period: string | null;
  rows: CheckRow[];
  onDone: () => void;
}

/** 放行: for all picked lines, one reason. */
export function PassBar({ period, rows, onDone }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    const items = rows.map(({ project, check, period: month, seen }) => ({ project, check, period: month, seen }));
    try {
      await act("check_pass", { period, items, reason });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <form className="acts" onSubmit={(e) => void submit(e)} noValidate>
      <b>{t("checks.selected", { n: rows.length })}</b>
      <input
        className={fault ? "field bad" : "field"}
        style={{ width: 360 }}
        value={reason}
        placeholder={t("checks.whyExample")}
        aria-label={t("checks.why")}
        onChange={(e) => setReason(e.target.value)}
      />
      <button type="submit" className="btn pri">
        {t("checks.pass")}
      </button>
      <button type="button" className="btn flat" onClick={onDone}>
        {t("checks.drop")}
      </button>
      <Problem text={fault && (fieldFault(fault, "reason") ?? faultWords(fault))} />
    </form>
  );
}
