import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Corrections, Fault, LedgerFile } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { shortWords } from "../errors";
import { Icon, Ring } from "../frame/icons";
import { Findings } from "./Findings";
import { SheetGrid } from "./SheetGrid";
import { type Asked, corrected, size, tables } from "./state";

interface Props {
  file: LedgerFile;
  asked: Asked;
  busy: { id: string; what: string } | null;
  fault: Fault | null;
  onAsk: (asked: Asked) => void;
  onCorrect: (corrections: Corrections) => void;
  onBack: () => void;
  onNext: () => void;
}

/** 核对识别结果: the sheet as it is, with what each line and column was taken for. */
export function Check({ file, asked, busy, fault, onAsk, onCorrect, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const sheets = file.understanding.sheets;
  const first = Math.max(
    0,
    sheets.findIndex((s) => s.has_table),
  );
  const [at, setAt] = useState(first);
  const sheet = sheets[at] ?? sheets[0];
  if (!sheet) return null;
  const ready = tables(sheets).some((s) => s.counts.projects > 0);
  return (
    <>
      <div className="check-body">
        <div className="xl">
          <SheetGrid key={sheet.name} sheet={sheet} corrections={file.corrections} onCorrect={onCorrect} />
          <div className="sheets">
            <div role="tablist" aria-label={t("import.sheets")} className="row tabline">
              {sheets.map((s, n) => (
                <button
                  type="button"
                  role="tab"
                  key={s.name}
                  aria-selected={n === at}
                  className={n === at ? "on" : ""}
                  onClick={() => setAt(n)}
                >
                  {s.has_table ? <Ring fill="done" /> : <Ring fill="empty" />}
                  {s.name === "" ? file.file_name : s.name}
                  {!s.has_table && <span className="i3">{t("import.notRead")}</span>}
                  {s.hidden && <span className="i3">{t("import.hiddenSheet")}</span>}
                </button>
              ))}
            </div>
            <span className="grow" />
            <Legend />
          </div>
        </div>
        <Findings
          sheet={sheet}
          asked={asked}
          onAsk={onAsk}
          onSheet={(change) => onCorrect(corrected(file.corrections, sheet.name, change))}
        />
      </div>
      <div className="acts">
        <button type="button" className="btn" onClick={onBack}>
          <Icon name="left" />
          {t("import.another")}
        </button>
        <span className="i2 cut">
          {t("import.fileLine", { name: file.file_name, size: size(file.size), count: sheets.length })}
        </span>
        {fault && <Problem text={shortWords(fault)} />}
        {!ready && busy === null && <Problem text={t("import.noTable")} />}
        <span className="grow">{busy && <JobBar job={busy.id} what={busy.what} />}</span>
        <button type="button" className="btn pri" disabled={!ready || busy !== null} onClick={onNext}>
          {t("import.toPreview")}
        </button>
      </div>
    </>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <span className="legend" aria-hidden="true">
      {(["head", "group", "skip", "read"] as const).map((kind) => (
        <span className="kq" key={kind}>
          <i className={`q-${kind}`} />
          {t(`import.legend.${kind}`)}
        </span>
      ))}
    </span>
  );
}
