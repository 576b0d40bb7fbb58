import { Link } from "@tanstack/react-router";
import { Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { exportFault } from "../approvals/sheet/SheetExport";
import type { Cut, Exported, Fault, Layout, ProjectId, ShownColumn } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { isFiltered, type LedgerSearch, toQuery } from "../ledger/search";
import { newJob } from "../lib/job";
import { act } from "../query";
import { download, downloadUrl, inWindow, openPath, pickSave, Refused, revealPath } from "../rpc";
import { useNews } from "./news";

interface Props {
  search: LedgerSearch;
  /** The columns of the page, in their order. */
  columns: readonly ShownColumn[];
  count: number;
  /** Only these of what is shown: the ticked rows. */
  projects?: ProjectId[];
  /** How it begins where it is opened for something else than the ledger as it is shown. */
  begins?: { layout: Layout; cut: "one" | Cut; lead: string };
  onClose: () => void;
}

/** The shown projects, or those of them that are ticked, in their order, as a workbook. */
export function ExportDialog({ search, columns, count, projects, begins, onClose }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  // Who ticked some rows wants what he sees of them.
  const [layout, setLayout] = useState<Layout | "progress">(begins?.layout ?? (projects ? "view" : "official"));
  const [cut, setCut] = useState<"one" | "pages" | Cut>(begins?.cut ?? "one");
  // Who prints, prints for leaders.
  const [news, setNews] = useNews(layout === "print");
  const [job, setJob] = useState<string | null>(null);
  const [done, setDone] = useState<Pick<Exported, "file" | "rows"> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  // A progress sheet has projects across: it is one file.
  const whole = layout === "progress";
  const zipped = !whole && cut !== "one" && cut !== "pages";
  const name = `${t(`export.file.${layout}`)} ${desk.today}.${zipped ? "zip" : "xlsx"}`;

  const run = async () => {
    setFault(null);
    try {
      const place = await pickSave(name);
      if (!place) return;
      const id = newJob();
      setJob(id);
      const query = { ...toQuery(search, 0, 0), ...(projects && { projects }) };
      const shown = columns.map((one) => one.column);
      const input = { file: place.file, query, columns: shown, language: lang, news, job: id };
      const written = whole
        ? await act("progress_sheet_export", {
            file: place.file,
            projects: { of: "ledger", which: query },
            language: lang,
          })
        : zipped
          ? await act("ledger_zip", { ...input, layout, by: cut })
          : await act("ledger_export", { ...input, layout, county_pages: cut === "pages" });
      setDone(written);
      if (!inWindow) download(written.file, name);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.fault.code !== "cancelled") setFault(error.fault);
    } finally {
      setJob(null);
    }
  };

  return (
    <Modal
      open
      title={t("export.title")}
      onCancel={onClose}
      width={520}
      centered
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <button type="button" className="btn" onClick={onClose}>
            {done ? t("act.close") : t("act.cancel")}
          </button>
          {!done && (
            <button type="button" className="btn pri" disabled={job !== null} onClick={() => void run()}>
              {t("export.go", { count })}
            </button>
          )}
        </div>
      }
    >
      {done ? (
        <Result done={done} name={name} />
      ) : (
        <div className="asks">
          <p className="i2">
            {begins?.lead ??
              t(projects ? "export.ticked" : isFiltered(search) ? "export.filtered" : "export.all", { count })}
          </p>
          <Radio.Group
            aria-label={t("export.layout")}
            value={layout}
            onChange={(e) => setLayout(e.target.value as typeof layout)}
            style={{ display: "grid", gap: 8 }}
          >
            {(["view", "official", "list", "print", "progress"] as const).map((value) => (
              <Radio key={value} value={value}>
                {t(`export.layouts.${value}`)}
                <span className="note"> {t(`export.about.${value}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
          <Radio.Group
            aria-label={t("export.cut")}
            value={whole ? "one" : cut}
            disabled={whole}
            onChange={(e) => setCut(e.target.value as typeof cut)}
            style={{ display: "grid", gap: 8 }}
          >
            {(["one", "pages", "county", "leader", "unit"] as const).map((value) => (
              <Radio key={value} value={value}>
                {t(`export.cuts.${value}`)}
              </Radio>
            ))}
          </Radio.Group>
          <Tick checked={!whole && news} disabled={whole} onTick={setNews}>
            <span>
              {t("export.news")} <span className="note">{t("export.aboutNews")}</span>
            </span>
          </Tick>
          {!projects && (
            <Link to="/print" search={search} className="link" onClick={onClose}>
              {t("export.printView")}
            </Link>
          )}
          {job && <JobBar job={job} what={name} />}
          {fault && <Problem text={exportFault(fault)} />}
        </div>
      )}
    </Modal>
  );
}

function Result({ done, name }: { done: Pick<Exported, "file" | "rows">; name: string }) {
  const { t } = useTranslation();
  return (
    <div className="asks">
      <p>{t("export.done", { count: done.rows, name })}</p>
      {inWindow ? (
        <div className="row">
          <button type="button" className="btn" onClick={() => void openPath(done.file)}>
            {t("export.open")}
          </button>
          <button type="button" className="btn" onClick={() => void revealPath(done.file)}>
            {t("export.reveal")}
          </button>
        </div>
      ) : (
        <a className="link" href={downloadUrl(done.file)} download={name}>
          {t("export.download")}
        </a>
      )}
    </div>
  );
}
