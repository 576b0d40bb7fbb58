import { message } from "antd";
import { useTranslation } from "react-i18next";
import type { Papered } from "../bindings/types";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";
import { inWindow, openPath } from "../rpc";
import { makePaper } from "./make";

interface Props {
  /** What the file is called at first. */
  name: string;
  title: string;
  className?: string;
  write: (file: string) => Promise<Papered>;
}

/** 一页纸: one side of a sheet as .docx, made where one stands. */
export function PaperButton({ name, title, className = "btn", write }: Props) {
  const { t } = useTranslation();
  const make = async () => {
    const made = await makePaper(name, write);
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
    <button type="button" className={className} title={title} onClick={() => void tryTo(make)}>
      <Icon name="doc" />
      {t("head.paper")}
    </button>
  );
}

/** A leader's projects on one side of a sheet. */
export function LeaderPage({ leader, today }: { leader: string; today: string }) {
  const { t } = useTranslation();
  return (
    <PaperButton
      className="btn s"
      name={`${t("paper.ofLeader", { name: leader })} ${today}.docx`}
      title={t("paper.leaderNote")}
      write={(file) => act("paper_leader", { leader, as_of: null, file })}
    />
  );
}
