import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Papered } from "../bindings/types";
import { useDesk } from "../desk";
import { act, tryTo } from "../query";
import { inWindow, openPath } from "../rpc";
import { type Made, makePaper } from "./make";
import "./print.css";

interface Props {
  project?: { id: string; name: string } | undefined;
  leader?: string | undefined;
  as_of: string | null;
}

/** 给我一张纸: a sheet of the chosen project or leader as .docx. */
export function Sheets({ project, leader, as_of }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [made, setMade] = useState<Made | null>(null);
  const make = async (name: string, write: (file: string) => Promise<Papered>) => {
    const done = await makePaper(name, write);
    if (done) setMade(done);
  };
  const ofProject = () => {
    if (!project) return;
    const name = `${t("paper.ofProject", { name: project.name })} ${desk.today}.docx`;
    void tryTo(() => make(name, (file) => act("paper_project", { project: project.id, file })));
  };
  const ofLeader = () => {
    if (!leader) return;
    const name = `${t("paper.ofLeader", { name: leader })} ${desk.today}.docx`;
    void tryTo(() => make(name, (file) => act("paper_leader", { leader, as_of, file })));
  };
  return (
    <div className="row" style={{ flexWrap: "wrap" }}>
      <button type="button" className="btn s" disabled={!project} onClick={ofProject}>
        {project ? t("paper.ofProject", { name: project.name }) : t("board.sheet.project")}
      </button>
      <button type="button" className="btn s" disabled={!leader} onClick={ofLeader}>
        {leader ? t("paper.ofLeader", { name: leader }) : t("board.sheet.leader")}
      </button>
      <button type="button" className="btn s" onClick={() => window.print()}>
        {t("board.sheet.print")}
      </button>
      {made && (
        <span className="note" role="status">
          {t("board.sheet.saved", { name: made.name })} {made.over && <b className="amber">{t("board.sheet.over")} </b>}
          {inWindow && (
            <button type="button" className="link" onClick={() => void tryTo(() => openPath(made.file))}>
              {t("board.sheet.open")}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
