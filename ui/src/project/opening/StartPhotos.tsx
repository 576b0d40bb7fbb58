import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentId, OnFile, ProjectStart } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { faultWords } from "../../errors";
import { Icon } from "../../frame/icons";
import { act, tryTo, useAsk } from "../../query";
import { handOver, openCopy, pickFiles } from "../../rpc";
import { Preview } from "../papers/Preview";
import { Thumb } from "../papers/Thumb";
import { Twice } from "../papers/Twice";
import { useAttach } from "../papers/useAttach";
import { usePaste } from "../papers/usePaste";
import "../papers/papers.css";

/** 现场照片: what was seen on the site when the start was verified; they stand among the project's papers as well. */
export function StartPhotos({ start }: { start: ProjectStart }) {
  const { t } = useTranslation();
  const papers = useAsk("attachment_list", { id: start.project });
  const { busy, fault, told, attach } = useAttach(start.project, { start: start.id });
  const [seen, setSeen] = useState<AttachmentId | null>(null);
  usePaste((files) => void attach(() => Promise.all(files.map(handOver))));
  const own = (papers.data?.list ?? []).filter((one) => one.attachment.start === start.id);
  return (
    <section className="startphotos" aria-label={t("opening.photos")}>
      <h3>{t("opening.photos")}</h3>
      <div className="row">
        {own.map((one) => (
          <Photo key={one.attachment.id} paper={one} onSee={() => setSeen(one.attachment.id)} />
        ))}
        <button
          type="button"
          className="btn s"
          disabled={busy}
          onClick={() => void attach(() => pickFiles(t("opening.photoPick"), []))}
        >
          <Icon name="plus" size={12} />
          {busy ? t("papers.busy") : t("opening.photoAdd")}
        </button>
        {own.length === 0 && <span className="note">{t("opening.photoPaste")}</span>}
      </div>
      <Twice told={told} />
      <Problem text={fault && faultWords(fault)} />
      {seen && <Preview list={own.filter((one) => one.shown && one.here)} at={seen} onSee={setSeen} />}
    </section>
  );
}

function Photo({ paper, onSee }: { paper: OnFile; onSee: () => void }) {
  const { t } = useTranslation();
  const { attachment, shown, here } = paper;
  const { id, name } = attachment;
  const file = (
    <button
      type="button"
      className="link"
      disabled={!here}
      aria-label={t("papers.openOne", { name })}
      onClick={() => void tryTo(() => openCopy(id, name))}
    >
      <span className="cut">{name}</span>
    </button>
  );
  return (
    <span className="startphoto" title={here ? name : t("papers.away")}>
      {shown && here ? <Thumb paper={paper} onSee={onSee} /> : file}
      <button
        type="button"
        className="btn flat s sq"
        title={t("opening.photoOff")}
        aria-label={t("opening.photoOffOne", { name })}
        onClick={() => void tryTo(() => act("attachment_save", { id, set: { start: null } }))}
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  );
}
