import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OnFile, ProjectStart } from "../../bindings/types";
import { Editable } from "../../controls/Editable";
import { EditChoice } from "../../controls/EditChoice";
import { useDesk } from "../../desk";
import { Icon } from "../../frame/icons";
import { moment, plainDay, shortDay } from "../../lib/day";
import { act, tryTo } from "../../query";
import { openCopy, saveCopy } from "../../rpc";
import { typed } from "../typed";
import { sizeWords } from "./size";
import { Thumb } from "./Thumb";

const KINDS = ["photo", "document", "scan", "plan", "other"] as const;

interface Props {
  paper: OnFile;
  /** The start it is a photo of. */
  start: ProjectStart | null;
  onSee: () => void;
}

/** One document: what it is, and what can be done with it. */
export function PaperLine({ paper, start, onSee }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const { attachment, here, item, shown } = paper;
  const { id, name } = attachment;
  const save = (set: Record<string, string | null>) => act("attachment_save", { id, set });
  return (
    <tr>
      <td className="thumbcell">{shown && here ? <Thumb paper={paper} onSee={onSee} /> : <Ending name={name} />}</td>
      <td>
        <Editable
          label={t("papers.name")}
          field="name"
          shown={name}
          text={name}
          save={(text) => save({ name: text })}
        />
        {item && (
          <Link
            to="/project/$id"
            params={{ id: attachment.project }}
            search={{ tab: "approvals", item: item.code }}
            className="link t12"
          >
            {t("ways.scan.of", { item: lang === "zh" ? item.name : item.name_en })}
          </Link>
        )}
        {start && (
          <span className="i2 t12">
            {t("opening.photoOf", { kind: t(`opening.kind.${start.kind}`), day: start.happened_on })}
          </span>
        )}
        {!here && <span className="warned">{t("papers.away")}</span>}
      </td>
      <td>
        <EditChoice
          label={t("papers.kindOf")}
          value={attachment.kind}
          clears={false}
          choices={KINDS.map((value) => ({ value, label: t(`papers.kind.${value}`) }))}
          save={(kind) => save({ kind })}
        />
      </td>
      <td>
        <Editable
          label={t("papers.day")}
          field="happened_on"
          shown={shortDay(attachment.happened_on)}
          text={plainDay(attachment.happened_on)}
          save={async (text) => act("attachment_save", { id, set: await typed("happened_on", text, unit) })}
        />
      </td>
      <td className="num">{sizeWords(attachment.size)}</td>
      <td className="i2">{moment(attachment.added_ms)}</td>
      <td>
        <Editable
          label={t("field.note")}
          field="note"
          shown={attachment.note ?? ""}
          text={attachment.note ?? ""}
          save={(note) => save({ note })}
        />
      </td>
      <td className="lineacts">
        {here && (
          <>
            <button
              type="button"
              className="link"
              aria-label={t("papers.openOne", { name })}
              onClick={() => void tryTo(() => openCopy(id, name))}
            >
              {t("papers.open")}
            </button>
            <button
              type="button"
              className="link"
              aria-label={t("papers.saveOne", { name })}
              onClick={() => void tryTo(() => saveCopy(id, name))}
            >
              {t("papers.save")}
            </button>
          </>
        )}
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("papers.remove", { name })}
          onClick={() => void tryTo(() => act("attachment_remove", { id }))}
        >
          <Icon name="x" size={12} />
        </button>
      </td>
    </tr>
  );
}

/** What cannot be shown is told by its ending. */
function Ending({ name }: { name: string }) {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1] ?? "";
  return <span className="ending">{ending.toUpperCase()}</span>;
}
