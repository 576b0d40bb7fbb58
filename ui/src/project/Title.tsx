import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { CopyText } from "../controls/CopyText";
import { Lamp } from "../frame/icons";
import { useLightWords } from "./light";
import { ProjectField } from "./ProjectField";

/** Light, name, and what else tells projects apart. */
export function Title({ file, menu }: { file: ProjectFile; menu: ReactNode }) {
  const { t } = useTranslation();
  const { project } = file;
  const aliases = (project.aliases ?? "").split("\n").filter(Boolean);
  const tags = (project.tags ?? "").split("\n").filter(Boolean);
  return (
    <div className="ph">
      <Lamp shade={file.light.shade} label={t(`shade.${file.light.shade}`)} />
      <div className="t20 b title" title={project.name}>
        <ProjectField file={file} name="name" />
      </div>
      {file.lists.map(
        ({ membership, list }) =>
          list && (
            <span className="tag" key={membership.id}>
              {list.name}
            </span>
          ),
      )}
      {project.carried && <span className="tag">{t(`carried.${project.carried}`)}</span>}
      {project.standing !== "active" && <span className="tag amber">{t(`choice.standing.${project.standing}`)}</span>}
      {tags.map((tag) => (
        <span className="tag" key={tag}>
          {tag}
        </span>
      ))}
      <span className="i3 t12 cut less" title={file.region_name ?? undefined}>
        {file.region_name}
      </span>
      {project.code && (
        <span className="t12 i3 less">
          <CopyText text={project.code} what={t("field.code")} />
        </span>
      )}
      {aliases.length > 0 && (
        <span className="i3 t12 cut less" title={aliases.join("\n")}>
          {t("overview.alias", { names: aliases.join("、") })}
        </span>
      )}
      <span className="grow" />
      <Why file={file} />
      {menu}
    </div>
  );
}

function Why({ file }: { file: ProjectFile }) {
  const { light } = file;
  const { short, full } = useLightWords(file);
  if (full.length === 0) return null;
  return (
    <span className={`t12 cut less why-light ${light.shade === "red" ? "red" : "amber"}`} title={full.join("\n")}>
      {short}
    </span>
  );
}
