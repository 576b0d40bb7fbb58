import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DepartmentId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Resting } from "../controls/Resting";
import { useReturn } from "../controls/useReturn";
import { faultWords } from "../errors";
import { act, useAsk } from "../query";
import { Refused } from "../rpc";

interface Props {
  label: string;
  value: DepartmentId | null;
  save: (unit: DepartmentId | null) => Promise<unknown>;
}

/** The choice that stands for what was typed and is not in the book. */
const NEW = "";

/** A unit of the address book, in official order; one that is not there yet is typed, and joins the book. */
export function EditUnit({ label, value, save }: Props) {
  const { t } = useTranslation();
  const units = useAsk("department_list", {}).data ?? [];
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [words, setWords] = useState<string | null>(null);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
    setText("");
  };
  const typed = text.trim();
  const pick = async (to: string | null) => {
    close();
    try {
      setWords(null);
      const unit =
        to === NEW ? (await act("department_save", { id: null, set: { name: typed } }, { quiet: true })).id : to;
      if (unit !== value) await save(unit);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setWords(faultWords(error.fault));
    }
  };
  if (open) {
    const known = units.map((unit) => {
      const short = unit.short_name ?? unit.name;
      return { value: unit.id as string, label: short, said: `${short} ${unit.name}` };
    });
    const named = units.some((unit) => unit.name === typed || unit.short_name === typed);
    const added =
      typed === "" || named ? [] : [{ value: NEW, label: t("needs.addUnit", { name: typed }), said: typed }];
    return (
      <Select
        autoFocus
        defaultOpen
        aria-label={label}
        value={value}
        options={[...known, ...added]}
        allowClear
        showSearch={{ optionFilterProp: "said", onSearch: setText }}
        notFoundContent={<span className="note">{t("needs.emptyBook")}</span>}
        popupMatchSelectWidth={false}
        style={{ width: "100%" }}
        onChange={(to: string | undefined) => void pick(to ?? null)}
        onOpenChange={(shows) => {
          if (!shows) close();
        }}
      />
    );
  }
  const unit = units.find((one) => one.id === value);
  return (
    <span className="ev-box">
      <Resting place={place} label={label} shown={unit?.short_name ?? unit?.name ?? ""} onOpen={() => setOpen(true)} />
      <Problem text={words} />
    </span>
  );
}
