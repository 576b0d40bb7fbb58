import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wall, WallBy } from "../bindings/types";
import { DayRow } from "../controls/DayRow";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act } from "../query";
import { useNameChoices } from "./useNameChoices";

interface Props {
  by: WallBy;
  word: string;
  projects: string[];
  wall: Wall;
  onClose: () => void;
  onDone: () => void;
}

/** Chosen projects are given to one person, or spread over several so that their loads even out. */
export function AssignDialog({ by, word, projects, wall, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [names, setNames] = useState<string[]>([]);
  const [since, setSince] = useState(desk.today);
  const { fault, submit } = useSubmit();
  const choices = useNameChoices(wall, by);
  const assign = () => {
    // Official order decides who takes the odd one, not the order of clicking.
    const place = (name: string) => {
      const at = choices.findIndex((choice) => choice.value === name);
      return at < 0 ? choices.length : at;
    };
    const ordered = [...names].sort((a, b) => place(a) - place(b));
    return act("duty_assign", { by, projects, names: ordered, since: by === "responsible_unit" ? null : since });
  };
  return (
    <Modal
      open
      title={t("wall.assignTitle", { word, count: projects.length })}
      okText={t("act.save")}
      cancelText={t("act.cancel")}
      onOk={() => void submit(assign, onDone)}
      onCancel={onClose}
      width={480}
    >
      <div className="form">
        <label htmlFor="assign-names">{word}</label>
        <div>
          <Select
            id="assign-names"
            mode="tags"
            value={names}
            options={choices}
            placeholder={t("wall.assignHint")}
            status={fieldFault(fault, "names") ? "error" : undefined}
            style={{ width: "100%" }}
            onChange={setNames}
          />
          <Problem text={fieldFault(fault, "names")} />
          <Problem text={fault && fault.fields.length === 0 ? faultWords(fault) : null} />
          {names.length > 1 && (
            <p className="note">{t("wall.spread", { people: names.length, count: projects.length })}</p>
          )}
        </div>
        {by !== "responsible_unit" && (
          <DayRow
            id="assign-since"
            label={t("field.since")}
            value={since}
            max={desk.today}
            problem={fieldFault(fault, "since")}
            onPick={setSince}
          />
        )}
      </div>
    </Modal>
  );
}
