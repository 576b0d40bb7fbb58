import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role, Wall } from "../bindings/types";
import { DayRow } from "../controls/DayRow";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { useNameChoices } from "./useNameChoices";

interface Props {
  role: Role;
  from: string;
  /** How many projects the line has. */
  all: number;
  chosen: string[];
  wall: Wall;
  onClose: () => void;
  onDone: () => void;
}

/** One hands over to another from a day on; the history of each project keeps both. */
export function HandOverDialog({ role, from, all, chosen, wall, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [to, setTo] = useState<string[]>([]);
  /** Whether the names are listed: one is enough, and the list would cover the buttons. */
  const [listed, setListed] = useState(false);
  const [on, setOn] = useState(desk.today);
  const { fault, submit } = useSubmit();
  const choices = useNameChoices(wall, role).filter((choice) => choice.value !== from);
  const handOver = () =>
    act("duty_hand_over", {
      role,
      since: on,
      moves: [{ from, to: to[0] ?? "", projects: chosen.length > 0 ? chosen : null }],
    });
  return (
    <Modal
      open
      title={t("wall.handTitle", { name: from, count: chosen.length > 0 ? chosen.length : all })}
      okText={t("wall.handOver")}
      cancelText={t("act.cancel")}
      onOk={() => void submit(handOver, onDone)}
      onCancel={onClose}
      width={480}
    >
      <div className="form">
        <label htmlFor="hand-to">{t("wall.handTo")}</label>
        <div>
          <Select
            id="hand-to"
            mode="tags"
            maxCount={1}
            open={listed}
            onOpenChange={setListed}
            value={to}
            options={choices}
            status={fieldFault(fault, "moves.0.to") ? "error" : undefined}
            style={{ width: "100%" }}
            onChange={(names) => {
              setTo(names);
              setListed(names.length === 0);
            }}
          />
          <Problem text={fieldFault(fault, "moves.0.to")} />
        </div>
        <DayRow
          id="hand-on"
          label={t("wall.handOn")}
          value={on}
          max={desk.today}
          problem={fieldFault(fault, "since")}
          onPick={setOn}
        />
      </div>
      <p className="note">{t("wall.handNote")}</p>
      <Problem text={fault && fault.fields.length === 0 ? faultWords(fault) : null} />
    </Modal>
  );
}
