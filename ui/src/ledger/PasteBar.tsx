import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { wordDay } from "../lib/day";
import type { Blocks, Preview } from "./useBlocks";
import { columnWord } from "./words";

interface Props {
  preview: Preview;
  blocks: Blocks;
  onNext: () => void;
}

/** A block with faults waits here: what it would change, where the next fault is, and what to do with the rest. */
export function PasteBar({ preview, blocks, onNext }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { changed, faults, over, fixed } = preview;
  const month = preview.cells.find((cell) => cell.period !== null)?.period;
  const good = preview.checked.filter((cell) => cell.changed && cell.faults.every((fault) => fault.warning)).length;
  return (
    <div className="bulk paste" role="toolbar" aria-label={t("grid.pasting")}>
      <b>{t("grid.pasting")}</b>
      <span className="t12">{t("grid.pasteSays", { count: Math.min(changed, good) })}</span>
      {month && <span className="t12">{t("grid.intoMonth", { month: wordDay(`${month}-01/month`, lang) })}</span>}
      {faults > 0 && (
        <button type="button" className="link t12 red" onClick={onNext}>
          {t("grid.faults", { count: faults })}
        </button>
      )}
      {over > 0 && <span className="t12 i2">{t("grid.over", { count: over })}</span>}
      {fixed.length > 0 && (
        <span className="t12 i2 cut">{t("grid.fixed", { columns: fixed.map(columnWord).join(t("grid.comma")) })}</span>
      )}
      <button
        type="button"
        className={faults === 0 ? "btn s pri" : "btn s"}
        disabled={good === 0}
        onClick={blocks.write}
      >
        {faults > 0 ? t("grid.writeGood", { count: good }) : t("grid.write", { count: good })}
      </button>
      <button type="button" className="btn s flat" onClick={blocks.drop}>
        {t("grid.dropPaste")}
      </button>
    </div>
  );
}
