import { useEffect } from "react";

/** A dialog that goes away gives the focus back to what it was opened from, unless somebody went on meanwhile. */
export function useGiveBack(): void {
  useEffect(() => {
    const from = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        const held = document.activeElement;
        if (held !== null && held !== document.body) return;
        if (from instanceof HTMLElement && from.isConnected) from.focus();
      });
    };
  }, []);
}
