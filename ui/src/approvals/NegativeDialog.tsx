import { Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { NegativeEntry, NegativeMeasure } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { useFirstField } from "../controls/firstField";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { useGiveBack } from "../controls/useGiveBack";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault } from "../errors";
import { useKept } from "../lib/kept";
import { act } from "../query";

const TEXTS = ["name", "content", "industry", "words", "legal_basis", "note"] as const;
type TextKey = (typeof TEXTS)[number];

type Draft = Record<TextKey, string> & { measure: NegativeMeasure; since: string; until: string };
const MEASURES: NegativeMeasure[] = ["prohibited", "permit"];

const LABEL = {
  name: "three_lists.entry",
  content: "three_lists.content",
  industry: "three_lists.industry",
  words: "three_lists.words",
  legal_basis: "three_lists.basis",
  note: "three_lists.note",
} as const;

/** One entry of the negative list, new or changed. */
export function NegativeDialog({ entry, onClose }: { entry: NegativeEntry | null; onClose: () => void }) {
  const { t } = useTranslation();
  const kept = useKept<Draft>(`negative:${entry?.id ?? ""}`, {
    name: entry?.name ?? "",
    content: entry?.content ?? "",
    industry: entry?.industry ?? "",
    words: entry?.words ?? "",
    legal_basis: entry?.legal_basis ?? "",
    note: entry?.note ?? "",
    measure: entry?.measure ?? "prohibited",
    since: entry?.since ?? "",
    until: entry?.until ?? "",
  });
  const { draft, change, forget } = kept;
  const { measure, since, until } = draft;
  const { fault, submit } = useSubmit();
  const box = useFirstField<HTMLDivElement>();
  useGiveBack();
  const save = () => {
    const set = { ...draft, since: since || null, until: until || null };
    return act("negative_save", { id: entry?.id ?? null, set }, { saved: forget });
  };
  const field = (key: TextKey, hint?: string) => {
    const problem = fieldFault(fault, key);
    const shared = {
      id: `negative-${key}`,
      className: problem ? "field bad" : "field",
      value: draft[key],
      placeholder: hint,
      onChange: (e: { target: { value: string } }) => change({ [key]: e.target.value }),
    };
    return (
      <>
        <label htmlFor={`negative-${key}`}>{t(LABEL[key])}</label>
        <div>
          {key === "content" ? <textarea rows={2} {...shared} /> : <input {...shared} />}
          <Problem text={problem} />
        </div>
      </>
    );
  };
  const day = (key: "since" | "until", value: string, set: (day: string) => void) => (
    <>
      <label htmlFor={`negative-${key}`}>{t(`three_lists.${key}`)}</label>
      <div>
        <DayInput
          id={`negative-${key}`}
          label={t(`three_lists.${key}`)}
          value={value}
          clears
          bad={fieldFault(fault, key) !== null}
          onPick={set}
        />
        <Problem text={fieldFault(fault, key)} />
      </div>
    </>
  );
  return (
    <Modal
      open
      title={t(entry ? "three_lists.editTitle" : "three_lists.newTitle")}
      okText={t("act.save")}
      cancelText={t("act.cancel")}
      onOk={() => void submit(save, onClose)}
      onCancel={onClose}
      width={560}
    >
      <Unsaved kept={kept} />
      <div ref={box} className="form">
        {field("name")}
        <label htmlFor="negative-measure">{t("three_lists.measure")}</label>
        <Select
          id="negative-measure"
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`three_lists.measures.${value}`) }))}
          onChange={(measure: NegativeMeasure) => change({ measure })}
        />
        {field("industry", t("three_lists.industryHint"))}
        {field("words", t("three_lists.wordsHint"))}
        {field("content")}
        {field("legal_basis")}
        {day("since", since, (since) => change({ since }))}
        {day("until", until, (until) => change({ until }))}
        {field("note")}
      </div>
      <Problem text={fault && fault.fields.length === 0 ? faultWords(fault) : null} />
    </Modal>
  );
}
