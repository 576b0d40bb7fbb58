import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DoubtKind, Fault } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { Lamp } from "../frame/icons";
import { call, inWindow, Refused } from "../rpc";
import { type Draft, yearOf } from "./draft";
import { readFile } from "./file";
import { useDayWords } from "./words";

interface Props {
  draft: Draft;
  put: (set: Partial<Draft>) => void;
}

/** The notice's own text, or a list of days: pasted, chosen as a file, or dropped; and what could not be understood of it. */
export function PasteText({ draft, put }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<Fault | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // What is answered to an earlier text counts no longer.
  const turn = useRef(0);
  useEffect(() => box.current?.focus(), []);

  const begin = () => {
    turn.current += 1;
    setFault(null);
    setUnreadable(null);
    return turn.current;
  };
  const write = (text: string) => {
    begin();
    put({ text, read: null });
  };
  const read = async (text: string) => {
    const mine = begin();
    try {
      const found = (await call("calendar_notice_read", { text, year: yearOf(draft) })).value;
      if (mine !== turn.current) return;
      put({
        text,
        read: { changes: found.changes, doubts: found.doubts },
        // What the text does not say stays as it was typed.
        ...(found.year === null ? {} : { year: String(found.year) }),
        ...(found.published_on === null ? {} : { published_on: found.published_on }),
        ...(found.number === null ? {} : { number: found.number }),
        ...(found.days.length === 0 ? {} : { days: found.days }),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (mine === turn.current) setFault(error.fault);
    }
  };
  const take = async (chosen: FileList | null) => {
    const [one] = chosen ?? [];
    if (!one) return;
    const mine = begin();
    const text = await readFile(one).catch(() => null);
    if (mine !== turn.current) return;
    if (text === null) setUnreadable(one.name);
    else await read(text);
  };
  const drop = (e: DragEvent) => {
    if (!e.dataTransfer.types.includes("Files")) return;
    e.preventDefault();
    setOver(false);
    void take(e.dataTransfer.files);
  };
  return (
    <section className="group">
      <div className="cap">
        <h2>
          <label htmlFor="cal-text">{t("calendar.text.title")}</label>
        </h2>
      </div>
      <textarea
        ref={box}
        id="cal-text"
        className={over ? "field focus" : "field"}
        rows={4}
        value={draft.text}
        placeholder={t(inWindow ? "calendar.text.example" : "calendar.text.exampleDrop")}
        onChange={(e) => write(e.target.value)}
        onDragOver={(e) => {
          if (!e.dataTransfer.types.includes("Files")) return;
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <div className="row cal-does">
        <button
          type="button"
          className="btn s"
          disabled={draft.text.trim() === ""}
          onClick={() => void read(draft.text)}
        >
          {t("calendar.text.read")}
        </button>
        <button type="button" className="btn s" onClick={() => file.current?.click()}>
          {t("calendar.text.file")}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".txt,.csv,.json"
          onChange={(e) => {
            void take(e.target.files);
            e.target.value = "";
          }}
        />
      </div>
      <Problem
        text={unreadable === null ? fault && faultWords(fault) : t("calendar.text.unreadable", { name: unreadable })}
      />
      <div role="status">{draft.read && <Read read={draft.read} />}</div>
    </section>
  );
}

/** What was understood, and line by line what was not. */
function Read({ read }: { read: NonNullable<Draft["read"]> }) {
  const { t } = useTranslation();
  const { holiday, join } = useDayWords(0);
  const said = (kind: DoubtKind) => t(`calendar.doubt.${kind}`);
  return (
    <>
      {read.changes.length > 0 && (
        <p className="note">{t("calendar.text.changes", { names: join(read.changes.map(holiday)) })}</p>
      )}
      {read.doubts.length === 0 ? (
        <p className="green t12">{t("calendar.text.clear")}</p>
      ) : (
        <>
          <p className="amber t12">{t("calendar.text.doubts", { count: read.doubts.length })}</p>
          <ul className="cal-doubts">
            {read.doubts.map((doubt) => (
              <li key={`${doubt.kind} ${doubt.line}`}>
                <Lamp shade="amber" label={said(doubt.kind)} />
                <span>
                  <b>{said(doubt.kind)}</b> <q>{doubt.line}</q>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
