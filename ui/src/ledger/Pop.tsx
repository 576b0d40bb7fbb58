import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isIme } from "../lib/ime";

export interface At {
  left: number;
  top: number;
  bottom: number;
}

export const below = (of: Element): At => {
  const { left, top, bottom } = of.getBoundingClientRect();
  return { left, top, bottom };
};

interface Props {
  at: At;
  label: string;
  width?: number;
  onClose: () => void;
  children: ReactNode;
}

const FOCUSABLE = "input, button, select, textarea, [tabindex='0']";

/** A small panel that floats under what opened it; Escape or a click elsewhere closes it, Tab stays inside. */
export function Pop({ at, label, width = 264, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; max: number } | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const panel = box.current;
    if (!panel) return;
    const settle = () => {
      const { innerWidth, innerHeight } = window;
      const room = innerHeight - at.bottom - 12;
      const above = room < Math.min(panel.scrollHeight, 280) && at.top > room;
      const max = Math.max(160, above ? at.top - 16 : room);
      const high = Math.min(panel.scrollHeight, max);
      setPlace({
        left: Math.max(8, Math.min(at.left, innerWidth - width - 8)),
        top: above ? at.top - high - 4 : at.bottom + 4,
        max,
      });
    };
    settle();
    const watch = new ResizeObserver(settle);
    for (const child of panel.children) watch.observe(child);
    return () => watch.disconnect();
  }, [at, width]);

  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("[data-first]") ?? box.current?.querySelector(FOCUSABLE);
    (first as HTMLElement | null)?.focus({ preventScroll: true });
    const away = (e: MouseEvent) => {
      const { target } = e;
      if (!(target instanceof Element)) return;
      if (!box.current?.contains(target) && !target.closest(".ant-select-dropdown, .ant-picker-dropdown"))
        close.current();
    };
    window.addEventListener("mousedown", away, true);
    return () => window.removeEventListener("mousedown", away, true);
  }, []);

  return (
    <div
      ref={box}
      className="pop float"
      role="dialog"
      aria-label={label}
      style={{ width, left: place?.left ?? at.left, top: place?.top ?? at.bottom, maxHeight: place?.max }}
      onKeyDown={(e) => {
        if (isIme(e)) return;
        e.stopPropagation();
        if (e.key === "Escape") onClose();
        if (e.key === "Tab") turn(e, box.current);
      }}
    >
      {children}
    </div>
  );
}

/** From the last control on to the first, and back. */
function turn(e: { shiftKey: boolean; preventDefault: () => void }, box: HTMLElement | null) {
  const all = [...(box?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
    (one) => !one.hasAttribute("disabled") && one.tabIndex >= 0,
  );
  const edge = e.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== edge) return;
  e.preventDefault();
  (e.shiftKey ? all.at(-1) : all[0])?.focus();
}
