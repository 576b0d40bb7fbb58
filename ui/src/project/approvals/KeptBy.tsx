import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../../bindings/types";
import { MoveDialog } from "../../library/MoveDialog";
import { useTemplateWords } from "../../library/words";
import { useAsk } from "../../query";

/** By which version of the library the checklist is kept, where that is not the newest, and what the newest would change. */
export function KeptBy({ project }: { project: ProjectId }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const [opened, setOpened] = useState(false);
  const list = useAsk("template_list", {});
  const versions = list.data ?? [];
  const newest = versions.find((one) => one.newest);
  const own = newest?.id ?? null;
  const asked = useAsk(
    "checklist_difference",
    { projects: [project], version: own, offset: 0, limit: 1 },
    own !== null,
  );
  const row = asked.data?.rows[0];
  const kept = versions.find((one) => one.id === row?.kept_by);
  if (!newest || own === null || row?.project !== project || !kept || kept.newest) return null;
  return (
    <p className="kept-by">
      {t("template.keptBy", { version: words.version(kept), newest: words.version(newest) })}
      <button type="button" className="link" onClick={() => setOpened(true)}>
        {t("template.seeMove")}
      </button>
      {opened && <MoveDialog version={newest} versions={versions} project={project} onClose={() => setOpened(false)} />}
    </p>
  );
}
