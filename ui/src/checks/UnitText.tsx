import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckRow } from "../bindings/types";
import { useDesk } from "../desk";
import { unitText } from "./text";

/** The text a unit is sent: to copy, or to read off where the telephone is the only way. */
export function UnitText({ name, rows, onClose }: { name: string; rows: CheckRow[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const [copied, setCopied] = useState(false);
  const text = unitText(name, rows, unit);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Modal
      open
      title={t("checks.textOf", { unit: name })}
      onCancel={onClose}
      width={560}
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <span className="note">{t("checks.chars", { n: [...text].length })}</span>
          <button type="button" className="btn pri" onClick={() => void copy()}>
            {t(copied ? "checks.copied" : "checks.copy")}
          </button>
        </div>
      }
    >
      <textarea className="field" readOnly rows={8} aria-label={t("checks.text")} value={text} />
    </Modal>
  );
}
