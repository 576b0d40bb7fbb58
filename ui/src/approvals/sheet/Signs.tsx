import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ProgressSheetMeaning, ProgressSheetSign } from "../../bindings/types";
import { MEANINGS } from "./source";

interface Props {
  signs: readonly ProgressSheetSign[];
  onMean: (sign: string, meaning: ProgressSheetMeaning) => void;
}

/** Every sign of the file and what it means, those the program does not know first; one answer holds for all its cells. */
export function Signs({ signs, onMean }: Props) {
  const { t } = useTranslation();
  if (signs.length === 0) return null;
  const ordered = signs.toSorted((a, b) => Number(a.known) - Number(b.known));
  const word = (sign: string) => (sign === "" ? t("progress_sheet.blank") : sign);
  const options = MEANINGS.map((value) => ({ value, label: t(`progress_sheet.meaning.${value}`) }));
  return (
    <section className="ps-part" aria-label={t("progress_sheet.signs")}>
      <div className="cap">
        <h2>{t("progress_sheet.signs")}</h2>
        <span className="note">{t("progress_sheet.signsWhy")}</span>
      </div>
      <ul className="ps-signs">
        {ordered.map((sign) => (
          <li key={sign.sign} className={sign.meaning === null ? "ask" : undefined}>
            <b className="cut" title={word(sign.sign)}>
              {word(sign.sign)}
            </b>
            <span className="note">{t("progress_sheet.signCount", { count: sign.count, cell: sign.first })}</span>
            <Select
              size="small"
              aria-label={t("progress_sheet.means", { sign: word(sign.sign) })}
              value={sign.meaning}
              status={sign.meaning === null ? "warning" : undefined}
              placeholder={t("progress_sheet.ask")}
              options={options}
              onChange={(meaning: ProgressSheetMeaning) => onMean(sign.sign, meaning)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
