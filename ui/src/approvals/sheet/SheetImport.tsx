import { Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressSheetPreview, ProgressSheetSource } from "../../bindings/types";
import { DayInput } from "../../controls/DayInput";
import { Problem } from "../../controls/Problem";
import { useSubmit } from "../../controls/useSubmit";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { act } from "../../query";
import { type Chosen, call } from "../../rpc";
import { Columns } from "./Columns";
import { ItemRows } from "./ItemRows";
import { Signs } from "./Signs";
import { countsOf, sourceOf, takenOf, withItem, withProject, withSign } from "./source";
import "./sheet.css";

/** 手续办理进展表 into the desk: what its signs, rows and columns are, and every cell that says something new, before any is written. */
export function SheetImport({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [source, setSource] = useState(() => sourceOf(chosen.file, desk.today));
  const [read, setRead] = useState<{ of: ProgressSheetSource; preview: ProgressSheetPreview } | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState(0);
  const { fault, submit } = useSubmit();
  const latest = useRef(source);
  latest.current = source;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for every answer, and where the desk has moved on
  useEffect(() => {
    void submit(async () => {
      const { value } = await call("progress_sheet_preview", source);
      if (latest.current === source) setRead({ of: source, preview: value });
    });
  }, [source, reading]);
  const take = (at: string, on: boolean) => {
    const next = new Set(taken);
    if (on) next.add(at);
    else next.delete(at);
    setTaken(next);
  };
  const preview = read?.preview ?? null;
  // What is shown is what would be written: not before an answer just given is read.
  const shown = read?.of === source;
  const counts = preview && countsOf(preview);
  const own = preview ? takenOf(preview, taken) : [];
  const cells = (counts?.fresh ?? 0) + own.length;
  const write = async () => {
    if (!read || !shown) return;
    setBusy(true);
    const { newest, hash } = read.preview;
    const input = { source: read.of, newest, hash, take: own };
    await submit(() => act("progress_sheet_import", input), onClose);
    setBusy(false);
  };
  const title = t("progress_sheet.importTitle", { file: chosen.name });
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width="min(1240px, calc(100vw - 48px))" centered>
      <div className="ps">
        {preview && counts && (
          <>
            <div className="row ps-lead">
              <label htmlFor="ps-day">{t("progress_sheet.asOf")}</label>
              <span className="ps-day">
                <DayInput
                  id="ps-day"
                  label={t("progress_sheet.asOf")}
                  value={source.as_of ?? ""}
                  max={desk.today}
                  onPick={(as_of) => setSource({ ...source, as_of })}
                />
              </span>
              <span className="note">{t("progress_sheet.asOfWhy")}</span>
              <div className="grow" />
              <span className="note" role="status">
                {t("progress_sheet.counts", { ...counts })}
              </span>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
            <section className="ps-body scrolls" tabIndex={0} aria-label={title}>
              <Signs signs={preview.signs} onMean={(sign, meaning) => setSource(withSign(source, sign, meaning))} />
              <ItemRows items={preview.items} onPick={(at, code) => setSource(withItem(source, at, code))} />
              <Columns
                projects={preview.projects}
                taken={taken}
                onTake={take}
                onPick={(at, project) => setSource(withProject(source, at, project))}
              />
            </section>
          </>
        )}
        <Problem text={fault && faultWords(fault)} />
        <div className="row ps-foot">
          {counts && counts.unknown > 0 && (
            <span className="warned">{t("progress_sheet.unknown", { count: counts.unknown })}</span>
          )}
          {counts && counts.unknown === 0 && cells === 0 && <span className="note">{t("progress_sheet.nothing")}</span>}
          <div className="grow" />
          {(fault?.code === "stale" || fault?.code === "file_changed") && (
            <button type="button" className="btn" onClick={() => setReading(reading + 1)}>
              {t("progress_sheet.readAgain")}
            </button>
          )}
          <button type="button" className="btn" onClick={onClose}>
            {t("act.cancel")}
          </button>
          <button
            type="button"
            className="btn pri"
            disabled={busy || !shown || cells === 0 || (counts?.unknown ?? 0) > 0}
            onClick={() => void write()}
          >
            {t("progress_sheet.write", { count: cells })}
          </button>
        </div>
      </div>
    </Modal>
  );
}
