import { Modal } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookImported, BookPreview, BookSource, BookVerdict } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { act } from "../query";
import { call, pickFile } from "../rpc";
import { ImportLine } from "./ImportLine";

const VERDICTS = ["new", "changed", "unclear", "same"] as const satisfies readonly BookVerdict[];

/** 联络员表 into the book: a file or what was copied out of one; every line is shown before anything is written. */
export function BookImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [source, setSource] = useState<BookSource | null>(null);
  const [preview, setPreview] = useState<BookPreview | null>(null);
  const { fault, submit } = useSubmit();
  const [done, setDone] = useState<BookImported | null>(null);
  const look = (from: BookSource) =>
    submit(async () => {
      const { value } = await call("book_preview", from);
      setSource(from);
      setPreview(value);
    });
  return (
    <Modal open title={t("book.importTitle")} onCancel={onClose} footer={null} width={preview && !done ? 1040 : 640}>
      {done ? (
        <Done done={done} onClose={onClose} />
      ) : preview && source ? (
        <Preview
          preview={preview}
          source={source}
          onBack={() => setPreview(null)}
          onWrite={(input) => submit(async () => setDone(await act("book_import", input)))}
        />
      ) : (
        <Choose onChosen={(from) => void look(from)} />
      )}
      <Problem text={fault && faultWords(fault)} />
    </Modal>
  );
}

function Choose({ onChosen }: { onChosen: (source: BookSource) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const pick = async () => {
    const chosen = await pickFile(t("book.kinds"), ["xlsx", "xls", "csv"]);
    if (chosen) onChosen({ file: chosen.file, text: null });
  };
  return (
    <div className="asks">
      <p className="i2">{t("book.importLead")}</p>
      <div>
        <button type="button" className="btn pri" onClick={() => void pick()}>
          {t("import.pick")}
        </button>
      </div>
      <label htmlFor="book-paste">{t("book.paste")}</label>
      <textarea
        id="book-paste"
        className="field"
        rows={6}
        value={text}
        placeholder={t("book.pasteExample")}
        onChange={(e) => setText(e.target.value)}
      />
      <div>
        <button
          type="button"
          className="btn"
          disabled={text.trim() === ""}
          onClick={() => onChosen({ file: null, text })}
        >
          {t("book.look")}
        </button>
      </div>
    </div>
  );
}

interface PreviewProps {
  preview: BookPreview;
  source: BookSource;
  onBack: () => void;
  onWrite: (input: {
    source: BookSource;
    take: number[];
    apart: number[];
    reorder: boolean;
    on: string;
  }) => Promise<void>;
}

function Preview({ preview, source, onBack, onWrite }: PreviewProps) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { lines } = preview;
  const [take, setTake] = useState(
    () => new Set(lines.filter((l) => l.verdict === "new" || l.verdict === "changed").map((l) => l.at)),
  );
  const [apart, setApart] = useState(() => new Set<number>());
  const [reorder, setReorder] = useState(false);
  const [only, setOnly] = useState<BookVerdict | null>(null);
  const counts = useMemo(
    () => VERDICTS.map((verdict) => [verdict, lines.filter((line) => line.verdict === verdict).length] as const),
    [lines],
  );
  const flip = (set: Set<number>, at: number, on: boolean) => {
    const next = new Set(set);
    if (on) next.add(at);
    else next.delete(at);
    return next;
  };
  const shown = lines.filter((line) => only === null || line.verdict === only);
  return (
    <div className="book-preview">
      <div className="row">
        <div className="seg" role="group" aria-label={t("book.verdicts")}>
          <button
            type="button"
            className={only === null ? "on" : ""}
            aria-pressed={only === null}
            onClick={() => setOnly(null)}
          >
            {t("book.allLines", { count: lines.length })}
          </button>
          {counts.map(([verdict, count]) => (
            <button
              key={verdict}
              type="button"
              className={only === verdict ? "on" : ""}
              aria-pressed={only === verdict}
              onClick={() => setOnly(verdict)}
            >
              {`${t(`book.verdict.${verdict}`)} ${count}`}
            </button>
          ))}
        </div>
        {preview.new_units.length > 0 && (
          <span className="note cut">{t("book.newUnits", { count: preview.new_units.length })}</span>
        )}
      </div>
      <div className="scrolls lines-box">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col" style={{ width: 32 }} aria-label={t("book.take")} />
              <th scope="col" className="num" style={{ width: 40 }}>
                {t("book.row")}
              </th>
              <th scope="col" style={{ width: 64 }}>
                {t("book.verdictHead")}
              </th>
              <th scope="col" style={{ width: "18%" }}>
                {t("registry.personUnit")}
              </th>
              <th scope="col" style={{ width: 80 }}>
                {t("book.column.name")}
              </th>
              <th scope="col" style={{ width: "14%" }}>
                {t("book.column.title")}
              </th>
              <th scope="col" style={{ width: "22%" }}>
                {t("book.numbers")}
              </th>
              <th scope="col">{t("book.what")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <ImportLine
                key={line.at}
                line={line}
                taken={take.has(line.at)}
                apart={apart.has(line.at)}
                onTake={(on) => setTake((set) => flip(set, line.at, on))}
                onApart={(on) => setApart((set) => flip(set, line.at, on))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row foot">
        <Tick checked={reorder} onTick={setReorder}>
          {t("book.reorder")}
        </Tick>
        <div className="grow" />
        <button type="button" className="btn" onClick={onBack}>
          {t("act.back")}
        </button>
        <button
          type="button"
          className="btn pri"
          disabled={take.size === 0 && !reorder}
          onClick={() => void onWrite({ source, take: [...take], apart: [...apart], reorder, on: desk.today })}
        >
          {t("book.write", { count: take.size })}
        </button>
      </div>
    </div>
  );
}

function Done({ done, onClose }: { done: BookImported; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="asks">
      <p role="status">{t("book.imported", { fresh: done.new, changed: done.changed, units: done.units })}</p>
      <p className="note">{t("book.importedNote")}</p>
      <div>
        <button type="button" className="btn pri" onClick={onClose}>
          {t("act.close")}
        </button>
      </div>
    </div>
  );
}
