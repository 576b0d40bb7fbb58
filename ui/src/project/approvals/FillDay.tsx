import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalStep, Listed } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { Problem } from "../../controls/Problem";
import { useSubmit } from "../../controls/useSubmit";
import { useDesk } from "../../desk";
import { faultWords, fieldFault } from "../../errors";
import { stateWord } from "../../i18n";
import { wordDay } from "../../lib/day";
import { act } from "../../query";

/** The day of a step nobody told: by when it had happened, and a place to fill it in. */
export function FillDay({ item, step }: { item: Listed; step: ApprovalStep }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const { fault, submit } = useSubmit();
  if (!open) {
    return (
      <span>
        {t("undated.byDay", { day: wordDay(step.happened_on, lang) })}{" "}
        <button type="button" className="link t12" title={t("undated.whyNot")} onClick={() => setOpen(true)}>
          {t("undated.fill")}
        </button>
      </span>
    );
  }
  const fill = () => act("approval_day_fill", { days: [{ step: step.id, happened_on: day }] });
  return (
    <form
      className="row fill-day"
      onSubmit={(e) => {
        e.preventDefault();
        if (day !== "") void submit(fill);
      }}
    >
      <DayInput
        label={`${t("undated.day")} ${stateWord(item.kind, step.state)}`}
        value={day}
        max={desk.today}
        bad={fault !== null}
        onPick={setDay}
      />
      <button type="submit" className="btn s" disabled={day === ""}>
        {t("undated.filled")}
      </button>
      <button type="button" className="link t12" onClick={() => setOpen(false)}>
        {t("act.cancel")}
      </button>
      <Problem text={fault && (fieldFault(fault, "happened_on") ?? faultWords(fault))} />
    </form>
  );
}
