import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ProjectId, ProjectQuery, Role } from "../bindings/types";
import { DayRow } from "../controls/DayRow";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { choiceWord } from "../project/fields";
import { act, useAsk } from "../query";

interface Props {
  duty: Role & Column;
  projects: ProjectId[];
  onClose: () => void;
  onDone: () => void;
}

/** Names that are said before the rest is only counted. */
const MOST = 6;

/** 换服务员: ticked projects get one holder of a duty from a day on, whoever held it before; one undo for all. */
export function ChangeHolderDialog({ duty: role, projects, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [to, setTo] = useState<string[]>([]);
  /** Whether the names are listed: one is enough, and the list would cover the buttons. */
  const [listed, setListed] = useState(false);
  const [since, setSince] = useState(desk.today);
  const { fault, submit } = useSubmit();
  const query: ProjectQuery = { ...WHOLE, projects };
  const held = useAsk("column_values", { query, column: role, text: null, limit: 0 }).data ?? [];
  const holders = useAsk("duty_holders", { role }).data?.holders ?? [];
  const people = useAsk("person_list", {}).data ?? [];
  const loads = new Map(holders.map((one) => [one.name, one.projects.length]));
  const register = people.filter((one) => one.name !== "" && one.until === null).map((one) => one.name);
  const names = [...new Set([...loads.keys(), ...register])];
  const name = to[0] ?? "";
  const same = held.find((one) => one.value === name)?.count ?? 0;
  const changed = projects.length - same;
  const word = choiceWord("role", role);
  const said = held.map(({ value, count }) => t("change.holds", { name: value ?? t("change.nobody"), count }));
  const change = () => act("duty_change", { role, projects, to: name, since });
  return (
    <Modal
      open
      title={t("change.title", { word, count: projects.length })}
      okText={t("change.go", { count: changed })}
      okButtonProps={{ disabled: name === "" || changed === 0 }}
      cancelText={t("act.cancel")}
      onOk={() => void submit(change, onDone)}
      onCancel={onClose}
      width={480}
    >
      <div className="form">
        <span className="k">{t("change.now")}</span>
        <p style={{ lineHeight: "28px" }}>
          {said.slice(0, MOST).join(t("change.comma"))}
          {said.length > MOST && t("change.others", { count: said.length - MOST })}
        </p>
        <label htmlFor="change-to">{t("change.to")}</label>
        <div>
          <Select
            id="change-to"
            mode="tags"
            maxCount={1}
            open={listed}
            onOpenChange={setListed}
            value={to}
            options={names.map((one) => ({ value: one, label: loads.has(one) ? `${one} ${loads.get(one)}` : one }))}
            status={fieldFault(fault, "to") ? "error" : undefined}
            style={{ width: "100%" }}
            onChange={(picked) => {
              setTo(picked);
              setListed(picked.length === 0);
            }}
          />
          <Problem text={fieldFault(fault, "to")} />
        </div>
        <DayRow
          id="change-since"
          label={t("change.since")}
          value={since}
          max={desk.today}
          problem={fieldFault(fault, "since")}
          onPick={setSince}
        />
      </div>
      <p className="note">
        {name !== "" && same > 0 && t("change.same", { name, count: same })}
        {t("change.note")}
      </p>
      <Problem text={fault && fault.fields.length === 0 ? faultWords(fault) : null} />
    </Modal>
  );
}

const WHOLE: ProjectQuery = {
  text: null,
  filters: [],
  sort: [],
  group: null,
  offset: 0,
  limit: 0,
  with_sums: false,
  with_groups: false,
};
