import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Basis, Fault, ProjectFile } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { Problem } from "../../controls/Problem";
import { Seg } from "../../controls/Seg";
import { useDesk } from "../../desk";
import { faultWords, fieldFault } from "../../errors";
import { act } from "../../query";
import { Refused } from "../../rpc";
import { CHOICES } from "../fields";

interface Props {
  file: ProjectFile;
  basis: Basis;
  onDone: () => void;
}

/** Any month of any basis, e.g. one that was missed or the first of a series. */
export function NewPeriod({ file, basis: first, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [basis, setBasis] = useState<Basis>(first);
  const suggested = (of: Basis) => file.figures.next.find((n) => n.basis === of)?.period ?? desk.today.slice(0, 7);
  const [period, setPeriod] = useState(suggested(first));
  const [fault, setFault] = useState<Fault | null>(null);
  const exists = file.progress.some((p) => p.basis === basis && p.period === period);
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    try {
      await act("progress_save", { project: file.project.id, period, basis, set: {} });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <form className="addline newperiod" onSubmit={(e) => void submit(e)}>
      <Seg
        label={t("field.basis")}
        value={basis}
        choices={CHOICES.basis.map((value) => ({ value, text: t(`choice.basis.${value}`) }))}
        onPick={(to) => {
          setBasis(to);
          setPeriod(suggested(to));
        }}
      />
      <span className="monthbox">
        <DayInput label={t("field.period")} value={period} month max={desk.today} onPick={setPeriod} />
      </span>
      <button type="submit" className="btn s pri" disabled={exists}>
        {t("act.add")}
      </button>
      <button type="button" className="btn s" onClick={onDone}>
        {t("act.cancel")}
      </button>
      {exists && <span className="warned">{t("periods.exists")}</span>}
      <Problem text={fault && (fieldFault(fault, "period") ?? faultWords(fault))} />
    </form>
  );
}
