import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateSheet, TemplateVersionId, VersionLine } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault, unfilled } from "../errors";
import { act } from "../query";
import { DifferenceTable } from "./DifferenceTable";
import { Faults } from "./Faults";
import { useTemplateWords } from "./words";

interface Props {
  sheet: TemplateSheet;
  version: TemplateVersionId;
  before: VersionLine;
  /** Checklists that were begun, by whatever version. */
  running: number;
  onGo: (code: string) => void;
  onClose: () => void;
  onReleased: () => void;
}

/** What a draft changes, before it is released; what stands against it where something does. */
export function ReleaseDialog({ sheet, version, before, running, onGo, onClose, onReleased }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const { fault: refused, submit } = useSubmit();
  const fault = unfilled(refused, { note });
  const name = words.version(sheet.version);
  const { faults } = sheet;
  const blocked = faults.length > 0;
  const release = () => {
    setBusy(true);
    void submit(() => act("template_release", { version, note }), onReleased).finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      title={t("template.releaseTitle", { version: name })}
      onCancel={onClose}
      footer={null}
      width={880}
      centered
      className="lib-dialog"
    >
      <div className="asks">
        <section
          className="lib-dialog-body scrolls"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
          tabIndex={0}
          aria-label={t("template.releaseChanges", { version: words.version(before) })}
        >
          {blocked && (
            <>
              <p className="red">{t("template.releaseBlocked", { count: faults.length })}</p>
              <Faults faults={faults} items={sheet.items.map((line) => line.row)} onGo={onGo} />
            </>
          )}
          <p className="b">{t("template.releaseChanges", { version: words.version(before) })}</p>
          <DifferenceTable from={before.id} to={version} />
        </section>
        {!blocked && (
          <>
            <div className="lib-note">
              <label htmlFor="lib-note">{t("template.releaseNote")}</label>
              <div>
                <input
                  id="lib-note"
                  className="field"
                  value={note}
                  placeholder={t("template.releaseExample")}
                  onChange={(e) => setNote(e.target.value)}
                />
                <Problem text={fieldFault(fault, "note")} />
              </div>
            </div>
            <p className="i2">{t("template.releaseStay", { count: running })}</p>
          </>
        )}
        <Problem text={fault && !fieldFault(fault, "note") ? faultWords(fault) : null} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {t("act.back")}
          </button>
          {!blocked && (
            <button type="button" className="btn pri" disabled={busy} onClick={release}>
              {t("template.releaseDo", { version: name })}
            </button>
          )}
        </div>
      </div>
    </Modal>
  );
}
