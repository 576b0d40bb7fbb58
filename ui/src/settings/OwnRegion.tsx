import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RegionPicker } from "../controls/RegionPicker";
import { useReturn } from "../controls/useReturn";
import { tryTo } from "../query";

interface Props {
  label: string;
  value: string | null;
  name: string | null;
  save: (code: string | null) => Promise<unknown>;
}

/** The office's region: reads like text as the fields beside it, opens its picker on click, Enter or F2. */
export function OwnRegion({ label, value, name, save }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
  };
  if (open) {
    return (
      <RegionPicker
        label={label}
        value={value}
        name={name}
        autoFocus
        open
        onPick={(code) => void tryTo(() => save(code))}
        onClose={close}
      />
    );
  }
  const text = name ?? value ?? "";
  return (
    <span className="ev-box">
      <button
        ref={place}
        type="button"
        className={text === "" ? "ev blank" : "ev"}
        aria-label={t("edit.field", { label, value: text })}
        onClick={() => setOpen(true)}
        onKeyDown={(e) => {
          if (e.key === "F2") setOpen(true);
        }}
      >
        {text === "" ? t("edit.blank") : text}
      </button>
    </span>
  );
}
