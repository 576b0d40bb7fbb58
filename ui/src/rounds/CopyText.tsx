import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AskText } from "../bindings/types";
import { Icon } from "../frame/icons";
import { tryTo } from "../query";
import { call } from "../rpc";

/** Copies a text for WeChat or the telephone, and shows what was copied. */
export function CopyText({ ask, label, quiet }: { ask: AskText; label: string; quiet?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    const { value } = await call("round_text", ask);
    await navigator.clipboard.writeText(value.text);
    setCopied(value.text);
  };
  return (
    <button
      type="button"
      className={quiet ? "link" : "btn s"}
      title={copied ?? undefined}
      aria-label={quiet ? `${label} ${quiet}` : undefined}
      onClick={() => void tryTo(copy)}
      onBlur={() => setCopied(null)}
    >
      <Icon name={copied ? "check" : "phone"} size={quiet ? 12 : 16} />
      {copied ? t("act.copied") : label}
    </button>
  );
}
