import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Patch, ProjectFile, StatisticsEntry } from "../../bindings/types";
import { Editable } from "../../controls/Editable";
import { EditChoice } from "../../controls/EditChoice";
import { useFirstField } from "../../controls/firstField";
import { useGiveBack } from "../../controls/useGiveBack";
import { act, tryTo } from "../../query";
import { typedMonth } from "../typed";

const TEXTS = ["entered_period", "code", "name", "lacking", "reason"] as const;

/** 纳统: whether it must be in the books of statistics, whether it is, and what keeps it out. */
export function EntryDialog({ file, onClose }: { file: ProjectFile; onClose: () => void }) {
  const { t } = useTranslation();
  const box = useFirstField<HTMLDivElement>();
  useGiveBack();
  return (
    <Modal open title={t("entry.title")} onCancel={onClose} footer={null} width={560}>
      <div ref={box}>
        <Entry file={file} />
      </div>
      <p className="note">{t("entry.figures")}</p>
      {file.statistics.entry && (
        <button
          type="button"
          className="link"
          onClick={() => void tryTo(() => act("statistics_entry_remove", { id: file.project.id }))}
        >
          {t("entry.remove")}
        </button>
      )}
    </Modal>
  );
}

export function Entry({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { entry, due_by_total } = file.statistics;
  const save = (set: Patch) => act("statistics_entry_save", { project: file.project.id, set });
  const flag = (field: "due" | "entered", value: boolean | null) => (
    <EditChoice
      label={t(`entry.field.${field}`)}
      value={value === null ? null : String(value)}
      clears={false}
      choices={["true", "false"].map((one) => ({ value: one, label: t(one === "true" ? "say.yes" : "say.no") }))}
      shown={
        value === null && field === "due" ? t(due_by_total ? "entry.dueByTotal" : "entry.notDueByTotal") : undefined
      }
      save={(to) => save({ [field]: to === "true" })}
    />
  );
  return (
    <dl className="fields">
      <div>
        <dt>{t("entry.field.due")}</dt>
        <dd>{flag("due", entry?.due ?? null)}</dd>
      </div>
      <div>
        <dt>{t("entry.field.entered")}</dt>
        <dd>{flag("entered", entry?.entered ?? null)}</dd>
      </div>
      {TEXTS.filter((field) => shows(field, entry)).map((field) => (
        <div key={field}>
          <dt>{t(`entry.field.${field}`)}</dt>
          <dd>
            <Editable
              label={t(`entry.field.${field}`)}
              field={field}
              shown={entry?.[field] ?? ""}
              text={entry?.[field] ?? ""}
              long={field === "lacking" || field === "reason"}
              hint={field === "entered_period" ? t("entry.periodExample") : undefined}
              save={async (text) =>
                save(field === "entered_period" ? await typedMonth(field, text) : { [field]: text })
              }
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Why it is not entered is asked only while it is not. */
function shows(field: (typeof TEXTS)[number], entry: StatisticsEntry | null): boolean {
  return !(entry?.entered && (field === "reason" || field === "lacking") && entry[field] === null);
}
