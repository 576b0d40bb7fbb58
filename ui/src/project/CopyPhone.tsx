import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { barePhone } from "../lib/phone";
import { copyText } from "../paper/clipboard";

/** Beside a number that is edited by a click: copies it instead. */
export function CopyPhone({ phone: kept }: { phone: string }) {
  const { t } = useTranslation();
  const phone = barePhone(kept);
  const [done, setDone] = useState(false);
  const copy = async () => {
    await copyText(phone);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <button
      type="button"
      className="btn flat s sq"
      aria-label={t("copy.one", { what: phone })}
      title={t("copy.one", { what: phone })}
      onClick={() => void copy()}
    >
      <Icon name={done ? "check" : "copy"} size={12} />
    </button>
  );
}
