import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";

interface SheetProps {
  title: string;
  note: string;
  /** What is missing and what it is for, while there is nothing. */
  empty: { title: string; lead: string } | null;
  /** The table of what there is. */
  children: ReactNode;
  add: ReactNode;
}

/** One register of the office: what there is, and a line to add to it. */
export function Sheet({ title, note, empty, children, add }: SheetProps) {
  return (
    <div className="registry scrolls">
      <section aria-label={title}>
        <div className="cap">
          <h2>{title}</h2>
          <span className="n">{note}</span>
        </div>
        {empty ? (
          <div className="empty">
            <h2>{empty.title}</h2>
            <p className="i2">{empty.lead}</p>
            {add}
          </div>
        ) : (
          <>
            {children}
            {add}
          </>
        )}
      </section>
    </div>
  );
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="btn flat s sq" aria-label={t("registry.remove", { name })} onClick={onRemove}>
      <Icon name="x" size={12} />
    </button>
  );
}
