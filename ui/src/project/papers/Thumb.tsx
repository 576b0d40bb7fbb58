import { useTranslation } from "react-i18next";
import type { OnFile } from "../../bindings/types";
import { usePicture } from "./usePicture";

/** A small picture that opens the large one. */
export function Thumb({ paper, onSee }: { paper: OnFile; onSee: () => void }) {
  const { t } = useTranslation();
  const url = usePicture(paper.attachment.id);
  return (
    <button
      type="button"
      className="thumb"
      onClick={onSee}
      aria-label={t("papers.see", { name: paper.attachment.name })}
    >
      {url && <img src={url} alt="" />}
    </button>
  );
}
