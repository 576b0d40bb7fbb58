import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import type { LedgerSearch } from "./search";

interface Props {
  search: LedgerSearch;
  onChange: (search: LedgerSearch) => void;
}

/** Finds while typing, but never in the middle of a composed word. Ctrl+F comes here; Ctrl+K finds everything. */
export function FindBox({ search, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.text ?? "");
  const box = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const latest = useRef({ search, onChange });
  latest.current = { search, onChange };

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
      const { search: now, onChange: change } = latest.current;
      if ((now.text ?? "") === text) return;
      const { text: _, ...rest } = now;
      change(text === "" ? rest : { ...rest, text });
    }, 200);
    return () => clearTimeout(wait);
  }, [text]);

  // Cleared elsewhere (清除筛选).
  useEffect(() => {
    if (search.text === undefined && document.activeElement !== box.current) setText("");
  }, [search.text]);

  return (
    <search className="find">
      <Icon name="find" />
      <input
        ref={box}
        value={text}
        placeholder={t("ledger.find")}
        aria-label={t("ledger.find")}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(e) => {
          composing.current = false;
          setText(e.currentTarget.value);
        }}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === "Escape" && !isIme(e)) setText("");
        }}
      />
      {text === "" ? (
        <kbd>Ctrl F</kbd>
      ) : (
        <button type="button" className="btn flat s sq" aria-label={t("act.clear")} onClick={() => setText("")}>
          <Icon name="x" size={12} />
        </button>
      )}
    </search>
  );
}
