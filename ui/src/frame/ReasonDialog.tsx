import { Modal } from "antd";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CorrectionReason } from "../bindings/types";
import { faultWords } from "../errors";
import { useAsking } from "./reason";

/** Asks why a closed period is changed, and who agreed; both stand in 改数登记. */
export function ReasonDialog() {
  const { t } = useTranslation();
  const asking = useAsking();
  if (!asking) return null;
  return (
    <Modal open title={t("correction.title")} width={480} onCancel={() => asking.answer(null)} footer={null}>
      <p className="i2">{faultWords(asking.fault)}</p>
      <Answer onSay={asking.answer} />
    </Modal>
  );
}

function Answer({ onSay }: { onSay: (said: CorrectionReason | null) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [agreed, setAgreed] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ready = reason.trim() !== "" && agreed.trim() !== "";
  const say = (e: FormEvent) => {
    e.preventDefault();
    if (ready) onSay({ reason: reason.trim(), agreed_by: agreed.trim() });
  };
  return (
    <form className="asks" onSubmit={say}>
      <div className="form">
        <label htmlFor="correction-reason">{t("correction.reason")}</label>
        <input
          id="correction-reason"
          className="field"
          ref={first}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
        <label htmlFor="correction-agreed">{t("correction.agreedBy")}</label>
        <input id="correction-agreed" className="field" value={agreed} onChange={(e) => setAgreed(e.target.value)} />
      </div>
      <div className="row" style={{ justifyContent: "flex-end" }}>
        <button type="button" className="btn" onClick={() => onSay(null)}>
          {t("act.cancel")}
        </button>
        <button type="submit" className="btn pri" disabled={!ready}>
          {t("correction.save")}
        </button>
      </div>
    </form>
  );
}
