import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, MaterialHeld, Patch, ProjectId } from "../../../bindings/types";
import { Problem } from "../../../controls/Problem";
import { useSubmit } from "../../../controls/useSubmit";
import { fieldFault, shortWords } from "../../../errors";
import { act } from "../../../query";
import { MaterialRow } from "./MaterialRow";
import "./ways.css";

interface Props {
  item: Listed;
  project: ProjectId;
}

/** As the library lists them; what was added for the project comes after, by name. */
const inOrder = (a: MaterialHeld, b: MaterialHeld) =>
  Number(b.listed) - Number(a.listed) || (a.listed ? 0 : a.name.localeCompare(b.name, "zh"));

const isThere = ({ known }: MaterialHeld) => known?.ready_on != null || known?.handed_on != null;

/** 材料: what is to be handed in with it, what is ready and what is in. */
export function Materials({ item, project }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const added = useSubmit();
  const kept = useSubmit();
  const asked = item.materials.filter(({ known }) => !known?.not_needed);
  const save = (paper: string, set: Patch) =>
    act("approval_material_save", { project, item: item.code, name: paper, set });
  const add = () =>
    void added.submit(
      () => save(name, {}),
      () => setName(""),
    );
  return (
    <section className="side-part" aria-label={t("ways.papers.title")}>
      <div className="cap">
        <h3>{t("ways.papers.title")}</h3>
        {asked.length > 0 && (
          <span className="n">
            {asked.some(({ known }) => known !== null)
              ? t("ways.papers.count", { ready: asked.filter(isThere).length, all: asked.length })
              : t("ways.papers.all", { count: asked.length })}
          </span>
        )}
      </div>
      {item.materials.length > 0 && (
        <table className="lines aw-papers">
          <thead>
            <tr>
              <th scope="col">{t("ways.papers.name")}</th>
              <th scope="col" className="c-tick">
                {t("ways.papers.ready")}
              </th>
              <th scope="col" className="c-tick">
                {t("ways.papers.handed")}
              </th>
              <td className="c-more" />
            </tr>
          </thead>
          <tbody>
            {item.materials.toSorted(inOrder).map((held) => (
              <MaterialRow
                key={held.name}
                held={held}
                onSet={(set) => kept.submit(() => save(held.name, set))}
                onRemove={(id) => kept.submit(() => act("approval_material_remove", { id }))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Problem text={kept.fault && shortWords(kept.fault)} />
      {!item.waived && (
        <form
          className="aw-own"
          onSubmit={(e) => {
            e.preventDefault();
            add();
          }}
        >
          <input
            className={added.fault ? "field bad" : "field"}
            value={name}
            placeholder={t("ways.papers.addHint")}
            aria-label={t("ways.papers.addHint")}
            onChange={(e) => setName(e.target.value)}
          />
          <button type="submit" className="btn" disabled={name.trim() === ""}>
            {t("ways.papers.add")}
          </button>
        </form>
      )}
      <Problem text={added.fault && (fieldFault(added.fault, "name") ?? shortWords(added.fault))} />
    </section>
  );
}
