import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Firsts } from "../controls/Firsts";
import { useDesk } from "../desk";
import { ExportDialog } from "../export/ExportDialog";
import { Page } from "../frame/Page";
import { leaveForImport } from "../import/dropped";
import { useFileDrop } from "../lib/drop";
import { useWish } from "../palette/store";
import { NothingFound } from "./Empty";
import { Filters } from "./Filters";
import { FindBox } from "./FindBox";
import { Grid } from "./Grid";
import { isFiltered, type LedgerSearch } from "./search";
import { Tools, useRowHeight } from "./Tools";
import "./ledger.css";

export function LedgerPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const search = useSearch({ from: "/ledger" });
  const navigate = useNavigate();
  const [high, setHigh] = useRowHeight();
  const [count, setCount] = useState<number | null>(null);
  const [exporting, setExporting] = useState(false);
  useWish("export", () => setExporting(true));
  const change = (to: LedgerSearch) => void navigate({ to: "/ledger", search: to, replace: true });

  const over = useFileDrop((get) => {
    leaveForImport(get);
    void navigate({ to: "/import" });
  });
  const here = over && <div className="drop-here">{t("import.drop")}</div>;

  if (desk.projects === 0) {
    return (
      <Page title={t("ledger.title")}>
        <Firsts title={t("empty.title")} />
        {here}
      </Page>
    );
  }
  const head = (
    <>
      <h1>{t("ledger.title")}</h1>
      <span className="note">{t("ledger.count", { count: desk.projects })}</span>
      <div className="grow" />
      <FindBox search={search} onChange={change} />
    </>
  );
  return (
    <Page title={t("ledger.title")} head={head}>
      <div className="bar">
        <Filters search={search} onChange={change} />
        <div className="grow" />
        <Tools high={high} onHigh={setHigh} onExport={() => setExporting(true)} />
      </div>
      <div className="desk">
        <Grid search={search} high={high} onSort={change} onCount={setCount} />
        {count === 0 && isFiltered(search) && <NothingFound onClear={() => change({})} />}
      </div>
      {here}
      {exporting && <ExportDialog search={search} count={count ?? desk.projects} onClose={() => setExporting(false)} />}
    </Page>
  );
}
