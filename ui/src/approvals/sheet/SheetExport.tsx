import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exported, Fault, ProgressSheetProjects } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { useSubmit } from "../../controls/useSubmit";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { i18next } from "../../i18n";
import { act } from "../../query";
import { download, inWindow, openPath, pickSave, revealPath } from "../../rpc";

interface Props {
  projects: ProgressSheetProjects;
  /** Which projects these are, in words. */
  lead: string;
  onClose: () => void;
}

/** 手续办理进展表 out of the desk: items down, these projects across. */
export function SheetExport({ projects, lead, onClose }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const [done, setDone] = useState<Exported | null>(null);
  const { fault, submit } = useSubmit();
  const name = `${t("progress_sheet.file")} ${desk.today}.xlsx`;
  const run = () =>
    submit(async () => {
      const place = await pickSave(name);
      if (!place) return;
      const written = await act("progress_sheet_export", { file: place.file, projects, language: lang });
      setDone(written);
      if (!inWindow) download(written.file, name);
    });
  return (
    <Modal
      open
      title={t("progress_sheet.exportTitle")}
      onCancel={onClose}
      width={480}
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <button type="button" className="btn" onClick={onClose}>
            {t(done ? "act.close" : "act.cancel")}
          </button>
          {!done && (
            <button type="button" className="btn pri" onClick={() => void run()}>
              {t("progress_sheet.export")}
            </button>
          )}
        </div>
      }
    >
      <div className="asks">
        <p>{lead}</p>
        <p className="note">{t("progress_sheet.exportLead")}</p>
        {done && (
          <p role="status" className="row">
            {t("progress_sheet.exported", { count: done.rows })}
            {inWindow ? (
              <>
                <button type="button" className="link" onClick={() => void openPath(done.file)}>
                  {t("export.open")}
                </button>
                <button type="button" className="link" onClick={() => void revealPath(done.file)}>
                  {t("export.reveal")}
                </button>
              </>
            ) : (
              <button type="button" className="link" onClick={() => download(done.file, name)}>
                {t("export.download")}
              </button>
            )}
          </p>
        )}
        <Problem text={fault && exportFault(fault)} />
      </div>
    </Modal>
  );
}

/** Too many columns, or none. */
export function exportFault(fault: Fault): string {
  const { t } = i18next;
  const found = fault.fields.find((one) => one.field === "projects");
  if (found?.rule === "out_of_range")
    return t("progress_sheet.tooMany", { most: found.params.most, n: found.params.count });
  return found ? t("progress_sheet.noProjects") : faultWords(fault);
}
