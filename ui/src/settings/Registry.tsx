import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { Icon } from "../frame/icons";
import { Refused } from "../rpc";

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

/** Runs an addition and keeps what it was refused with, for the words under the line. */
export function useAdding() {
  const [fault, setFault] = useState<Fault | null>(null);
  const add = async (run: () => Promise<unknown>, then: () => void) => {
    try {
      await run();
      setFault(null);
      then();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return { fault, add };
}
