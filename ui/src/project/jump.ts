import { useEffect } from "react";
import { fieldWord } from "./words";

/** Comes from elsewhere to one field: it has the focus, so that Enter or F2 edits it. */
export function useJump(field: string | undefined): void {
  useEffect(() => {
    if (!field) return;
    const word = fieldWord(field);
    const fields = [...document.querySelectorAll<HTMLElement>("main button.ev")];
    fields.find((one) => one.getAttribute("aria-label")?.startsWith(word))?.focus();
  }, [field]);
}
