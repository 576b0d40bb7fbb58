import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalId, ProjectId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { useAsk } from "../query";
import { BatchForm } from "./BatchForm";
import { nameOf } from "./words";

interface Props {
  projects: ProjectId[];
  onClose: () => void;
}

/** A step of one item in several projects, whether it is in hand there or has still to begin: which item, then which step. */
export function StepSeveral({ projects, onClose }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [picked, setPicked] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [dropped, setDropped] = useState<ReadonlySet<ApprovalId>>(new Set());
  const asked = useAsk("approval_several", { projects, item });
  const items = asked.data?.items ?? [];
  const there = asked.data && !asked.isPlaceholderData;
  const rows = item !== null && there ? asked.data.rows.filter((row) => !dropped.has(row.approval)) : [];
  const [first] = rows;
  if (first) {
    const onOnly = (left: typeof rows) => {
      const stay = new Set(left.map((row) => row.approval));
      const gone = rows.filter((row) => !stay.has(row.approval)).map((row) => row.approval);
      setDropped(new Set([...dropped, ...gone]));
    };
    return <BatchForm rows={rows} name={nameOf(first, lang)} onOnly={onOnly} onDone={onClose} onClose={onClose} />;
  }
  return (
    <Modal
      open
      title={t("desk_approvals.whichItem")}
      okText={t("desk_approvals.goOn")}
      okButtonProps={{ disabled: picked === null, "aria-busy": item !== null && !there }}
      cancelText={t("act.cancel")}
      onOk={() => setItem(picked)}
      onCancel={onClose}
      width={520}
    >
      {there && items.length === 0 ? (
        <p className="i2">{t("desk_approvals.noneAhead")}</p>
      ) : (
        <>
          <p className="note">{t("desk_approvals.whichItemLead")}</p>
          <Select
            aria-label={t("desk_approvals.whichItem")}
            placeholder={t("desk_approvals.whichItem")}
            showSearch={{ optionFilterProp: "label" }}
            autoFocus
            value={picked}
            options={items.map((one) => ({
              value: one.code,
              label: t("desk_approvals.itemOf", { name: `${one.code} ${nameOf(one, lang)}`, count: one.count }),
            }))}
            style={{ width: "100%" }}
            onChange={setPicked}
          />
        </>
      )}
      <Problem text={asked.error && faultWords(asked.error.fault)} />
    </Modal>
  );
}
