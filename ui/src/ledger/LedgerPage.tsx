import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ProjectRow } from "../bindings/types";
import { Firsts } from "../controls/Firsts";
import { useDesk } from "../desk";
import { useSay } from "../frame/aside";
import { Broken } from "../frame/Broken";
import { Page } from "../frame/Page";
import { leaveForImport } from "../import/dropped";
import { useFileDrop } from "../lib/drop";
import { later } from "../lib/later";
import { stopWaiting } from "../lib/painted";
import { useStable } from "../lib/stable";
import { useWish } from "../palette/store";
import { useAsk } from "../query";
import { NothingFound } from "./Empty";
import { FindBox } from "./FindBox";
import { Grid, type Told } from "./Grid";
import { KeysHelp } from "./KeysHelp";
import { type At, below } from "./Pop";
import { Said } from "./Said";
import { isFiltered, type LedgerSearch, unfiltered, withText } from "./search";
import { NO_TICKS, type Ticks, tickCount } from "./ticks";
import { useLayout } from "./useLayout";
import { useRowHeight } from "./useRowHeight";
import "./ledger.css";
import "./bars.css";
import "./peek.css";

const ViewTabs = later(() => import("./ViewTabs"), "ViewTabs");
const FilterBar = later(() => import("./FilterBar"), "FilterBar");
const Tools = later(() => import("./Tools"), "Tools");
const SelectionBar = later(() => import("./SelectionBar"), "SelectionBar");
const PasteBar = later(() => import("./PasteBar"), "PasteBar");
const Peek = later(() => import("./Peek"), "Peek");
const ColumnMenu = later(() => import("./ColumnMenu"), "ColumnMenu");
const ColumnsPanel = later(() => import("./ColumnsPanel"), "ColumnsPanel");
const ExportDialog = later(() => import("../export/ExportDialog"), "ExportDialog");

const LINES = { compact: 1, standard: 2, wrapped: null } as const;

const WISHED = ["export"] as const;

type Open = { kind: "column"; column: Column; at: At } | { kind: "columns" | "keys"; at: At };

export function LedgerPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const over = useFileDrop((get) => {
    leaveForImport(get);
    void navigate({ to: "/import" });
  });
  const here = over && <div className="drop-here">{t("import.drop")}</div>;
  const empty = desk.projects === 0;
  useEffect(() => {
    if (empty) stopWaiting();
  }, [empty]);
  if (empty) {
    return (
      <Page title={t("ledger.title")}>
        <Firsts title={t("empty.title")} />
        {here}
      </Page>
    );
  }
  return <Ledger over={here} />;
}

