import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { type LedgerSearch, withText } from "./search";

interface Props {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  /** Back into the sheet. */
  onDone: () => void;
}

/** Narrows the ledger while somebody types, but never in the middle of a composed word. Ctrl+F comes here. */
export function FindBox({ search, onSearch, onDone }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.text ?? "");
  const box = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const latest = useRef({ search, onSearch });
  latest.current = { search, onSearch };

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
      const { search: now, onSearch: change } = latest.current;
      if ((now.text ?? "") !== text) change(withText(now, text));
    }, 200);
    return () => clearTimeout(wait);
  }, [text]);

  // Cleared or set elsewhere (清除筛选, a view).
  useEffect(() => {
    if (document.activeElement !== box.current) setText(search.text ?? "");
  }, [search.text]);

  return (
    <search className="find-here">
      <Icon name="find" size={12} />
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
