import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exported } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { act } from "../query";
import { download, inWindow, openPath, pickSave, revealPath } from "../rpc";

/** The book as a workbook that reads back without a change. */
export function BookExport({ masked: shownMasked, onClose }: { masked: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const [masked, setMasked] = useState(shownMasked);
  const [done, setDone] = useState<Exported | null>(null);
  const { fault, submit } = useSubmit();
  const name = `${t("peoplePage.book")} ${desk.today}.xlsx`;
  const run = () =>
    submit(async () => {
      const place = await pickSave(name);
      if (!place) return;
      const written = await act("book_export", { file: place.file, masked, language: lang });
      setDone(written);
      if (!inWindow) download(written.file, name);
    });
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
              <button type="button" className="link" onClick={() => download(done.file, name)}>
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
