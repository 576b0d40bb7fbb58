import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CameFile as Came } from "../bindings/types";
import { moment } from "../lib/day";
import { usePicture } from "../project/papers/usePicture";
import "../project/papers/papers.css";
import { tryTo } from "../query";
import { openCopy, saveCopy } from "../rpc";
import { shareWords } from "./words";

/** One file a unit sent: its name opens it, a photo is shown to be typed in from. */
export function CameFile({ file, files }: { file: Came; files: Came[] }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(false);
  const taken = files.filter((one) => one.fate === "taken");
  const first = taken.length > 1 && taken[0]?.id === file.id;
  const last = taken.length > 1 && taken.at(-1)?.id === file.id;
  const { id, name } = file;
  return (
    <li>
      <span className="row">
        <button
          type="button"
          className="link cut"
          title={name}
          aria-label={t("rounds.openFile", { name })}
          onClick={() => (file.shown ? setSeen(true) : void tryTo(() => openCopy(id, name, "round_file_copy")))}
        >
          {name}
        </button>
        <button
          type="button"
          className="link more"
          aria-label={t("rounds.saveFile", { name })}
          onClick={() => void tryTo(() => saveCopy(id, name, "round_file_copy"))}
        >
          {t("papers.save")}
        </button>
      </span>
      <span className="note">
        {moment(file.came_ms)} {t(`rounds.fate.${file.fate}`)}
        {first && ` ${t("rounds.firstReport")}`}
        {last && ` ${t("rounds.inForce")}`}
        {file.changed !== null && ` ${t("rounds.changedCount", { count: file.changed })}`}
        {file.fate === "stale" && file.alike !== null && ` ${t("rounds.alike", { share: shareWords(file.alike) })}`}
      </span>
      {seen && (
        <Modal open title={name} footer={null} width="min(1200px, 92vw)" onCancel={() => setSeen(false)}>
          <Large id={id} name={name} />
        </Modal>
      )}
    </li>
  );
}

function Large({ id, name }: { id: string; name: string }) {
  const url = usePicture(id, "round_file_picture");
  return <div className="see one">{url ? <img src={url} alt={name} /> : <span className="bone" />}</div>;
}
