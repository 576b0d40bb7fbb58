import { useTranslation } from "react-i18next";
import type { ProjectFile, ProjectState } from "../bindings/types";
import { EditChoice } from "../controls/EditChoice";
import { act, useAsk } from "../query";
import { choiceWord } from "./fields";

/** States that take a project out of every count; its way back is 状态变更. */
const ENDED: readonly ProjectState[] = ["terminated", "delisted", "merged"];

/** 计数口径: whether the project counts in sums of numbers and money, and why not (practice C32). */
export function CountField({ file, label }: { file: ProjectFile; label: string }) {
  const { t } = useTranslation();
  const { project, parent, children } = file;
  const family = parent?.id ?? (children.length > 0 ? project.id : null);
  const standing = useAsk("standing_get", { id: family ?? project.id }, family !== null);
  const parts = family === null ? null : standing.data?.parts;
  // Somebody else's part that counts twice is told there.
  const here = parent ? parts?.parts.some((part) => part.id === project.id && part.counted) : true;
  const twice = parts?.basis === null && here === true && project.counted;
  const no = t(parent ? "counting.noPart" : "counting.no");
  const ended = ENDED.includes(project.standing);
  if (ended && !project.counted) {
    return (
      <>
        <span className="plain">{t("counting.no")}</span>
        <p className="why-not">{t("counting.whyEnded", { what: choiceWord("standing", project.standing) })}</p>
      </>
    );
  }
  const why = () => {
    if (twice) return <span className="warned">{t("counting.twice")}</span>;
    if (project.counted) return null;
    if (parent) return t("counting.whyPart", { name: parent.name });
    return t(children.length > 0 ? "counting.whyParts" : "counting.whyOther");
  };
  const words = why();
  return (
    <>
      <EditChoice
        label={label}
        value={String(project.counted)}
        clears={false}
        choices={[
          { value: "true", label: t("counting.yes") },
          { value: "false", label: no },
        ]}
        shown={project.counted || parent ? undefined : t("counting.no")}
        save={(to) => act("project_save", { id: project.id, set: { counted: to === "true" } })}
      />
      {words && <p className="why-not">{words}</p>}
    </>
  );
}
