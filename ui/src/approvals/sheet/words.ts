/** What a cell would record, and what the desk has instead, in words. */
import type { ProgressSheetCell } from "../../bindings/types";
import { i18next, stateWord } from "../../i18n";

/** Parts of one fact stand beside each other. */
const joined = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" ");

/** 准予许可 2022-03-02 地字第…号, or only the number that is added. */
export function newWords(cell: ProgressSheetCell): string {
  const { t } = i18next;
  if (cell.waived !== null) return t("progress_sheet.waive", { reason: cell.waived });
  const undated = cell.told === null ? "undated" : "onlyTold";
  const day = cell.on && (cell.undated ? t(`progress_sheet.${undated}`, { day: cell.on, told: cell.told }) : cell.on);
  // The day of a certificate is told where it is not the step's.
  const issued =
    cell.certificate_on && cell.certificate_on !== cell.on
      ? t("progress_sheet.certificateOn", { day: cell.certificate_on })
      : null;
  const number = cell.certificate && t("progress_sheet.certificate", { number: cell.certificate });
  const note = cell.note && t("progress_sheet.note", { text: cell.note });
  return joined([cell.state && stateWord(cell.kind, cell.state), day, number, issued, note]);
}

export function deskWords({ desk, kind }: ProgressSheetCell): string {
  const { t } = i18next;
  const number = desk.certificate && t("progress_sheet.certificate", { number: desk.certificate });
  const issued =
    desk.certificate_on && desk.certificate_on !== desk.on
      ? t("progress_sheet.certificateOn", { day: desk.certificate_on })
      : null;
  const note = desk.note && t("progress_sheet.note", { text: desk.note });
  return joined([stateWord(kind, desk.state), desk.on, number, issued, note]);
}
