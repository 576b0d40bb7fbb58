import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exported, Fault } from "../bindings/types";
import { faultWords } from "../errors";
import { download, inWindow, openPath, pickSave, revealPath } from "../rpc";
import { Problem } from "./Problem";
import { useSubmit } from "./useSubmit";

interface Props {
  title: string;
  /** Of the button that writes it. */
  action: string;
  /** Name of the file, with its kind. */
  name: string;
  width: number;
  write: (file: string) => Promise<Exported>;
  /** What was written, in words. */
  told: (rows: number) => string;
  /** Why nothing could be, where the usual words do not say it. */
  refused?: (fault: Fault) => string;
  onClose: () => void;
  /** What is asked or said before; `done` once it is written. */
  children: (done: boolean) => ReactNode;
}

/** Writes one workbook where the person wants it, and then offers to open it. */
export function WorkbookExport({ title, action, name, width, write, told, refused, onClose, children }: Props) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Exported | null>(null);
  const { fault, submit } = useSubmit();
  const run = () =>
    submit(async () => {
      const place = await pickSave(name);
      if (!place) return;
      const written = await write(place.file);
      setDone(written);
      if (!inWindow) download(written.file, name);
    });
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={width}
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <button type="button" className="btn" onClick={onClose}>
            {t(done ? "act.close" : "act.cancel")}
          </button>
          {!done && (
            <button type="button" className="btn pri" onClick={() => void run()}>
              {action}
            </button>
          )}
        </div>
      }
    >
      <div className="asks">
        {children(done !== null)}
        {done && (
          <p role="status" className="row">
            {told(done.rows)}
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
        <Problem text={fault && (refused ?? faultWords)(fault)} />
      </div>
    </Modal>
  );
}
