import { useEffect } from "react";
import { isTyping } from "../../lib/ime";

/** Ctrl+V anywhere but in a text: a screenshot, or copied files. */
export function usePaste(take: (files: File[]) => void) {
  useEffect(() => {
    const hear = (e: ClipboardEvent) => {
      const files = [...(e.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(e.target)) return;
      e.preventDefault();
      take(files);
    };
    window.addEventListener("paste", hear);
    return () => window.removeEventListener("paste", hear);
  });
}
