import { Select } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { Resting } from "../controls/Resting";
import { useReturn } from "../controls/useReturn";
import { shortWords } from "../errors";
import { isIme } from "../lib/ime";
import { Refused } from "../rpc";

interface Props {
  label: string;
  value: string[];
  choices: { value: string; label: string }[];
  /** Others may be typed as well. */
  free?: boolean;
  placeholder: string;
  shown: ReactNode;
  said: string;
  save: (value: string[]) => Promise<unknown>;
}

/** Several of a list: reads like text, opens on click, Enter or F2; saved when it is left, Esc leaves it as it was. */
export function EditMany({ label, value, choices, free, placeholder, shown, said, save }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string[] | null>(null);
  // What is typed becomes one of them at the moment it is left.
  const latest = useRef<string[]>([]);
  const put = (to: string[]) => {
    latest.current = to;
    setDraft(to);
  };
  const [words, setWords] = useState<string | null>(null);
  const { place, back } = useReturn<HTMLButtonElement>(draft !== null);
  const close = () => {
    back();
    setWords(null);
    setDraft(null);
  };
  const keep = async () => {
    const to = latest.current;
    if (to.join() === value.join()) return close();
    try {
      await save(to);
      close();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setWords(shortWords(error.fault));
    }
  };
  if (draft === null) {
    return (
      <span className="ev-box">
        <Resting place={place} label={label} shown={shown} said={said} onOpen={() => put(value)} />
      </span>
    );
  }
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    // The list would take Tab for a choice.
    if (e.key === "Tab") e.stopPropagation();
    if (e.key === "Escape") {
      e.stopPropagation();
      close();
    }
  };
  return (
    <span className="ev-box" onKeyDownCapture={press}>
      <Select
        mode={free ? "tags" : "multiple"}
        autoFocus
        defaultOpen
        aria-label={label}
        placeholder={placeholder}
        value={draft}
        options={choices}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={<span className="note">{t("edit.noChoice")}</span>}
        status={words ? "error" : undefined}
        style={{ width: "100%" }}
        onChange={put}
        onBlur={() => void keep()}
      />
      <Problem text={words} />
    </span>
  );
}
