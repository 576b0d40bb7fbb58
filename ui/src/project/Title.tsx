import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { CopyText } from "../controls/CopyText";
import { Icon, Lamp } from "../frame/icons";
import { shifted } from "../lib/money";
import { useNarrow } from "./fold";
import { useLightWords } from "./light";
import { ProjectField } from "./ProjectField";
import { WhyLight } from "./WhyLight";

interface Props {
  file: ProjectFile;
  /** What stands below it is folded: the stage and the index are said here. */
  folded: boolean;
  menu: ReactNode;
}

/** Light, name, and what else tells projects apart. The name goes last where there is no room, the code and the days never. */
export function Title({ file, folded, menu }: Props) {
  const { t } = useTranslation();
  const { project, index } = file;
  const light = useLightWords(file);
  const narrow = useNarrow();
  const about = useAbout(file);
  return (
    <div className="ph">
      <Lamp shade={file.light.shade} label={t(`shade.${file.light.shade}`)} />
      <div className="t20 b title" title={[project.name, ...about.all].join("\n")}>
        <ProjectField file={file} name="name" />
      </div>
      {folded && (
        <span className="t12 nowrap ph-said">
          <b title={t("head.stage")}>{t(`stage.${project.stage}`)}</b>
          {index.value !== null && (
            <>
              <span className="i3">{t("head.index")}</span> <b>{shifted(index.value, 1, 1)}</b>
            </>
          )}
        </span>
      )}
      {project.code && (
        <span className="t12 i3 code">
          <CopyText text={project.code} what={t("field.code")} />
        </span>
      )}
      <Tags {...about} />
      <span className="grow" />
      <WhyLight words={light} brief={narrow} className={file.light.shade === "red" ? "t12 red" : "t12 amber"} />
      {menu}
    </div>
  );
}

interface About {
  standing: string | null;
  tags: string[];
  region: string | null;
  /** 又名. */
  known: string | null;
  /** All of them. */
  all: string[];
}

/** Lists, kind, standing, tags, region and other names. */
function useAbout(file: ProjectFile): About {
  const { t } = useTranslation();
  const { project } = file;
  const split = (text: string | null) => (text ?? "").split("\n").filter(Boolean);
  const standing = project.standing === "active" ? null : t(`choice.standing.${project.standing}`);
  const tags = [
    ...file.lists.flatMap(({ list }) => (list ? [list.name] : [])),
    ...(project.carried ? [t(`carried.${project.carried}`)] : []),
    ...split(project.tags),
  ];
  const aliases = split(project.aliases);
  const known = aliases.length > 0 ? t("overview.alias", { names: aliases.join("、") }) : null;
  const all = [standing, ...tags, file.region_name, known].filter((one) => typeof one === "string");
  return { standing, tags, region: file.region_name, known, all };
}

/** On one line; what has no room there is read by pointing at it, or at the name. */
function Tags({ standing, tags, region, known, all }: About) {
  if (all.length === 0) return null;
  return (
    <span className="ph-tags" title={all.join("\n")}>
      {standing && <span className="tag amber">{standing}</span>}
      {tags.map((tag) => (
        <span className="tag" key={tag}>
          {tag}
        </span>
      ))}
      {region && <span className="i3 t12">{region}</span>}
      {known && <span className="i3 t12 cut">{known}</span>}
    </span>
  );
}

interface FoldProps {
  folded: boolean;
  onFold: (to: boolean) => void;
}

/** Folds and unfolds what stands below the name. */
export function Fold({ folded, onFold }: FoldProps) {
  const { t } = useTranslation();
  const name = t(folded ? "head.unfold" : "head.fold");
  return (
    <button
      type="button"
      className="btn flat sq"
      aria-label={name}
      title={name}
      aria-expanded={!folded}
      onClick={() => onFold(!folded)}
    >
      <Icon name={folded ? "down" : "up"} />
    </button>
  );
}
