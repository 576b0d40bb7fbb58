import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentId, ProjectFile } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { faultWords } from "../../errors";
import { Icon } from "../../frame/icons";
import { useFilesDrop } from "../../lib/drop";
import { useAsk } from "../../query";
import { handOver, pickFiles } from "../../rpc";
import { PaperLine } from "./PaperLine";
import { Preview } from "./Preview";
import { sizeWords } from "./size";
import { Twice } from "./Twice";
import { useAttach } from "./useAttach";
import { usePaste } from "./usePaste";
import "./papers.css";

/** Documents and photos: dropped, picked or pasted; kept once by their content. */
export function Documents({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const project = file.project.id;
  const papers = useAsk("attachment_list", { id: project });
  const { busy, fault, told, attach } = useAttach(project);
  const [seen, setSeen] = useState<AttachmentId | null>(null);
  const over = useFilesDrop((get) => void attach(get));
  usePaste((files) => void attach(() => Promise.all(files.map(handOver))));
  const list = papers.data?.list ?? [];
  const most = sizeWords(papers.data?.most ?? 0);
  const empty = list.length === 0 && papers.isSuccess;
  const pick = () => void attach(() => pickFiles(t("papers.files"), []));
  return (
    <div className={over ? "panel scrolls papers over" : "panel scrolls papers"}>
      {!empty && (
        <div className="bar">
          <span className="note cut">{t("papers.lead", { most })}</span>
          <span className="grow" />
          {busy && <span className="i2">{t("papers.busy")}</span>}
          <button type="button" className="btn s pri" disabled={busy} onClick={pick}>
            <Icon name="plus" />
            {t("papers.add")}
          </button>
        </div>
      )}
      <Problem text={fault && faultWords(fault)} />
      <Twice told={told} />
      {empty ? (
        <div className="hollow">
          <section className="empty">
            <h2>{t("papers.none")}</h2>
            <p className="i2">{t("papers.noneLead", { most })}</p>
            <div className="row">
              <button type="button" className="btn pri" disabled={busy} onClick={pick}>
                {t("papers.add")}
              </button>
              {busy && <span className="i2">{t("papers.busy")}</span>}
            </div>
          </section>
        </div>
      ) : (
        <table className="lines paperlines">
          <thead>
            <tr>
              <th scope="col" className="p-thumb" aria-label={t("papers.picture")} />
              <th scope="col">{t("papers.name")}</th>
              <th scope="col" className="p-kind">
                {t("papers.kindOf")}
              </th>
              <th scope="col" className="p-day">
                {t("papers.day")}
              </th>
              <th scope="col" className="num p-size">
                {t("papers.size")}
              </th>
              <th scope="col" className="p-added">
                {t("papers.added")}
              </th>
              <th scope="col">{t("field.note")}</th>
              <th scope="col" className="p-acts" aria-label={t("papers.acts")} />
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <PaperLine
                key={one.attachment.id}
                paper={one}
                start={file.starts.starts.find((start) => start.id === one.attachment.start) ?? null}
                onSee={() => setSeen(one.attachment.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {over && <div className="dropword">{t("papers.drop")}</div>}
      {seen && <Preview list={list.filter((one) => one.shown && one.here)} at={seen} onSee={setSeen} />}
    </div>
  );
}