/** Views above, filters and actions below them, then the sheet and beside it the project in turn. */
function Ledger({ over }: { over: React.ReactNode }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const search = useSearch({ from: "/ledger" });
  const navigate = useNavigate();
  const views = useAsk("view_list", {});
  const view = views.data?.find((one) => one.id === search.view) ?? null;
  const { layout, grows, set, reset } = useLayout(view);
  const [own, setHeight] = useRowHeight();
  const height = view?.lines === 1 ? "compact" : view?.lines === 2 ? "standard" : own;
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS);
  const [peeking, setPeeking] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [exporting, setExporting] = useState(false);
  const [words, setWords] = useState<{ text: string } | null>(null);
  useWish(WISHED, () => setExporting(true));

  const question = JSON.stringify([search.text, search.filters, search.figure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows match, so nothing of the old stays ticked
  useEffect(() => setTicks(NO_TICKS), [question]);

  const ask = useStable(
    (to: LedgerSearch) => void navigate({ to: "/ledger", search: to, replace: to.view === search.view }),
  );
  const focus = () => told?.focus();
  const close = () => {
    setOpen(null);
    focus();
  };
  const openPage = useStable((row: ProjectRow) => void navigate({ to: "/project/$id", params: { id: row.id } }));
  const sums = told?.rows.sums ?? null;
  const count = sums?.count ?? 0;
  const ticked = tickCount(ticks, count);
  const preview = told?.blocks.preview ?? null;
  useSay(
    useMemo(
      () => told && <Said told={told} search={search} layout={layout} ticks={ticks} words={words?.text ?? null} />,
      [told, search, layout, ticks, words],
    ),
  );
  // What was said is forgotten when somebody goes on.
  const rect = told?.rect;
  const now = told?.row?.id;
  useEffect(() => {
    if (!words) return;
    const wait = setTimeout(() => setWords(null), 8000);
    return () => clearTimeout(wait);
  }, [words]);

  const stepBack = useStable(() => {
    if (ticked > 0) setTicks(NO_TICKS);
    else if (peeking) setPeeking(false);
  });
  const menu = useStable((column: Column, of: Element) => setOpen({ kind: "column", column, at: below(of) }));
  const help = useStable(() => setOpen({ kind: "keys", at: { left: innerWidth / 2 - 150, top: 80, bottom: 80 } }));
  const arrange = useStable(set);
  const say = useStable((text: string) => setWords({ text }));
  const tell = useStable((now: Told) => setTold((before) => (sameTold(before, now) ? before : now)));
  const head = (
    <>
      <h1>{t("ledger.title")}</h1>
      <ViewTabs search={search} layout={layout} lines={LINES[height]} views={views.data ?? []} onSearch={ask} />
    </>
  );
  return (
    <Page title={t("ledger.title")} head={head}>
      <div className="bar">
        <FindBox
          label={t("ledger.find")}
          text={search.text ?? ""}
          onText={(text) => ask(withText(search, text))}
          onDone={focus}
        />
        <FilterBar search={search} onSearch={ask} />
        <div className="grow" />
        {preview && told ? (
          <PasteBar preview={preview} blocks={told.blocks} onNext={told.nextFault} />
        ) : ticked > 0 ? (
          <SelectionBar count={ticked} all={count} ticks={ticks} search={search} layout={layout} onTicks={setTicks} />
        ) : (
          <Tools
            height={height}
            onHeight={setHeight}
            onColumns={(at) => setOpen({ kind: "columns", at })}
            onKeys={(at) => setOpen({ kind: "keys", at })}
            onExport={() => setExporting(true)}
          />
        )}
      </div>
      <div className="desk" data-row={now} data-range={rect ? "many" : undefined}>
        {told?.rows.error ? (
          <Broken fault={told.rows.error.fault} retry={() => ask(unfiltered(search))} />
        ) : (
          <Grid
            key={search.view ?? "all"}
            search={search}
            layout={layout}
            grows={grows}
            height={height}
            ticks={ticks}
            peeking={peeking}
            onSearch={ask}
            onLayout={arrange}
            onTicks={setTicks}
            onPeek={setPeeking}
            onMenu={menu}
            onOpen={openPage}
            onHelp={help}
            onEscape={stepBack}
            onSay={say}
            onTold={tell}
          />
        )}
        {sums?.count === 0 && isFiltered(search) && <NothingFound onClear={() => ask(unfiltered(search))} />}
        {peeking && (
          <Peek
            row={told?.row ?? null}
            onStep={(by) => told?.step(by)}
            onOpen={openPage}
            onClose={() => {
              setPeeking(false);
              focus();
            }}
          />
        )}
      </div>
      {open?.kind === "column" && (
        <ColumnMenu
          key={open.column}
          column={open.column}
          at={open.at}
          search={search}
          layout={layout}
          onSearch={ask}
          onLayout={set}
          onClose={close}
        />
      )}
      {open?.kind === "columns" && (
        <ColumnsPanel at={open.at} layout={layout} onLayout={set} onReset={reset} onClose={close} />
      )}
      {open?.kind === "keys" && <KeysHelp at={open.at} onClose={close} />}
      {over}
      {exporting && (
        <ExportDialog
          search={search}
          columns={layout}
          count={sums?.count ?? desk.projects}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

/** The sheet tells at every turn; the page turns only where something it shows is another. */
function sameTold(a: Told | null, b: Told): boolean {
  return (
    a !== null &&
    a.row === b.row &&
    a.rows.sums === b.rows.sums &&
    a.rows.error === b.rows.error &&
    a.lines === b.lines &&
    a.at === b.at &&
    a.blocks.preview === b.blocks.preview &&
    JSON.stringify(a.rect) === JSON.stringify(b.rect)
  );
}
