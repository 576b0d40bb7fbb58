import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, Role, Wall } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { Refused } from "../rpc";
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
  const [fault, setFault] = useState<Fault | null>(null);
  const choices = useNameChoices(wall, role).filter((choice) => choice.value !== from);
  const submit = async () => {
    try {
      await act("duty_hand_over", {
        role,
        since: on,
        moves: [{ from, to: to[0] ?? "", projects: chosen.length > 0 ? chosen : null }],
      });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <Modal
      open
      title={t("wall.handTitle", { name: from, count: chosen.length > 0 ? chosen.length : all })}
      okText={t("wall.handOver")}
      cancelText={t("act.cancel")}
      onOk={() => void submit()}
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
        <label htmlFor="hand-on">{t("wall.handOn")}</label>
        <div>
          <DayInput
            id="hand-on"
            label={t("wall.handOn")}
            value={on}
            max={desk.today}
            bad={fieldFault(fault, "since") !== null}
            onPick={setOn}
          />
          <Problem text={fieldFault(fault, "since")} />
        </div>
      </div>
      <p className="note">{t("wall.handNote")}</p>
      <Problem text={fault && fault.fields.length === 0 ? faultWords(fault) : null} />
    </Modal>
  );
}
