/** Fields of an item in its panel: read in a version that was released, edited in place in a draft. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldFault, Patch, TemplateItem, TemplateLine } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { fieldFault, shortWords } from "../errors";
import { Row } from "../project/Overview";
import { listOf, wholeOf } from "./fields";
import { useLatest } from "./useLatest";
import { type ItemField, useTemplateWords } from "./words";

export interface Part {
  line: TemplateLine;
  /** All items of the version. */
  items: readonly TemplateItem[];
  /** What stands against releasing it, of this item. */
  faults: FieldFault[];
  /** Absent where the version cannot be changed. */
  save: ((set: Patch) => Promise<unknown>) | null;
}

export type TextField =
  | "name"
  | "name_en"
  | "department"
  | "department_en"
  | "legal_basis"
  | "condition"
  | "result"
  | "note";

/** One line of the panel; what is wrong with the field stands below it. */
export function FieldRow({ part, field, children }: { part: Part; field: ItemField; children: ReactNode }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const wrong = part.faults.filter((fault) => fault.field === field);
  return (
    <Row name={t(`template.field.${field}`)}>
      {children}
      {wrong.map((fault) => (
        <Problem key={Object.values(fault.params).join(" ")} text={words.fault(fault)} />
      ))}
    </Row>
  );
}

interface TextProps {
  part: Part;
  field: TextField;
  long?: boolean;
  save?: (text: string) => Promise<unknown>;
}

export function TextRow({ part, field, long, save }: TextProps) {
  const { t } = useTranslation();
  const value = part.line.row[field] ?? "";
  const change = part.save;
  if (!change) return value === "" ? null : <Said part={part} field={field} text={value} />;
  return (
    <FieldRow part={part} field={field}>
      <Editable
        label={t(`template.field.${field}`)}
        field={field}
        shown={value}
        text={value}
        long={long}
        save={save ?? ((text) => change({ [field]: text }))}
      />
    </FieldRow>
  );
}

/** A field that is only read. */
export function Said({ part, field, text }: { part: Part; field: ItemField; text: ReactNode }) {
  return (
    <FieldRow part={part} field={field}>
      <div className="plain">{text}</div>
    </FieldRow>
  );
}

type ChoiceField = "kind" | "core" | "statutory_unit" | "statutory_side" | "statutory_mark" | "promised_mark";

interface ChoiceProps<V extends string> {
  part: Part;
  field: ChoiceField;
  all: readonly V[];
  say: (value: V) => string;
}

export function ChoiceRow<V extends string>({ part, field, all, say }: ChoiceProps<V>) {
  const { t } = useTranslation();
  const value = part.line.row[field];
  const change = part.save;
  const text = all.filter((one) => one === value).map(say)[0] ?? "";
  if (!change) return <Said part={part} field={field} text={text} />;
  return (
    <FieldRow part={part} field={field}>
      <EditChoice
        label={t(`template.field.${field}`)}
        value={value}
        clears={false}
        choices={all.map((one) => ({ value: one, label: say(one) }))}
        save={(to) => change({ [field]: to })}
      />
    </FieldRow>
  );
}

interface TicksProps<V extends string> {
  part: Part;
  field: "modes" | "lands" | "handling" | "lists";
  all: readonly V[];
  say: (value: V) => string;
}

interface CountProps {
  part: Part;
  field: "steps_before" | "steps" | "fee_before" | "fee";
  unit: string;
}

/** A whole number; an empty one is not known. */
export function CountRow({ part, field, unit }: CountProps) {
  const { t } = useTranslation();
  const value = part.line.row[field];
  const shown = value === null ? "" : `${value.toLocaleString("en-US")} ${unit}`;
  const change = part.save;
  if (!change) return value === null ? null : <Said part={part} field={field} text={shown} />;
  return (
    <FieldRow part={part} field={field}>
      <Editable
        label={t(`template.field.${field}`)}
        field={field}
        shown={shown}
        text={value === null ? "" : String(value)}
        save={(text) => change({ [field]: wholeOf(text) })}
      />
    </FieldRow>
  );
}

/** Several of a few. */
export function TicksRow<V extends string>({ part, field, all, say }: TicksProps<V>) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { fault, submit } = useSubmit();
  const { save } = part;
  const { shown: held, change } = useLatest(listOf(part.line.row[field], ";"), async (to) =>
    save?.({ [field]: to.join(";") }),
  );
  if (!save) {
    const said = all.filter((one) => held.includes(one)).map(say);
    return said.length === 0 ? null : <Said part={part} field={field} text={said.join(words.joined)} />;
  }
  const turn = (value: V, on: boolean) => {
    void submit(() => change((now) => all.filter((one) => (one === value ? on : now.includes(one)))));
  };
  return (
    <FieldRow part={part} field={field}>
      <fieldset className="lib-ticks">
        <legend className="hidden">{t(`template.field.${field}`)}</legend>
        {all.map((one) => (
          <Tick key={one} checked={held.includes(one)} onTick={(on) => turn(one, on)}>
            {say(one)}
          </Tick>
        ))}
      </fieldset>
      <Problem text={fault && (fieldFault(fault, field) ?? shortWords(fault))} />
    </FieldRow>
  );
}
