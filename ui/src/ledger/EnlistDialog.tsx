import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords } from "../errors";
import { listLabel } from "../lib/lists";
import { act, useAsk } from "../query";

interface Props {
  projects: ProjectId[];
  onClose: () => void;
}

/** 列入清单 for ticked projects; those that stand on it already stay as they are. */
export function EnlistDialog({ projects, onClose }: Props) {
  const { t } = useTranslation();
  const [list, setList] = useState<string | null>(null);
  const lists = useAsk("list_list", {});
  // Nobody joins a frozen list.
  const open = (lists.data ?? []).filter((one) => one.frozen_on === null);
  const { fault, submit } = useSubmit();
  const save = () => void submit(async () => list && (await act("membership_many", { list, projects })), onClose);
  return (
    <Modal
      open
      title={t("grid.enlistTitle", { count: projects.length })}
      okText={t("overview.enlist")}
      okButtonProps={{ disabled: list === null }}
      cancelText={t("act.cancel")}
      onOk={save}
      onCancel={onClose}
      width={440}
    >
      <div className="form">
        <label htmlFor="enlist-many">{t("grid.enlistWhich")}</label>
        <Select
          id="enlist-many"
          value={list}
          style={{ width: "100%" }}
          notFoundContent={t("grid.enlistNone")}
          options={open.map((one) => ({ value: one.id, label: listLabel(one, open) }))}
          onChange={setList}
        />
      </div>
      <p className="note">{t("grid.enlistNote")}</p>
      <Problem text={fault && faultWords(fault)} />
    </Modal>
  );
}
