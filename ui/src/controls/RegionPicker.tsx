import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../query";

interface Props {
  id?: string;
  value: string | null;
  /** The chosen region's name, while it is not in the list. */
  name: string | null;
  /** Regions offered before anything is typed: those inside this one. */
  parent?: string | null;
  placeholder?: string;
  label?: string;
  autoFocus?: boolean;
  open?: boolean;
  onPick: (code: string | null, name: string | null, full: string | null) => void;
  /** The list was closed, with or without a choice. */
  onClose?: () => void;
}

/** A region by any part of its name or its code; without words, the regions inside the office's own. */
export function RegionPicker({
  id,
  value,
  name,
  parent = null,
  placeholder,
  label,
  autoFocus,
  open,
  onPick,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useAsk("region_search", { text: asked, parent: asked === "" ? parent : null });
  const options = (found.data ?? []).map((r) => ({ value: r.code, label: r.full_name, name: r.name }));
  if (value && asked === "" && !options.some((o) => o.value === value)) {
    options.unshift({ value, label: name ?? value, name: name ?? value });
  }
  return (
    <Select
      id={id}
      aria-label={label}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      allowClear
      autoFocus={autoFocus}
      defaultOpen={open}
      value={value}
      options={options}
      placeholder={placeholder ?? t("region.placeholder")}
      notFoundContent={t("region.none")}
      style={{ width: "100%" }}
      onOpenChange={(shows) => {
        if (!shows) onClose?.();
      }}
      onChange={(code: string | undefined, option) => {
        const picked = Array.isArray(option) ? option[0] : option;
        setText("");
        onPick(code ?? null, picked?.name ?? null, picked?.label ?? null);
      }}
    />
  );
}
