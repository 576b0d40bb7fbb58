import { useTranslation } from "react-i18next";
import "./papers.css";

interface Paper {
  name: string;
  may_lack: boolean;
  cut?: boolean;
}

/** Papers as they are read: those that were cut are struck out and said so. */
export function PaperList({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation();
  return (
    <ol className="paper-list">
      {papers.map((paper, n) => (
        <li key={`${n} ${paper.name}`}>
          {paper.cut ? <s className="i3">{paper.name}</s> : <span>{paper.name}</span>}
          {paper.cut && <span className="tag">{t("template.cut")}</span>}
          {paper.may_lack && <span className="tag">{t("template.lack")}</span>}
        </li>
      ))}
    </ol>
  );
}
