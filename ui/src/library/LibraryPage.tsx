import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateItem, VersionLine } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { isIme } from "../lib/ime";
import { act, tryTo, useAsk } from "../query";
import { type Chosen, call, download, inWindow, pickFile, pickSave } from "../rpc";
import { Filter, Head } from "./Bar";
import { CompareDialog } from "./CompareDialog";
import { Faults } from "./Faults";
import { ImportDialog } from "./ImportDialog";
import { ItemPanel } from "./ItemPanel";
import { ItemTable } from "./ItemTable";
import { MoveDialog } from "./MoveDialog";
import { NewItem } from "./NewItem";
import { EVERYTHING, isNarrowed, narrowed } from "./narrow";
import { ReleaseDialog } from "./ReleaseDialog";
import { SeveralBar } from "./Several";
import { Sums } from "./Sums";
import { VersionList } from "./VersionList";
import { useTemplateWords } from "./words";
import "./library.css";

type Opened =
  | { what: "release" }
  | { what: "import"; chosen: Chosen }
  | { what: "compare" | "move"; version: VersionLine };

/** 审批事项库: its versions, the items of one, and making the next. */
export function LibraryPage() {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { lang } = useDesk();
  const navigate = useNavigate();
  const { version: number } = useSearch({ from: "/settings" });
  const list = useAsk("template_list", {});
  const versions = list.data ?? [];
  const newest = versions.find((one) => one.newest);
  const wanted = versions.find((one) => one.number === number) ?? newest;
  const asked = useAsk("template_get", { version: wanted?.id ?? null }, wanted !== undefined);
  const [by, setBy] = useState(EVERYTHING);
  const [picked, setPicked] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const sheet = asked.data;
  if (!wanted || !sheet) {
    const error = list.error ?? asked.error;
    return <Problem text={error && faultWords(error.fault)} />;
  }
  const { version } = sheet;
  const say = (row: TemplateItem) =>
    [row.code, row.name, row.name_en, row.department, row.department_en, words.handling(row), row.measures].join(" ");
  const lines = narrowed(sheet.items, by, say);
  const rows = sheet.items.map((line) => line.row);
  const item = rows.find((row) => row.code === picked);
  const draft = version.draft ? version.id : null;
  const before = versions[versions.findIndex((one) => one.number === version.number) - 1];
  const show = (to: VersionLine | undefined) => {
    setAdding(false);
    const search = { tab: "library" as const, ...(to ? { version: to.number } : {}) };
    void navigate({ to: "/settings", search, replace: true });
  };
  const pick = (code: string | null) => {
    setAdding(false);
    setPicked(code);
  };
  /** An item that a fault or a form leads to is seen, whatever the items are narrowed to. */
  const jump = (code: string) => {
    if (!lines.some((line) => line.row.code === code)) setBy(EVERYTHING);
    setOpened(null);
    pick(code);
    requestAnimationFrame(() => rowOf(code)?.scrollIntoView({ block: "center" }));
  };
  const tick = (codes: string[], on: boolean) => {
    const rest = [...ticked].filter((code) => !codes.includes(code));
    setTicked(new Set(on ? [...rest, ...codes] : rest));
  };
  const several = rows.filter((row) => ticked.has(row.code)).map((row) => row.code);
  const close = () => {
    pick(null);
    (rowOf(picked) ?? rowOf(null))?.focus();
  };
  const begin = async () => show((await act("template_draft", {})).version);
  const discard = async () => {
    if (draft !== null) await act("template_discard", { id: draft });
    show(undefined);
  };
  const write = async () => {
    const name = `${t("template.title")} ${words.version(version)}.xlsx`;
    const place = await pickSave(name);
    if (!place) return;
    const written = await act("template_export", { file: place.file, version: version.id, language: lang });
    if (!inWindow) download(written.file, name);
  };
  const read = async () => {
    const chosen = await pickFile(t("book.kinds"), ["xlsx", "xls", "csv"]);
    if (chosen) setOpened({ what: "import", chosen });
  };
  const released = async () => {
    const { count } = (await call("checklist_difference", { projects: null, version: draft, offset: 0, limit: 0 }))
      .value;
    setOpened(count > 0 ? { what: "move", version: { ...version, draft: false, newest: true } } : null);
  };
  const compared = opened?.what === "compare" ? versions[versions.indexOf(opened.version) - 1] : undefined;
  return (
    <>
      <Head
        versions={versions}
        sheet={sheet}
        onShow={show}
        onBegin={() => void tryTo(begin)}
        onAdd={() => {
          setPicked(null);
          setAdding(true);
        }}
        onDiscard={() => void tryTo(discard)}
        onRelease={() => setOpened({ what: "release" })}
        onFaults={() => pick(null)}
        onExport={() => void tryTo(write)}
        onImport={() => void tryTo(read)}
      />
      <Filter sheet={sheet} by={by} found={lines.length} onNarrow={setBy} onDone={() => rowOf(null)?.focus()} />
      <Sums sheet={sheet} />
      <div className="lib">
        {lines.length > 0 ? (
          <ItemTable
            lines={lines}
            picked={item?.code ?? null}
            onPick={pick}
            onLeave={close}
            ticks={draft === null ? null : { ticked, onTick: tick }}
          />
        ) : (
          <div className="hollow">
            <section className="empty">
              <h2>{t(isNarrowed(by) ? "template.none" : "template.noItems")}</h2>
              <p className="i2">{t(isNarrowed(by) ? "template.noneLead" : "template.noItemsLead")}</p>
            </section>
          </div>
        )}
        <section
          className="lib-side scrolls"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what sticks out is scrolled by keyboard
          tabIndex={0}
          aria-label={item ? words.name(item) : t("template.versions")}
          onKeyDown={(e) => {
            // A list that is open closes itself first.
            const listed = e.target instanceof HTMLElement && e.target.closest(".ant-select") !== null;
            if (!isIme(e) && e.key === "Escape" && !listed && (item || adding)) close();
          }}
        >
          {adding && draft !== null ? (
            <NewItem sheet={sheet} version={draft} onDone={jump} onClose={close} />
          ) : item ? (
            <ItemPanel key={`${version.number} ${item.code}`} sheet={sheet} code={item.code} onClose={close} />
          ) : (
            <>
              {draft !== null && (
                <section className="lib-part">
                  <div className="cap">
                    <h2>{t("template.faults")}</h2>
                  </div>
                  {sheet.faults.length === 0 ? (
                    <p className="i2">{t("template.noFaults")}</p>
                  ) : (
                    <Faults faults={sheet.faults} items={rows} onGo={jump} />
                  )}
                </section>
              )}
              <VersionList
                versions={versions}
                shown={version}
                onShow={show}
                onCompare={(one) => setOpened({ what: "compare", version: one })}
                onMove={(one) => setOpened({ what: "move", version: one })}
              />
            </>
          )}
        </section>
      </div>
      {draft !== null && several.length > 0 && (
        <SeveralBar version={draft} codes={several} onDone={() => setTicked(new Set())} />
      )}
      {opened?.what === "release" && draft !== null && before && (
        <ReleaseDialog
          sheet={sheet}
          version={draft}
          before={before}
          running={versions.reduce((sum, one) => sum + one.checklists, 0)}
          onGo={jump}
          onClose={() => setOpened(null)}
          onReleased={() => void tryTo(released)}
        />
      )}
      {opened?.what === "import" && draft !== null && (
        <ImportDialog chosen={opened.chosen} version={draft} items={rows} onClose={() => setOpened(null)} />
      )}
      {opened?.what === "compare" && compared && (
        <CompareDialog version={opened.version} before={compared} onClose={() => setOpened(null)} />
      )}
      {opened?.what === "move" && (
        <MoveDialog version={opened.version} versions={versions} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

/** The name of an item in the table; without a code, that which Tab reaches. */
const rowOf = (code: string | null): HTMLElement | null =>
  document.querySelector(code === null ? '.lib-items [data-code][tabindex="0"]' : `.lib-items [data-code="${code}"]`);
