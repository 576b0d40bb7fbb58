import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords } from "../errors";
import { forgetKept } from "../lib/kept";
import { useAsk } from "../query";
import { call } from "../rpc";
import { afresh } from "../sample/desks";
import { clearedLines } from "./cleared";
import { Lines } from "./Lines";
import { useTableName } from "./useTableName";

/** 清除本机数据: what would go, whether it stands elsewhere, and the office's name typed again. */
export function ClearDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useTableName();
  const look = useAsk("desk_clear_look", {});
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const { fault, submit } = useSubmit();
  const found = look.data;
  const send = (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    // Afterwards the first page stands here, with the certificate.
    void submit(
      () => call("desk_clear", { office: typed.trim() }),
      () => {
        forgetKept();
        void afresh();
      },
    ).finally(() => setBusy(false));
  };
  return (
    <Modal open title={t("safety.clear.title")} onCancel={onClose} width={560} footer={null}>
      <form className="asks" onSubmit={send}>
        {found && (
          <>
            <Lines lines={clearedLines(t, nameOf, found)} />
            {found.since > 0 && (
              <p className="amber">
                {t(
                  found.moved_away_ms === null && found.copied_off_ms === null
                    ? "safety.clear.never"
                    : "safety.clear.since",
                  { count: found.since },
                )}
              </p>
            )}
            <p className="note">{t("safety.clear.note")}</p>
            <div className="form">
              <label htmlFor="clear-office">{t("safety.clear.type")}</label>
              <input
                id="clear-office"
                className="field"
                value={typed}
                autoComplete="off"
                placeholder={found.office}
                onChange={(e) => setTyped(e.target.value)}
              />
            </div>
          </>
        )}
        <Problem text={(fault && faultWords(fault)) ?? (look.error && faultWords(look.error.fault))} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {t("act.cancel")}
          </button>
          <button type="submit" className="btn danger" disabled={!found || busy || typed.trim() !== found.office}>
            {t("safety.clear.go")}
          </button>
        </div>
      </form>
    </Modal>
  );
}
