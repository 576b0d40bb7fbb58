import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { DraftMark, useDraftWords } from "../controls/DraftMark";
import { StandingDialog } from "../standing/StandingDialog";
import { standingKey } from "../standing/StandingForm";
import { choiceWord } from "./fields";

/** 状态 is changed with its day, reason and paper: the field shows it and opens 状态变更. */
export function StandingField({ file, label }: { file: ProjectFile; label: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { id, standing } = file.project;
  const keys = [standingKey(id)];
  const waits = useDraftWords(keys);
  const value = choiceWord("standing", standing);
  return (
    <>
      <button
        type="button"
        className="ev opens"
        aria-label={t("standing.field", { label, value })}
        title={waits}
        onClick={() => setOpen(true)}
      >
        <span className={standing === "active" ? undefined : "amber"}>{value}</span>{" "}
        <span className="link">{t("standing.open")}</span>
        <DraftMark keys={keys} />
      </button>
      {open && <StandingDialog project={id} onClose={() => setOpen(false)} />}
    </>
  );
}
