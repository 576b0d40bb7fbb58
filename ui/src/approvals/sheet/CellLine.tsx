import { useTranslation } from "react-i18next";
import type { ProgressSheetCell } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { Tick } from "../../controls/Tick";
import { useDesk } from "../../desk";
import { ruleWords } from "../../errors";
import { nameOf } from "../words";
import { deskWords, newWords } from "./words";

interface Props {
  cell: ProgressSheetCell;
  taken: boolean;
  onTake: (on: boolean) => void;
}

/** A cell that says something the desk does not know, and what comes of it. */
export function CellLine({ cell, taken, onTake }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const name = nameOf(cell, lang);
  return (
    <tr>
      <td className="i3">{cell.cell}</td>
      <td className="wrap">{name}</td>
      <td className="wrap">{cell.text}</td>
      <td className="wrap">
        {cell.verdict === "fault" && cell.fault && <Problem text={ruleWords(cell.fault)} />}
        {cell.verdict === "new" && newWords(cell)}
        {cell.verdict === "differs" && (
          <div className="ps-differs">
            <span>
              <span className="tag amber">{t("progress_sheet.differs")}</span>{" "}
              {t("progress_sheet.deskSays", { words: deskWords(cell) })}
            </span>
            {cell.takes ? (
              <Tick checked={taken} onTick={onTake}>
                {t("progress_sheet.take", { words: newWords(cell) })}
              </Tick>
            ) : (
              <span className="note">{t("progress_sheet.stays")}</span>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}
