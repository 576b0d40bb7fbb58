import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exported, Fault } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { act } from "../query";
import { downloadUrl, inWindow, openPath, pickSave, Refused, revealPath } from "../rpc";

/** The book as a workbook that reads back without a change. */
export function BookExport({ masked: shownMasked, onClose }: { masked: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const [masked, setMasked] = useState(shownMasked);
  const [done, setDone] = useState<Exported | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const name = `${t("peoplePage.book")} ${desk.today}.xlsx`;
  const save = (file: string) => {
    const link = document.createElement("a");
    link.href = downloadUrl(file);
    link.download = name;
    link.click();
  };
  const run = async () => {
    setFault(null);
    try {
      const place = await pickSave(name);
      if (!place) return;
      const written = await act("book_export", { file: place.file, masked, language: lang });
      setDone(written);
      if (!inWindow) save(written.file);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <Modal
      open
      title={t("book.exportTitle")}
      onCancel={onClose}
      width={440}
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <button type="button" className="btn" onClick={onClose}>
            {t(done ? "act.close" : "act.cancel")}
          </button>
          {!done && (
            <button type="button" className="btn pri" onClick={() => void run()}>
              {t("book.export")}
            </button>
          )}
        </div>
      }
    >
      <div className="asks">
        <p className="note">{t("book.exportLead")}</p>
        <Tick checked={masked} disabled={done !== null} onTick={setMasked}>
          {t("book.masked")}
        </Tick>
        {done && (
          <p role="status" className="row">
            {t("book.exported", { count: done.rows })}
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
              <button type="button" className="link" onClick={() => save(done.file)}>
                {t("export.download")}
              </button>
            )}
          </p>
        )}
        <Problem text={fault && faultWords(fault)} />
      </div>
    </Modal>
  );
}
