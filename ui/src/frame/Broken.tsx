import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { faultWords } from "../errors";

interface Props {
  fault: Fault;
  retry: () => void;
  /** What failed, where it is not the desk. */
  title?: string;
  /** Instead of the fault's own words. */
  words?: string;
  children?: ReactNode;
}

/** A fault that concerns the whole page, with its remedies as buttons. */
export function Broken({ fault, retry, title, words, children }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`${fault.code} ${JSON.stringify(fault.params)} ${fault.detail}`);
    setCopied(true);
  };
  return (
    <div className="broken">
      <div className="banner" role="alert">
        <b>{title ?? t("broken.title")}</b>
        <p>{words ?? faultWords(fault)}</p>
        <div className="row">
          <button type="button" className="btn pri" onClick={retry}>
            {t("act.retry")}
          </button>
          <button type="button" className="btn" onClick={() => void copy()}>
            {copied ? t("act.copied") : t("act.copyDetails")}
          </button>
        </div>
      </div>
      {children}
    </div>
  );
}
