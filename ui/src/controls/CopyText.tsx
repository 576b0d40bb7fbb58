import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../paper/clipboard";

/** A code or a number that is copied by a click; it says so in its place. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const wait = setTimeout(() => setDone(false), 1500);
    return () => clearTimeout(wait);
  }, [done]);
  const copy = async () => {
    await copyText(text);
    setDone(true);
  };
  return (
    <button type="button" className="copytext" title={t("copy.one", { what })} onClick={() => void copy()}>
      <span>{text}</span>
      <span className="acc" role="status">
        {done ? t("act.copied") : ""}
      </span>
    </button>
  );
}
