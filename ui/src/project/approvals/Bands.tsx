import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../frame/icons";
import { useLow } from "../fold";

/** A line of its own among what is said. */
const LINES = ":scope > :not(.path-head), :scope > .path-head > *";

/** What is said above the list: a line each where the window is high, else the first of them, and the others when asked for. */
export function Bands({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const low = useLow();
  const box = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const [open, setOpen] = useState(false);
  // They come one by one as they are answered, and some not at all.
  useLayoutEffect(() => {
    const bands = box.current;
    if (!bands) return;
    const see = () => setCount(bands.querySelectorAll(LINES).length);
    see();
    const seen = new MutationObserver(see);
    seen.observe(bands, { childList: true, subtree: true });
    return () => seen.disconnect();
  }, []);
  const more = low && count > 1;
  return (
    <section className={more ? "bands more" : "bands"} aria-label={t("head.bands")}>
      <div ref={box} className={more && !open ? "bands-lines one" : "bands-lines"}>
        {children}
      </div>
      {more && (
        <button type="button" className="link t12 bands-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("head.bandsLess") : t("head.bandsMore", { count: count - 1 })}
          <Icon name={open ? "up" : "down"} size={12} />
        </button>
      )}
    </section>
  );
}
