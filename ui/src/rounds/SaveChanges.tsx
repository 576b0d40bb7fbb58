import { useTranslation } from "react-i18next";
import type { ExportChanges } from "../bindings/types";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";
import { download, inWindow, openPath, pickSave } from "../rpc";

/** 红字变化稿 as a workbook: where to, then written and opened, or sent down in the browser. */
export function SaveChanges({ what, name }: { what: Partial<ExportChanges>; name: string }) {
  const { t } = useTranslation();
  const run = async () => {
    const place = await pickSave(`${name.replaceAll(/[\\/:*?"<>|]/g, " ")}.xlsx`);
    if (!place) return;
    const blank = { round: null, with: null, from: null, to: null };
    const written = await act("changes_export", { ...blank, ...what, file: place.file });
    if (inWindow) await openPath(written.file);
    else download(written.file, place.name);
  };
  return (
    <button type="button" className="btn s" onClick={() => void tryTo(run)}>
      <Icon name="out" />
      {t("rounds.saveRed")}
    </button>
  );
}
