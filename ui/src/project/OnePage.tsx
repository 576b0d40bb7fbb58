import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { PaperButton } from "../paper/PaperButton";
import { act } from "../query";

interface Props {
  project: { id: string; name: string };
  className?: string;
}

/** 一页纸: the project on one side of a sheet, as .docx, made where one stands. */
export function OnePage({ project, className = "btn" }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  return (
    <PaperButton
      className={className}
      name={`${t("paper.ofProject", { name: project.name })} ${desk.today}.docx`}
      title={t("head.paperNote")}
      write={(file) => act("paper_project", { project: project.id, file })}
    />
  );
}
