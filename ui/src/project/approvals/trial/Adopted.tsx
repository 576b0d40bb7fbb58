import { useTranslation } from "react-i18next";
import type { Listed, ProjectId } from "../../../bindings/types";
import { Problem } from "../../../controls/Problem";
import { useDesk } from "../../../desk";
import { faultWords } from "../../../errors";
import { useDo } from "../../../query";
import { listWords, namesOf } from "./words";
import "./trial.css";

interface Props {
  item: Listed;
  items: Listed[];
  project: ProjectId;
}

const FIELDS = ["parallel", "lacking_items", "bundle"] as const;

/** What this project does otherwise with an item: what it does not wait for, what is handed in later, with which others it is handled as one. */
export function Adopted({ item, items, project }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const save = useDo("approval_save");
  const words = (field: (typeof FIELDS)[number], value: string): string[] => {
    if (field !== "bundle") return namesOf(value.split(";"), items, lang);
    const others = items.filter((one) => one.code !== item.code && one.approval?.bundle === value);
    if (others.length === 0) return [value];
    const codes = others.map((one) => one.code);
    return [t("trial.together", { name: value, items: listWords(codes, items, lang) })];
  };
  const held = FIELDS.flatMap((field) => {
    const value = item.approval?.[field];
    return value ? [{ field, value }] : [];
  });
  if (held.length === 0) return null;
  return (
    <section className="side-part" aria-label={t("trial.adopted")}>
      <div className="cap">
        <h3>{t("trial.adopted")}</h3>
      </div>
      <ul className="how-handled">
        {held.map(({ field, value }) => (
          <li key={field}>
            <span className="note">{t(`field.${field}`)}</span>
            <span className="what">
              {words(field, value).map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
            <button
              type="button"
              className="link t12"
              aria-label={t("trial.takeBackOf", { what: t(`field.${field}`) })}
              onClick={() => save.mutate({ project, item: item.code, set: { [field]: null } })}
            >
              {t("trial.takeBack")}
            </button>
          </li>
        ))}
      </ul>
      <Problem text={save.error && faultWords(save.error.fault)} />
    </section>
  );
}
