import { useTranslation } from "react-i18next";
import type { Which } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { limitWords } from "../project/approvals/DayStrip";
import { CheckLimit } from "./CheckLimit";
import { daysText, halfDays } from "./fields";
import { ChoiceRow, FieldRow, type Part, Said, TextRow } from "./rows";
import { ToCheck } from "./ToCheck";
import { limit, MARKS, SIDES, UNITS } from "./words";

interface Props {
  part: Part;
  /** Limits of this version can be confirmed. */
  checks: boolean;
}

/** How long it may take by law and by promise, and whether somebody looked it up. */
export function Limits({ part, checks }: Props) {
  const { t } = useTranslation();
  const { row } = part.line;
  if (!part.save) {
    return (
      <>
        <Limit part={part} which="statutory" checks={checks} />
        <TextRow part={part} field="legal_basis" />
        <Limit part={part} which="promised" checks={checks} />
        {row.planning !== null && (
          <Said part={part} field="planning" text={limitWords({ half_days: row.planning, unit: "working" })} />
        )}
      </>
    );
  }
  return (
    <>
      <Days part={part} field="statutory" />
      {row.statutory !== null && (
        <>
          <ChoiceRow part={part} field="statutory_unit" all={UNITS} say={(one) => t(`template.unit.${one}`)} />
          <ChoiceRow part={part} field="statutory_side" all={SIDES} say={(one) => t(`template.side.${one}`)} />
          <ChoiceRow part={part} field="statutory_mark" all={MARKS} say={(one) => t(`template.mark.${one}`)} />
        </>
      )}
      <TextRow part={part} field="legal_basis" long />
      <Days part={part} field="promised" />
      {row.promised !== null && (
        <ChoiceRow part={part} field="promised_mark" all={MARKS} say={(one) => t(`template.mark.${one}`)} />
      )}
      <Days part={part} field="planning" note={t("template.planningNote")} />
    </>
  );
}

function Limit({ part, which, checks }: Props & { part: Part; which: Which }) {
  const { t } = useTranslation();
  const { row } = part.line;
  const [half, unit, mark] =
    which === "statutory"
      ? [row.statutory, row.statutory_unit, row.statutory_mark]
      : [row.promised, "working" as const, row.promised_mark];
  if (half === null) return null;
  const open = part.line.to_check.includes(which);
  const side = which === "statutory" ? row.statutory_side : null;
  return (
    <FieldRow part={part} field={which}>
      <div className="plain lib-limit">
        <b>{limit(half, unit)}</b>
        {side && side !== "department" && <span className="i2">{t(`template.side.${side}`)}</span>}
        {open && <ToCheck />}
        {mark === "sourced" && <span className="i3 t12">{t("template.mark.sourced")}</span>}
        <CheckLimit line={part.line} which={which} open={open} can={checks} />
      </div>
    </FieldRow>
  );
}

interface DaysProps {
  part: Part;
  field: "statutory" | "promised" | "planning";
  note?: string;
}

/** Days as they are typed: half days count. */
function Days({ part, field, note }: DaysProps) {
  const { t } = useTranslation();
  const { row } = part.line;
  const unit = field === "statutory" ? (row.statutory_unit ?? "working") : "working";
  const label = t("template.days", { name: t(`template.field.${field}`), unit: t(`template.unit.${unit}`) });
  const save = async (text: string) => {
    const half = halfDays(field, text);
    const first = field === "statutory" && row.statutory === null && half !== null;
    await part.save?.({
      [field]: half,
      ...(first
        ? { statutory_unit: row.statutory_unit ?? "working", statutory_side: row.statutory_side ?? "department" }
        : {}),
    });
  };
  return (
    <FieldRow part={part} field={field}>
      <Editable
        label={label}
        field={field}
        shown={limit(row[field], unit)}
        text={daysText(row[field])}
        hint={t("template.daysHint")}
        save={save}
      />
      {note && <p className="note">{note}</p>}
    </FieldRow>
  );
}
