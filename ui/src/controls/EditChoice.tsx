import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "./Problem";
import { Resting } from "./Resting";
import { useKeep } from "./useKeep";
import { useReturn } from "./useReturn";

interface Props {
  label: string;
  value: string | null;
  choices: { value: string; label: string }[];
  /** An empty value may be chosen. */
  clears?: boolean;
  shown?: string;
  save: (value: string | null) => Promise<unknown>;
}

/** A field with a closed list: reads like text, opens its list on click, Enter or F2. */
export function EditChoice({ label, value, choices, clears = true, shown, save }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { words, keep } = useKeep(value, save);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
  };
  const pick = (to: string | null) => {
    close();
    void keep(to);
  };
  if (open) {
    return (
      <Select
        autoFocus
        defaultOpen
        aria-label={label}
        value={value}
        options={choices}
        allowClear={clears}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={<span className="note">{t("edit.noChoice")}</span>}
        style={{ width: "100%" }}
        onChange={(to: string | undefined) => pick(to ?? null)}
        onOpenChange={(shows) => {
          if (!shows) close();
        }}
      />
    );
  }
  const text = shown ?? choices.find((c) => c.value === value)?.label ?? "";
  return (
    <span className="ev-box">
      <Resting place={place} label={label} shown={text} onOpen={() => setOpen(true)} />
      <Problem text={words} />
    </span>
  );
}
