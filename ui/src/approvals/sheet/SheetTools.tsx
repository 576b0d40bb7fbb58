import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressSheetProjects } from "../../bindings/types";
import { Icon } from "../../frame/icons";
import { later } from "../../lib/later";
import { tryTo } from "../../query";
import { type Chosen, pickFile } from "../../rpc";

const SheetImport = later(() => import("./SheetImport"), "SheetImport");
const SheetExport = later(() => import("./SheetExport"), "SheetExport");

/** Picks a 手续办理进展表 and shows what it would do. */
export function ImportSheet({ className = "btn s" }: { className?: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const pick = () => tryTo(async () => setChosen(await pickFile(t("progress_sheet.kinds"), ["xlsx", "xls", "csv"])));
  return (
    <>
      <button type="button" className={className} title={t("progress_sheet.importWhy")} onClick={() => void pick()}>
        <Icon name="in" size={12} />
        {t("progress_sheet.import")}
      </button>
      {chosen && <SheetImport key={chosen.file} chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

interface ExportProps {
  projects: ProgressSheetProjects;
  lead: string;
}

/** Writes the approvals of these projects as such a sheet. */
export function ExportSheet({ projects, lead }: ExportProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn s" title={t("progress_sheet.exportWhy")} onClick={() => setOpen(true)}>
        <Icon name="out" size={12} />
        {t("progress_sheet.export")}
      </button>
      {open && <SheetExport projects={projects} lead={lead} onClose={() => setOpen(false)} />}
    </>
  );
}
