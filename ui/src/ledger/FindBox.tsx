import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";

interface Props {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Back into the rows. */
  onDone: () => void;
}

/** Narrows the rows while somebody types, but never in the middle of a composed word. Ctrl+F comes here. */
export function FindBox({ label, text: asked, onText, onDone }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const latest = useRef({ asked, onText });
  latest.current = { asked, onText };

  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!isIme(e) && (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "f") {
        e.preventDefault();
        box.current?.select();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);

  useEffect(() => {
    if (composing.current) return;
    const wait = setTimeout(() => {
      if (latest.current.asked !== text) latest.current.onText(text);
    }, 200);
    return () => clearTimeout(wait);
  }, [text]);

  // Cleared or set elsewhere (清除筛选, a view).
  useEffect(() => {
    if (document.activeElement !== box.current) setText(asked);
  }, [asked]);

  return (
    <search className="find-here">
      <Icon name="find" size={12} />
      <input
        ref={box}
        value={text}
        placeholder={label}
        aria-label={label}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(e) => {
          composing.current = false;
          setText(e.currentTarget.value);
        }}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (isIme(e)) return;
          if (e.key === "Escape" && text !== "") setText("");
          else if (e.key === "Escape" || e.key === "Enter" || e.key === "ArrowDown") onDone();
        }}
      />
      {text !== "" && (
        <button type="button" aria-label={t("act.clear")} onClick={() => setText("")}>
          <Icon name="x" size={12} />
        </button>
      )}
    </search>
  );
}
