import { useTranslation } from "react-i18next";
import type { Fault, ProgressSheetProjects } from "../../bindings/types";
import { WorkbookExport } from "../../controls/WorkbookExport";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { i18next } from "../../i18n";
import { act } from "../../query";

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
  return (
    <WorkbookExport
      title={t("progress_sheet.exportTitle")}
      action={t("progress_sheet.export")}
      name={`${t("progress_sheet.file")} ${desk.today}.xlsx`}
      width={480}
      write={(file) => act("progress_sheet_export", { file, projects, language: lang })}
      told={(count) => t("progress_sheet.exported", { count })}
      refused={exportFault}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{lead}</p>
          <p className="note">{t("progress_sheet.exportLead")}</p>
        </>
      )}
    </WorkbookExport>
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
