import { useEffect, useRef } from "react";

/** Brings the focus back to what was opened, once it is closed by key and stands there again: unless the person went on meanwhile. */
export function useReturn<E extends HTMLElement>(open: boolean) {
  const place = useRef<E>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (open || !wanted.current) return;
    wanted.current = false;
    const held = document.activeElement;
    if (held === null || held === document.body) place.current?.focus();
  }, [open]);
  return {
    place,
    back: () => {
      wanted.current = true;
    },
  };
}
