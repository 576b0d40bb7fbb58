import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { fieldFault, shortWords } from "../errors";
import { isIme } from "../lib/ime";
import { Refused } from "../rpc";
import { Problem } from "./Problem";
import { Resting } from "./Resting";
import { useReturn } from "./useReturn";

interface Props {
  /** Name of the field, for people and screen readers. */
  label: string;
  field: string;
  /** What stands there while nobody edits. */
  shown: ReactNode;
  /** `shown` in plain words, where it is more than a text and other than `text`. */
  said?: string;
  /** What the editor begins with. */
  text: string;
  long?: boolean;
  numeric?: boolean;
  hint?: string;
  warning?: string | null;
  save: (text: string) => Promise<unknown>;
}

/** Reads like text until it is clicked or F2 is pressed; Enter saves, Esc leaves. */
export function Editable(props: Props) {
  const { label, shown, said, text, warning, numeric } = props;
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
  };
  if (open) return <Editor {...props} onClose={close} onLeave={() => setOpen(false)} />;
  return (
    <span className={numeric ? "ev-box num" : "ev-box"}>
      <Resting place={place} label={label} shown={shown} said={said ?? text} onOpen={() => setOpen(true)} />
      {warning && <Problem text={warning} warning />}
    </span>
  );
}

interface EditorProps extends Props {
  onClose: () => void;
  onLeave: () => void;
}

function Editor({ label, field, text, long, numeric, hint, save, onClose, onLeave }: EditorProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(text);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    if (!long) box.current?.select();
  }, [long]);

  const keep = async (then: () => void) => {
    if (busy) return;
    if (value === text) return then();
    setBusy(true);
    try {
      await save(value);
      then();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    e.stopPropagation();
    if (e.key === "Escape") onClose();
    if (e.key === "Enter" && !(long && e.shiftKey)) {
      e.preventDefault();
      void keep(onClose);
    }
  };
  const words = fault && (fieldFault(fault, field) ?? shortWords(fault));
  const shared = {
    ref: box,
    className: `field${words ? " bad" : ""}${numeric ? " num" : ""}`,
    value,
    "aria-label": label,
    "aria-invalid": words !== null && words !== undefined,
    onKeyDown: press,
    onBlur: () => void keep(onLeave),
  };
  return (
    <span className="ev-edit">
      {long ? (
        <textarea {...shared} rows={3} onChange={(e) => setValue(e.target.value)} />
      ) : (
        <input {...shared} onChange={(e) => setValue(e.target.value)} />
      )}
      <Problem text={words} />
      <span className="ev-tip">
        {text !== "" && (
          <span className="cut">
            <span className="i3">{t("edit.was")}</span> {text}
          </span>
        )}
        {hint && <span className="i3">{hint}</span>}
        <span className="grow" />
        <span className="keys">
          <kbd>Enter</kbd>
          {t("edit.keep")}
          <kbd>Esc</kbd>
          {t("edit.leave")}
        </span>
      </span>
    </span>
  );
}
