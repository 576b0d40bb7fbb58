import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Patch, TemplateItem, TemplateSheet } from "../bindings/types";
import { EditChoice } from "../controls/EditChoice";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";
import { papersOf } from "./fields";
import { Limits } from "./Limits";
import { Excludes, MeasuresRow, Needs } from "./Needs";
import { HANDLINGS } from "./narrow";
import { Papers } from "./Papers";
import { Question } from "./Question";
import { ChoiceRow, CountRow, FieldRow, type Part, Said, TextRow, TicksRow } from "./rows";
import { stagesOf } from "./stages";
import { ToCheck } from "./ToCheck";
import { CORES, KINDS, LANDS, LISTS, MODES, useTemplateWords } from "./words";

interface Props {
  sheet: TemplateSheet;
  code: string;
  onClose: () => void;
}

/** Every field of one item; in a draft each is edited in its place. */
export function ItemPanel({ sheet, code, onClose }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { version } = sheet;
  const line = sheet.items.find((one) => one.row.code === code);
  if (!line) return null;
  const { row } = line;
  const draft = version.draft ? version.id : null;
  const part: Part = {
    line,
    items: sheet.items.map((one) => one.row),
    faults: sheet.faults.filter((fault) => fault.params.code === code),
    save: draft === null ? null : (set: Patch) => act("template_item_save", { version: draft, code: row.code, set }),
  };
  const remove = async (id: string) => {
    await act("template_item_remove", { version: id, code: row.code });
    onClose();
  };
  const papers = papersOf(row.materials);
  return (
    <>
      <header className="lib-head">
        <div className="row">
          <span className="i3">{row.code}</span>
          {row.core !== "none" && <span className="tag">{t("template.coreMark")}</span>}
          {line.changed && <span className="tag acc">{t("template.changed")}</span>}
          {version.draft && line.to_check.length > 0 && <ToCheck />}
          <span className="grow" />
          <button type="button" className="btn flat s sq" aria-label={t("act.close")} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
        <h2 className="t16 b">{words.name(row)}</h2>
        {!part.save && <p className="note">{[t(`kind.${row.kind}`), words.department(row)].join("　")}</p>}
      </header>
      <Group title={t("template.part.limits")}>
        <Limits part={part} checks={version.newest} />
      </Group>
      {part.save && <What part={part} />}
      <Group title={t("template.part.when")}>
        <Question part={part} />
        <TicksRow part={part} field="modes" all={MODES} say={(one) => t(`choice.mode.${one}`)} />
        <TicksRow part={part} field="lands" all={LANDS} say={(one) => t(`choice.land.${one}`)} />
        <TextRow part={part} field="condition" long />
        <Excludes part={part} />
        <ChoiceRow part={part} field="core" all={CORES} say={(one) => t(`template.core.${one}`)} />
        <Needs part={part} />
      </Group>
      <Group title={t("template.part.ways")} shown={part.save !== null || !!row.measures || !!row.handling}>
        <MeasuresRow part={part} />
        <TicksRow part={part} field="handling" all={HANDLINGS} say={(one) => t(`template.handling.${one}`)} />
      </Group>
      {(part.save || papers.length > 0) && (
        <section className="lib-part">
          <div className="cap">
            <h3>{t("template.part.papers")}</h3>
            {papers.length > 0 && (
              <span className="n">
                {t("template.papersBefore", { before: line.papers_before, after: line.papers })}
              </span>
            )}
          </div>
          <Papers part={part} />
        </section>
      )}
      <Group title={t("template.part.reduced")} shown={part.save !== null || isReduced(row)}>
        {COUNTS.map(([field, unit]) => (
          <CountRow key={field} part={part} field={field} unit={t(`reduction.unit.${unit}`)} />
        ))}
        <TicksRow part={part} field="lists" all={LISTS} say={(one) => t(`three_lists.${one}`)} />
      </Group>
      <Group title={t("template.part.result")} shown={part.save !== null || !!row.result || !!row.note}>
        <TextRow part={part} field="result" long />
        <TextRow part={part} field="note" long />
      </Group>
      {draft !== null && (
        <div className="lib-part">
          <button type="button" className="btn s" onClick={() => void tryTo(() => remove(draft))}>
            {t("template.remove")}
          </button>
        </div>
      )}
    </>
  );
}

const COUNTS = [
  ["steps_before", "steps"],
  ["steps", "steps"],
  ["fee_before", "fee"],
  ["fee", "fee"],
] as const;

const isReduced = (row: TemplateItem) => row.lists !== null || COUNTS.some(([field]) => row[field] !== null);

function Group({ title, shown = true, children }: { title: string; shown?: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section className="lib-part">
      <div className="cap">
        <h3>{title}</h3>
      </div>
      <dl className="fields">{children}</dl>
    </section>
  );
}

/** What the item is: its names, its stage, who handles it. */
function What({ part }: { part: Part }) {
  const { t } = useTranslation();
  const { row } = part.line;
  /** A department that other items have is called the same in English. */
  const department = async (text: string) => {
    const same = part.items.find((one) => one.department === text.trim());
    await part.save?.({ department: text, ...(same ? { department_en: same.department_en } : {}) });
  };
  return (
    <Group title={t("template.part.what")}>
      <TextRow part={part} field="name" />
      <TextRow part={part} field="name_en" />
      <Stage part={part} />
      <TextRow part={part} field="department" save={department} />
      <TextRow part={part} field="department_en" />
      <ChoiceRow part={part} field="kind" all={KINDS} say={(one) => t(`kind.${one}`)} />
      <Said part={part} field="code" text={row.code} />
    </Group>
  );
}

function Stage({ part }: { part: Part }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { row } = part.line;
  const stages = stagesOf(part.items);
  const key = (one: Pick<TemplateItem, "stage_no" | "stage">) => `${one.stage_no} ${one.stage}`;
  return (
    <FieldRow part={part} field="stage">
      <EditChoice
        label={t("template.field.stage")}
        value={key(row)}
        clears={false}
        choices={stages.map((one) => ({ value: key(one), label: words.stage(one) }))}
        save={async (to) => {
          const stage = stages.find((one) => key(one) === to);
          if (!stage) return;
          const { stage_no, stage: name, stage_en } = stage;
          await part.save?.({ stage_no, stage: name, stage_en });
        }}
      />
    </FieldRow>
  );
}
