import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { TemplateSheet, VersionLine } from "../bindings/types";
import { Chip } from "../ledger/Chip";
import { FindBox } from "../ledger/FindBox";
import { EVERYTHING, isNarrowed, type Narrowed, ON_LISTS, type OnLists } from "./narrow";
import { stagesOf } from "./stages";
import { Standing } from "./VersionList";
import { useTemplateWords } from "./words";

interface HeadProps {
  versions: VersionLine[];
  sheet: TemplateSheet;
  onShow: (version: VersionLine) => void;
  onBegin: () => void;
  onAdd: () => void;
  onDiscard: () => void;
  onRelease: () => void;
  onFaults: () => void;
  onExport: () => void;
  onImport: () => void;
}

/** Which version is looked at, and what can be done with it. */
export function Head({ versions, sheet, onShow, onBegin, onAdd, onDiscard, onRelease, onFaults, ...more }: HeadProps) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { version, faults } = sheet;
  const draft = versions.find((one) => one.draft);
  return (
    <div className="bar">
      <Select
        aria-label={t("template.version")}
        value={version.number}
        options={[...versions].reverse().map((one) => ({ value: one.number, label: words.version(one) }))}
        labelRender={({ label }) => <b className="lib-pick">{label}</b>}
        popupMatchSelectWidth={false}
        onChange={(number: number) => {
          const to = versions.find((one) => one.number === number);
          if (to) onShow(to);
        }}
      />
      <Standing version={version} />
      <span className="note cut">
        {version.draft
          ? t("template.draftLead")
          : version.released_on
            ? t("template.released", { day: version.released_on })
            : t("template.ofProgram")}
      </span>
      <span className="grow" />
      <span className="tools">
        <button type="button" className="btn s" onClick={more.onExport}>
          {t("template.export")}
        </button>
        {version.draft && (
          <button type="button" className="btn s" onClick={more.onImport}>
            {t("template.import")}
          </button>
        )}
        {version.draft ? (
          <>
            {faults.length > 0 && (
              <button type="button" className="btn s red" onClick={onFaults}>
                {t("template.faultCount", { count: faults.length })}
              </button>
            )}
            <button type="button" className="btn s" onClick={onAdd}>
              {t("template.add")}
            </button>
            <button type="button" className="btn s" onClick={onDiscard}>
              {t("template.discard")}
            </button>
            <button type="button" className="btn s pri" onClick={onRelease}>
              {t("template.release")}
            </button>
          </>
        ) : draft ? (
          <button type="button" className="btn s pri" onClick={() => onShow(draft)}>
            {t("template.open")}
          </button>
        ) : (
          <button type="button" className="btn s pri" onClick={onBegin}>
            {t("template.begin")}
          </button>
        )}
      </span>
    </div>
  );
}

interface FilterProps {
  sheet: TemplateSheet;
  by: Narrowed;
  found: number;
  onNarrow: (by: Narrowed) => void;
  /** Into the rows. */
  onDone: () => void;
}

/** What the items are narrowed to. */
export function Filter({ sheet, by, found, onNarrow, onDone }: FilterProps) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const rows = sheet.items.map((line) => line.row);
  const stages = stagesOf(rows);
  const departments = [...new Map(rows.map((row) => [row.department, words.department(row)]))];
  const open = sheet.to_check;
  const changed = sheet.items.filter((line) => line.changed).length;
  const put = (set: Partial<Narrowed>) => onNarrow({ ...by, ...set });
  const stage = stages.find((one) => one.stage_no === by.stage);
  const department = departments.find(([name]) => name === by.department);
  const turn = (key: "open" | "changed", words: string, why: string) => (
    <button
      type="button"
      className={by[key] ? "chip on" : "chip"}
      aria-pressed={by[key]}
      title={why}
      onClick={() => put({ [key]: !by[key] })}
    >
      {words}
    </button>
  );
  return (
    <div className="bar">
      <FindBox label={t("template.find")} text={by.text} onText={(text) => put({ text })} onDone={onDone} />
      <div className="chips" role="group" aria-label={t("ledger.filters")}>
        <Chip
          name={t("template.stage")}
          value={stage ? words.stage(stage) : null}
          choices={stages.map((one) => ({ key: String(one.stage_no), label: words.stage(one) }))}
          onPick={(key) => put({ stage: Number(key) })}
          onClear={() => put({ stage: null })}
        />
        <Chip
          name={t("template.department")}
          value={department?.[1] ?? null}
          choices={departments.map(([key, label]) => ({ key, label }))}
          onPick={(key) => put({ department: key })}
          onClear={() => put({ department: null })}
        />
        <Chip
          name={t("template.field.lists")}
          value={by.lists && t(`reduction.listsOf.${by.lists}`)}
          choices={ON_LISTS.map((key) => ({ key, label: t(`reduction.listsOf.${key}`) }))}
          onPick={(key) => put({ lists: key as OnLists })}
          onClear={() => put({ lists: null })}
        />
        {(open > 0 || by.open) && turn("open", t("template.onlyOpen", { count: open }), t("template.onlyOpenWhy"))}
        {(changed > 0 || by.changed) &&
          turn("changed", t("template.onlyChanged", { count: changed }), t("template.onlyChangedWhy"))}
        {isNarrowed(by) && (
          <button type="button" className="link t12" onClick={() => onNarrow(EVERYTHING)}>
            {t("template.clear")}
          </button>
        )}
      </div>
      <span className="grow" />
      <span className="note" role="status">
        {isNarrowed(by) ? t("template.found", { found, all: rows.length }) : t("template.all", { count: rows.length })}
      </span>
    </div>
  );
}
