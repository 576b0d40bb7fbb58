import { AutoComplete } from "antd";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { useAsk } from "../query";
import type { DraftPart } from "./parts";

interface Props {
  whole: ProjectId;
  label: string;
  part: DraftPart;
  bad: boolean;
  onChange: (change: Partial<DraftPart>) => void;
}

/** A part by its name: a new one as it is typed, or a project of the desk that is picked from those found. */
export function PartName({ whole, label, part, bad, onChange }: Props) {
  const { t } = useTranslation();
  const asked = useDeferredValue(part.name.trim());
  const found = useAsk("standing_targets", { project: whole, text: asked }, asked !== "" && part.project === null);
  const options = asked === "" || part.project !== null ? [] : (found.data ?? []);
  return (
    <>
      <AutoComplete
        aria-label={label}
        value={part.name}
        status={bad ? "error" : undefined}
        style={{ width: "100%" }}
        options={options.map((one) => ({ value: one.id, label: one.name }))}
        onSelect={(id: string) => {
          const picked = options.find((one) => one.id === id);
          if (picked) onChange({ project: picked.id, name: picked.name, total: "", plan: "" });
        }}
        onSearch={(name) => onChange({ project: null, name })}
      />
      {part.project !== null && <span className="i3 t12">{t("standing.existing")}</span>}
    </>
  );
}
