import type { InputHTMLAttributes } from "react";
import type { TypedValue } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { call, Refused } from "../rpc";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> {
  label: string;
  value: string;
  bad?: boolean;
  onType: (text: string) => void;
}

export function Field({ label, value, bad, onType, className, ...rest }: FieldProps) {
  return (
    <label className={className}>
      {label}
      <input
        {...rest}
        className={bad ? "field bad" : "field"}
        aria-invalid={bad}
        value={value}
        onChange={(e) => onType(e.target.value)}
      />
    </label>
  );
}

export function DayField({
  label,
  value,
  max,
  onPick,
}: {
  label: string;
  value: string;
  max?: string;
  onPick: (day: string) => void;
}) {
  return (
    <div className="f">
      {label}
      <DayInput label={label} value={value} max={max} onPick={onPick} />
    </div>
  );
}

/** A typed quantity as the core reads it: thousandths, its own unit, and whether it is only about so much. */
export async function quantity(field: string, text: string): Promise<TypedValue> {
  try {
    return (await call("value_read", { kind: "quantity", text, unit: "" })).value;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused({ ...error.fault, fields: error.fault.fields.map((fault) => ({ ...fault, field })) });
  }
}
