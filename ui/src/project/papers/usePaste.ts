import { useEffect, useRef } from "react";
import { isTyping } from "../../lib/ime";

type Take = { current: (files: File[]) => void };

/** Who takes what is pasted; a dialog over a page takes it alone. */
const takers: Take[] = [];

function hear(e: ClipboardEvent) {
  const files = [...(e.clipboardData?.files ?? [])];
  if (files.length === 0 || isTyping(e.target)) return;
  e.preventDefault();
  takers.at(-1)?.current(files);
}

/** Ctrl+V anywhere but in a text: a screenshot, or copied files. */
export function usePaste(take: (files: File[]) => void) {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    if (takers.length === 0) window.addEventListener("paste", hear);
    takers.push(now);
    return () => {
      takers.splice(takers.indexOf(now), 1);
      if (takers.length === 0) window.removeEventListener("paste", hear);
    };
  }, []);
}
