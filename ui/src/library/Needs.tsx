import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EditMany } from "./EditMany";
import { groupsOf, listOf, needsText } from "./fields";
import { MEASURES, measureWord } from "./measures";
import { FieldRow, type Part, Said } from "./rows";
import { useLatest } from "./useLatest";
import { useTemplateWords } from "./words";

/** What must be done before: every group, any item of each. */
export function Needs({ part }: { part: Part }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  // An emptied group goes; the line for a new one is made anew once it was filled.
  const [filled, setFilled] = useState(0);
  const { line, items, save } = part;
  const { shown: groups, change } = useLatest(groupsOf(line.row.needs), async (to) => save?.({ needs: needsText(to) }));
  const named = (group: string[]) => group.map((code) => words.named(code, items));
  if (!save) {
    if (groups.length === 0) return null;
    return (
      <FieldRow part={part} field="needs">
        <ul className="lib-needs">
          {groups.map((group) => (
            <li key={group.join()}>{named(group).join(t("template.any"))}</li>
          ))}
        </ul>
      </FieldRow>
    );
  }
  const choices = items
    .filter((row) => row.code !== line.row.code)
    .map((row) => ({ value: row.code, label: words.named(row.code, items) }));
  const put = (at: number) => (group: string[]) =>
    change((now) => (at < now.length ? now.map((old, n) => (n === at ? group : old)) : [...now, group]));
  return (
    <FieldRow part={part} field="needs">
      <ul className="lib-needs">
        {groups.map((group, n) => (
          <li key={group.join()}>
            <EditMany
              label={t("template.group", { n: n + 1 })}
              value={group}
              choices={choices}
              placeholder={t("template.pickItems")}
              shown={named(group).join(t("template.any"))}
              said={named(group).join(t("template.any"))}
              save={put(n)}
            />
          </li>
        ))}
        <li key={`new ${filled}`}>
          <EditMany
            label={t("template.addGroup")}
            value={[]}
            choices={choices}
            placeholder={t("template.pickItems")}
            shown={<span className="acc">{t("template.addGroup")}</span>}
            said=""
            save={async (group) => {
              await put(groups.length)(group);
              setFilled(filled + 1);
            }}
          />
        </li>
      </ul>
      <p className="note">{t("template.groupNote")}</p>
    </FieldRow>
  );
}

/** Alternatives: a project has only one of them. */
export function Excludes({ part }: { part: Part }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { line, items, save } = part;
  const codes = listOf(line.row.excludes, ";");
  const shown = codes.map((code) => words.named(code, items)).join(words.joined);
  if (!save) return codes.length === 0 ? null : <Said part={part} field="excludes" text={shown} />;
  return (
    <FieldRow part={part} field="excludes">
      <EditMany
        label={t("template.field.excludes")}
        value={codes}
        choices={items
          .filter((row) => row.code !== line.row.code)
          .map((row) => ({ value: row.code, label: words.named(row.code, items) }))}
        placeholder={t("template.pickItems")}
        shown={shown}
        said={shown}
        save={(to) => save({ excludes: to.join(";") })}
      />
    </FieldRow>
  );
}

/** 并联审批, 容缺受理 …: those in use, those of the trade, or any other. */
export function MeasuresRow({ part }: { part: Part }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { line, items, save } = part;
  const held = listOf(line.row.measures, ";");
  const shown = held.map(measureWord).join(words.joined);
  if (!save) return held.length === 0 ? null : <Said part={part} field="measures" text={shown} />;
  const used = items.flatMap((row) => listOf(row.measures, ";"));
  const all = new Set([...used, ...MEASURES]);
  return (
    <FieldRow part={part} field="measures">
      <EditMany
        label={t("template.field.measures")}
        value={held}
        free
        choices={[...all].map((value) => ({ value, label: measureWord(value) }))}
        placeholder={t("template.pickMeasures")}
        shown={shown}
        said={shown}
        save={(to) =>
          save({
            measures: to
              .map((one) => one.replaceAll(";", " ").trim())
              .filter(Boolean)
              .join(";"),
          })
        }
      />
    </FieldRow>
  );
}
