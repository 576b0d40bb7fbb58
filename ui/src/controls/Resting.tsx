import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import "./editable.css";

interface Props {
  place: Ref<HTMLButtonElement>;
  label: string;
  /** What stands there; nothing shows as a dash. */
  shown: ReactNode;
  /** The same for a screen reader, where it is more than text. */
  said?: string | undefined;
  onOpen: () => void;
}

/** A field at rest: reads like text, opens on click, Enter or F2. */
export function Resting({ place, label, shown, said, onOpen }: Props) {
  const { t } = useTranslation();
  const blank = shown === "" || shown === null || shown === undefined;
  const value = typeof shown === "string" ? shown : (said ?? "");
  return (
    <button
      ref={place}
      type="button"
      className={blank ? "ev blank" : "ev"}
      aria-label={t("edit.field", { label, value })}
      onClick={onOpen}
      onKeyDown={(e) => {
        if (e.key === "F2") onOpen();
      }}
    >
      {blank ? t("edit.blank") : shown}
    </button>
  );
}
