import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cleared } from "../bindings/types";
import { moment } from "../lib/day";
import { clearedLines } from "./cleared";
import { Lines } from "./Lines";
import { useTableName } from "./useTableName";
import "./safety.css";

/** 数据清除证明, kept until an office begins here: a line on the first page that opens the page to print. */
export function Certificate({ of }: { of: Cleared }) {
  const { t } = useTranslation();
  const nameOf = useTableName();
  const [open, setOpen] = useState(false);
  const lines = clearedLines(t, nameOf, of, true);
  const text = lines.map(([what, value]) => `${what}\t${value}`).join("\n");
  return (
    <div className="row certified">
      <span className="grow" role="status">
        {t("safety.clear.done", { office: of.office, at: moment(of.ms) })}
      </span>
      <button type="button" className="btn s" onClick={() => setOpen(true)}>
        {t("safety.clear.certificate")}
      </button>
      <Modal
        open={open}
        title={t("safety.clear.certificate")}
        onCancel={() => setOpen(false)}
        width={560}
        footer={null}
      >
        <div className="asks checksheet">
          <h2 className="only-print">{t("safety.clear.certificate")}</h2>
          <Lines lines={lines} />
          <p className="note">{t("safety.clear.solid")}</p>
          <p className="only-print signs">{t("safety.clear.signs")}</p>
          <div className="row end no-print">
            <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(text)}>
              {t("safety.sheet.copy")}
            </button>
            <button type="button" className="btn pri" onClick={() => window.print()}>
              {t("safety.clear.print")}
            </button>
          </div>
        </div>
      </Modal>
    </div>
  );
}
