import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Tick } from "../controls/Tick";
import { WorkbookExport } from "../controls/WorkbookExport";
import { useDesk } from "../desk";
import { act } from "../query";

/** The book as a workbook that reads back without a change. */
export function BookExport({ masked: shownMasked, onClose }: { masked: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const [masked, setMasked] = useState(shownMasked);
  return (
    <WorkbookExport
      title={t("book.exportTitle")}
      action={t("book.export")}
      name={`${t("peoplePage.book")} ${desk.today}.xlsx`}
      width={440}
      write={(file) => act("book_export", { file, masked, language: lang })}
      told={(count) => t("book.exported", { count })}
      onClose={onClose}
    >
      {(done) => (
        <>
          <p className="note">{t("book.exportLead")}</p>
          <Tick checked={masked} disabled={done} onTick={setMasked}>
            {t("book.masked")}
          </Tick>
        </>
      )}
    </WorkbookExport>
  );
}
