import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { DraftMark } from "../../../controls/DraftMark";
import { useReturn } from "../../../controls/useReturn";
import { FastBox } from "./FastBox";
import { FastForm } from "./FastForm";
import { fastKey } from "./words";
import "./fast.css";

interface Props {
  file: ProjectFile;
  /** The day all three letters are given, as it is tried; empty where it is not. */
  letters: string;
  onLetters: (day: string) => void;
  /** The day the formal papers would be made good by, tried beside it. */
  by: string;
  onBy: (day: string) => void;
}

/** 一会三函 among what may be done quicker: tried by a day of the letters, adopted with the meeting's day and minutes, then kept letter by letter. */
export function FastOffer({ file, letters, onLetters, by, onBy }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const { fast } = file.checklist;
  const project = file.project.id;
  const close = () => {
    back();
    setOpen(false);
  };
  // What was tried is recorded with the decision; from then on the project goes by its own days.
  const done = () => {
    if (fast) {
      onLetters("");
      onBy("");
    }
    close();
  };
  return (
    <section className="fast-offer" aria-label={t("fast.name")}>
      <div className="cap">
        <h3>{t("fast.name")}</h3>
      </div>
      {!fast && <p className="note">{t("fast.lead")}</p>}
      {fast && <FastBox fast={fast} project={project} />}
      {!fast && open && <FastForm known={null} project={project} tried={{ letters, by }} onClose={done} />}
      {!fast && !open && (
        <div className="fast-acts">
          <label className="i2" htmlFor={id}>
            {t("fast.try")}
          </label>
          <div className="fast-try">
            <DayInput id={id} label={t("fast.try")} value={letters} clears onPick={onLetters} />
          </div>
          {letters !== "" && (
            <>
              <label className="i2" htmlFor={`${id}b`}>
                {t("fast.goodBy")}
              </label>
              <div className="fast-try">
                <DayInput id={`${id}b`} label={t("fast.goodBy")} value={by} clears onPick={onBy} />
              </div>
            </>
          )}
          <button ref={place} type="button" className="btn s" onClick={() => setOpen(true)}>
            {t("fast.adopt")}
            <DraftMark keys={[fastKey(project)]} />
          </button>
        </div>
      )}
    </section>
  );
}
