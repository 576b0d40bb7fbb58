import { useEffect, useRef } from "react";

/** What one types or chooses in; of several choices side by side the one that holds. */
const FIELD = [
  "input:not([type=hidden], :disabled)",
  "textarea:not(:disabled)",
  "[role=group] > button[aria-pressed=true]",
  "[role=group]:not(:has(> [aria-pressed=true])) > button",
  "button.ev",
].join(", ");

/** A form that was asked for begins at its first field; a dialog has noted by then whom to give the focus back to. */
export function useFirstField<E extends HTMLElement>(field: string = FIELD) {
  const box = useRef<E>(null);
  useEffect(() => {
    const soon = requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(field)?.focus());
    return () => cancelAnimationFrame(soon);
  }, [field]);
  return box;
}
