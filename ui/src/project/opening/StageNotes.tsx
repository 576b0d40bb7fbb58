import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../../bindings/types";
import { DraftMark, useDraftWords } from "../../controls/DraftMark";
import { useDesk } from "../../desk";
import { StandingDialog } from "../../standing/StandingDialog";
import { standingKey } from "../../standing/StandingForm";
import { EntryDialog } from "./EntryDialog";
import { StartDialog } from "./StartDialog";
import { startKey } from "./StartForm";
import { entryWords, pauses, pauseWords, resumeWords, startWords, type Words } from "./words";

type Open = "start" | "standing" | "entry" | null;

/** Under the stage line: 开工认定, this year's 复工, stops and 纳统, each in words and each a door to its dialog. */
export function StageNotes({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [open, setOpen] = useState<Open>(null);
  const start = startWords(file);
  const again = resumeWords(file);
  const stops = pauses(file.standing_changes);
  const entry = entryWords(file);
  const starts = [null, ...file.starts.starts].map((one) => startKey(file, one));
  const close = () => setOpen(null);
  return (
    <div className="stagenotes">
      <span className="stage-narrow">
        <span className="i3">{t("column.stage")}</span>
        <b>{t(`stage.${file.project.stage}`)}</b>
      </span>
      <Note name={t("opening.start")} words={start} said keys={starts} onOpen={() => setOpen("start")} />
      {again && <Note name={t("opening.resume")} words={again} said onOpen={() => setOpen("start")} />}
      {stops[0] && (
        <Note
          name={t("opening.pause")}
          words={{ text: pauseWords(stops[0], lang), tone: stops[0].until ? "" : "amber" }}
          keys={[standingKey(file.project.id)]}
          title={stops.map((stop) => pauseWords(stop, lang)).join("\n")}
          onOpen={() => setOpen("standing")}
        />
      )}
      <Note name={t("entry.short")} words={entry} onOpen={() => setOpen("entry")} />
      {open === "start" && <StartDialog file={file} onClose={close} />}
      {open === "standing" && <StandingDialog project={file.project.id} onClose={close} />}
      {open === "entry" && <EntryDialog file={file} onClose={close} />}
    </div>
  );
}

interface NoteProps {
  name: string;
  words: Words;
  /** The words say themselves what they are of. */
  said?: boolean;
  title?: string;
  /** What is typed behind it and not saved is kept under these. */
  keys?: string[];
  onOpen: () => void;
}

function Note({ name, words, said, title, keys = [], onOpen }: NoteProps) {
  const waits = useDraftWords(keys);
  return (
    <button
      type="button"
      className="stagenote"
      title={[title ?? words.text, waits].filter(Boolean).join("\n")}
      aria-label={said ? `${name} ${words.text}` : undefined}
      onClick={onOpen}
    >
      {!said && <span className="i3">{name}</span>}
      <span className={`cut ${words.tone}`}>{words.text}</span>
      <DraftMark keys={keys} />
    </button>
  );
}
