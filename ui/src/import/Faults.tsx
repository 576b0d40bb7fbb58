import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellFault, Decision, Fault, PreviewRow } from "../bindings/types";
import { faultWords, fieldFault, ruleWords } from "../errors";
import { Lamp } from "../frame/icons";
import { isIme } from "../lib/ime";
import { Refused } from "../rpc";
import { decision } from "./state";
import { useDifference } from "./words";

interface Props {
  row: PreviewRow;
  onDecide: (decisions: Decision[]) => Promise<void>;
}

/** Cells that could not be read, each with what it says, to be typed anew. */
export function Faults({ row, onDecide }: Props) {
  return row.faults.map((found) => (
    <Line key={found.cell + found.fault.rule} row={row} found={found} onDecide={onDecide} />
  ));
}

function Line({ row, found, onDecide }: Props & { found: CellFault }) {
  const { t } = useTranslation();
  const { name } = useDifference();
  const { cell, fault } = found;
  const [refused, setRefused] = useState<Fault | null>(null);
  const text = fault.params.text ?? "";
  const label = t("preview.retype", { cell, field: name(fault.field) });
  const keep = async (typed: string) => {
    try {
      await onDecide([decision(row.key ?? 0, { field: fault.field, text: typed })]);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error.fault);
      return false;
    }
  };
  const words = refused ? (fieldFault(refused, fault.field) ?? faultWords(refused)) : ruleWords(fault);
  return (
    <tr className="er">
      <td className="mid">
        <Lamp shade={fault.warning ? "amber" : "red"} label={t(fault.warning ? "shade.amber" : "shade.red")} />
      </td>
      <td className="i2">{cell}</td>
      <td title={row.name}>{row.name}</td>
      <td>{name(fault.field)}</td>
      {fault.warning || row.key === null ? (
        <>
          <td />
          <td className="num cut" title={text}>
            {text}
          </td>
        </>
      ) : (
        <td colSpan={2}>
          <Retype label={label} text={text} keep={keep} onLeave={() => setRefused(null)} />
        </td>
      )}
      <td className={fault.warning ? "amber wrap" : "red wrap"} role={refused ? "alert" : undefined}>
        {words}
      </td>
    </tr>
  );
}

interface RetypeProps {
  label: string;
  text: string;
  /** Whether it could be read. */
  keep: (text: string) => Promise<boolean>;
  onLeave: () => void;
}

/** Enter hands the text to the core and goes on to the next faulty cell; Esc brings back what the file says. */
function Retype({ label, text, keep, onLeave }: RetypeProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(text);
  const [busy, setBusy] = useState(false);
  const press = async (e: KeyboardEvent<HTMLInputElement>) => {
    if (isIme(e)) return;
    const box = e.currentTarget;
    if (e.key === "Escape") {
      setValue(text);
      onLeave();
      box.blur();
    }
    if (e.key !== "Enter" || busy) return;
    const all = [...(box.closest("table")?.querySelectorAll<HTMLInputElement>("input.retype") ?? [])];
    const next = all[all.indexOf(box) + 1];
    setBusy(true);
    const read = await keep(value);
    setBusy(false);
    if (read) next?.focus();
  };
  return (
    <input
      className="field bad retype"
      value={value}
      aria-label={label}
      aria-invalid
      title={t("preview.retypeTitle")}
      readOnly={busy}
      onChange={(e) => setValue(e.target.value)}
      onKeyDown={(e) => void press(e)}
    />
  );
}
