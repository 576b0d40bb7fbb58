import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Patch, TemplateVersionId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { wholeOf } from "./fields";
import { ON_LISTS, type OnLists } from "./narrow";

const COUNTS = ["steps_before", "steps", "fee_before", "fee"] as const;
const LISTS: Record<OnLists, string> = { none: "", power: "power", duty: "duty", both: "power;duty" };
const CHOICES = ["keep", ...ON_LISTS] as const;
type Choice = (typeof CHOICES)[number];

interface Props {
  version: TemplateVersionId;
  codes: string[];
  onDone: () => void;
}

/** What can be done with the ticked items of a draft. */
export function SeveralBar({ version, codes, onDone }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="acts lib-several" role="toolbar" aria-label={t("reduction.chosen", { count: codes.length })}>
      <b>{t("reduction.chosen", { count: codes.length })}</b>
      <span className="grow" />
      <button type="button" className="btn pri" onClick={() => setOpen(true)}>
        {t("reduction.several")}
      </button>
      <button type="button" className="btn flat" onClick={onDone}>
        {t("reduction.clear")}
      </button>
      {open && (
        <SeveralDialog
          version={version}
          codes={codes}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** Steps, fees and lists of several items at once; what is left empty stays as it is. */
function SeveralDialog({ version, codes, onDone, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Partial<Record<(typeof COUNTS)[number], string>>>({});
  const [lists, setLists] = useState<Choice>("keep");
  const { fault, submit } = useSubmit();
  const filled = COUNTS.filter((field) => (typed[field] ?? "").trim() !== "");
  const save = () => {
    const counts = Object.fromEntries(filled.map((field) => [field, wholeOf(typed[field] ?? "")]));
    const set: Patch = { ...counts, ...(lists === "keep" ? {} : { lists: LISTS[lists] }) };
    return act("template_items_save", { version, codes, set });
  };
  const told = fault?.fields.some((one) => COUNTS.some((field) => field === one.field));
  return (
    <Modal
      open
      title={t("reduction.severalTitle", { count: codes.length })}
      okText={t("reduction.severalSave", { count: codes.length })}
      okButtonProps={{ disabled: filled.length === 0 && lists === "keep" }}
      cancelText={t("act.cancel")}
      onOk={() => void submit(save, onDone)}
      onCancel={onClose}
      width={480}
    >
      <p className="note lib-lead">{t("reduction.severalLead")}</p>
      <div className="form">
        {COUNTS.map((field) => (
          <SeveralField
            key={field}
            field={field}
            value={typed[field] ?? ""}
            problem={fieldFault(fault, field)}
            onType={(text) => setTyped({ ...typed, [field]: text })}
          />
        ))}
        <label htmlFor="several-lists">{t("template.field.lists")}</label>
        <Select
          id="several-lists"
          value={lists}
          options={CHOICES.map((value) => ({ value, label: t(`reduction.listsOf.${value}`) }))}
          onChange={setLists}
        />
      </div>
      <Problem text={fault && !told ? faultWords(fault) : null} />
    </Modal>
  );
}

interface FieldProps {
  field: (typeof COUNTS)[number];
  value: string;
  problem: string | null;
  onType: (text: string) => void;
}

function SeveralField({ field, value, problem, onType }: FieldProps) {
  const { t } = useTranslation();
  const unit = t(`reduction.unit.${field === "fee" || field === "fee_before" ? "fee" : "steps"}`);
  return (
    <>
      <label htmlFor={`several-${field}`}>
        {t(`template.field.${field}`)} <span className="i3">{unit}</span>
      </label>
      <div>
        <input
          id={`several-${field}`}
          className={problem ? "field bad" : "field"}
          inputMode="numeric"
          value={value}
          placeholder={t("reduction.keep")}
          onChange={(e) => onType(e.target.value)}
        />
        <Problem text={problem} />
      </div>
    </>
  );
}
