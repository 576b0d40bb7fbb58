import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Tick } from "../controls/Tick";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { useAsk } from "../query";
import { BookExport } from "./BookExport";
import { BookImport } from "./BookImport";
import { PeopleTable } from "./PeopleTable";
import { UnitHead } from "./UnitHead";
import { UnitList } from "./UnitList";

/** 通讯录: units in official order, and in each the people to call. */
export function Book() {
  const { t } = useTranslation();
  const { unit, find, adds } = useSearch({ from: "/people" });
  const navigate = useNavigate();
  const [text, setText] = useState(find ?? "");
  const [masked, setMasked] = useState(false);
  const [former, setFormer] = useState(false);
  const [all, setAll] = useState(false);
  const [blank, setBlank] = useState(false);
  const [dialog, setDialog] = useState<"import" | "export" | null>(null);
  useEffect(() => setText(find ?? ""), [find]);
  const asked = useAsk("book_get", { text: text.trim() === "" ? null : text, former });
  const go = (to: string | undefined) =>
    void navigate({ to: "/people", search: to === undefined ? {} : { unit: to }, replace: true });
  /** A unit that was added for somebody: who is added to it next. */
  const made = (to: string) =>
    void navigate({ to: "/people", search: { unit: to, ...(adds !== undefined && { adds }) }, replace: true });
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  const book = asked.data;
  if (!book) return null;
  const finding = text.trim() !== "";
  const units = book.units.filter((one) => one.unit !== null);
  const empty = !finding && units.length === 0;
  const one = finding ? undefined : units.find((u) => u.unit?.id === unit);
  const shown = finding || !one ? book.units : [one];
  const peopled = shown.filter((u) => u.people.length > 0);
  // A page of empty units only is what somebody is about to fill.
  const left = finding || one || blank || peopled.length === 0 ? 0 : units.filter((u) => u.people.length === 0).length;
  return (
    <>
      <div className="bar">
        <FindPeople key={find ?? ""} first={find ?? ""} onFind={setText} />
        <Tick checked={masked} onTick={setMasked}>
          {t("book.masked")}
        </Tick>
        <Tick checked={former} onTick={setFormer}>
          {t("book.former")}
        </Tick>
        {!one && (
          <Tick checked={all} onTick={setAll}>
            {t("book.allColumns")}
          </Tick>
        )}
        <span className="note">{t("book.sum", { people: book.people, vacant: book.vacant, count: units.length })}</span>
        <div className="grow" />
        <button type="button" className="btn s" onClick={() => setDialog("import")}>
          <Icon name="in" size={12} />
          {t("book.import")}
        </button>
        <button type="button" className="btn s" disabled={empty} onClick={() => setDialog("export")}>
          <Icon name="out" size={12} />
          {t("book.export")}
        </button>
      </div>
      <div className="two-panes">
        <UnitList
          units={units}
          people={book.people}
          at={one?.unit?.id}
          finding={finding}
          adds={one ? undefined : adds}
          onGo={go}
          onMade={made}
        />
        <div className="scrolls pane">
          {empty && <EmptyBook onImport={() => setDialog("import")} />}
          {one?.unit && (
            <UnitHead unit={one.unit} units={units.flatMap((u) => u.unit ?? [])} onGone={() => go(undefined)} />
          )}
          {!empty && (
            <PeopleTable
              units={left > 0 ? peopled : shown}
              grouped={!one}
              masked={masked}
              former={former}
              all={all}
              adds={adds !== undefined}
            />
          )}
          {left > 0 && (
            <p className="left">
              <button type="button" className="link" onClick={() => setBlank(true)}>
                {t("book.blankOther", { count: left })}
              </button>
            </p>
          )}
          {finding && shown.length === 0 && <p className="none note">{t("book.notFound")}</p>}
        </div>
      </div>
      {dialog === "import" && <BookImport onClose={() => setDialog(null)} />}
      {dialog === "export" && <BookExport masked={masked} onClose={() => setDialog(null)} />}
    </>
  );
}

function EmptyBook({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="empty">
      <h2>{t("book.none")}</h2>
      <p className="i2">{t("book.noneLead")}</p>
      <button type="button" className="btn pri" onClick={onImport}>
        <Icon name="in" />
        {t("book.import")}
      </button>
      <p className="note">{t("book.noneOr")}</p>
    </section>
  );
}

/** Finds while typing, but never in the middle of a composed word; Ctrl+F comes here. */
function FindPeople({ first, onFind }: { first: string; onFind: (text: string) => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (isIme(e) || !(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== "f") return;
      e.preventDefault();
      box.current?.select();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <search className="book-find">
      <input
        ref={box}
        className="field"
        defaultValue={first}
        placeholder={t("book.find")}
        aria-label={t("book.find")}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(e) => {
          composing.current = false;
          onFind(e.currentTarget.value);
        }}
        onChange={(e) => {
          if (!composing.current) onFind(e.target.value);
        }}
        onKeyDown={(e) => {
          if (isIme(e) || e.key !== "Escape") return;
          e.currentTarget.value = "";
          onFind("");
        }}
      />
    </search>
  );
}
