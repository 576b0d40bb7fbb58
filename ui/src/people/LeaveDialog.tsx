import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookPerson } from "../bindings/types";
import { DayRow } from "../controls/DayRow";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";

/** Somebody leaves a seat: when, who follows, and whether the projects go over too. He stays in the book with his term. */
export function LeaveDialog({ one, onClose }: { one: BookPerson; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [on, setOn] = useState(desk.today);
  const [successor, setSuccessor] = useState("");
  const [projects, setProjects] = useState(one.projects > 0);
  const { fault, submit } = useSubmit();
  const leave = () =>
    act("person_leave", { id: one.person.id, on, successor, projects: projects && successor.trim() !== "" });
  return (
    <Modal
      open
      title={t("book.leaveTitle", { name: one.person.name, title: one.person.title ?? "" })}
      okText={t("act.save")}
      cancelText={t("act.cancel")}
      onOk={() => void submit(leave, onClose)}
      onCancel={onClose}
      width={480}
    >
      <div className="form">
        <DayRow
          id="leave-on"
          label={t("book.leaveOn")}
          value={on}
          max={desk.today}
          problem={fieldFault(fault, "on")}
          onPick={setOn}
        />
        <label htmlFor="leave-to">{t("book.successor")}</label>
        <input
          id="leave-to"
          className="field"
          value={successor}
          placeholder={t("book.successorNone")}
          onChange={(e) => setSuccessor(e.target.value)}
        />
        {one.projects > 0 && (
          <>
            <span className="k">{t("book.duties")}</span>
            <div>
              <Tick checked={projects} disabled={successor.trim() === ""} onTick={setProjects}>
                {t("book.handOver", { count: one.projects })}
              </Tick>
            </div>
          </>
        )}
      </div>
      <p className="note">{t("book.leaveNote")}</p>
      <Problem text={fault && (fieldFault(fault, "on") === null ? faultWords(fault) : null)} />
    </Modal>
  );
}
