import { message } from "antd";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { makePaper } from "../paper/make";
import { act, tryTo } from "../query";
import { inWindow, openPath } from "../rpc";

interface Props {
  project: { id: string; name: string };
  className?: string;
}

/** 一页纸: the project on one side of a sheet, as .docx, made where one stands. */
export function OnePage({ project, className = "btn" }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const make = async () => {
    const name = `${t("paper.ofProject", { name: project.name })} ${desk.today}.docx`;
    const made = await makePaper(name, (file) => act("paper_project", { project: project.id, file }));
    if (!made) return;
    const told = t(made.over ? "head.paperOver" : "head.paperMade", { name });
    void message.open({
      type: made.over ? "warning" : "success",
      duration: 8,
      content: (
        <>
          {told}{" "}
          {inWindow && (
            <button type="button" className="link" onClick={() => void tryTo(() => openPath(made.file))}>
              {t("board.sheet.open")}
            </button>
          )}
        </>
      ),
    });
  };
  return (
    <button type="button" className={className} title={t("head.paperNote")} onClick={() => void tryTo(make)}>
      <Icon name="doc" />
      {t("head.paper")}
    </button>
  );
}
