import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { useAsk } from "../query";

interface Props {
  project: ProjectId;
  value: ProjectId | null;
  bad: string | null;
  onPick: (project: ProjectId | null) => void;
}

/** Another project by any part of its name or code; those of the same enterprise come first. */
export function TargetPicker({ project, value, bad, onPick }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useAsk("standing_targets", { project, text: asked });
  return (
    <Select
      aria-label={t("standing.other")}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      allowClear
      value={value}
      status={bad ? "error" : undefined}
      placeholder={t("standing.otherFind")}
      options={(found.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
      style={{ width: "100%" }}
      onChange={(id: string | undefined) => {
        setText("");
        onPick(id ?? null);
      }}
    />
  );
}
