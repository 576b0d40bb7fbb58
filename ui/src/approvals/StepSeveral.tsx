import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardRow, ProjectId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { stateWord } from "../i18n";
import { grouped } from "../lib/group";
import { useAsk } from "../query";
import { BatchForm } from "./BatchForm";
import { commonNext } from "./steps";
import { nameOf } from "./words";

interface Props {
  projects: ProjectId[];
  onClose: () => void;
}

/** A step of one item in several projects, whether it is in hand there or has still to begin: which item, of which state, then the step. */
export function StepSeveral({ projects, onClose }: Props) {
  const { lang } = useDesk();
  const [rows, setRows] = useState<BoardRow[]>([]);
  const [first] = rows;
  if (!first) return <Which projects={projects} onPick={setRows} onClose={onClose} />;
  return <BatchForm rows={rows} name={nameOf(first, lang)} onOnly={setRows} onDone={onClose} onClose={onClose} />;
}

function Which({ projects, onPick, onClose }: Props & { onPick: (rows: BoardRow[]) => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [item, setItem] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const asked = useAsk("approval_several", { projects, item });
  const there = asked.data !== undefined && !asked.isPlaceholderData;
  const items = asked.data?.items ?? [];
  const rows = item !== null && there ? asked.data.rows : [];
  // They go on together where one step can follow in all of them.
  const states = grouped(rows, (row) => row.state).sort((a, b) => b[1].length - a[1].length);
  const together = states.length > 1 && commonNext(rows).length > 0;
  const chosen = states.find(([one]) => one === state) ?? (together ? undefined : states[0]);
  const taken = chosen ? chosen[1] : rows;
  const most = asked.error?.fault.fields.find((one) => one.field === "projects")?.params.most;
  const word = ([one, of]: (typeof states)[number]) =>
    t("desk_approvals.itemOf", { name: of[0] ? stateWord(of[0].kind, of[0].state) : one, count: of.length });
  return (
    <Modal
      open
      title={t("desk_approvals.whichItem")}
      okText={t("desk_approvals.goOn")}
      okButtonProps={{ disabled: taken.length === 0 }}
      cancelText={t("act.cancel")}
      onOk={() => onPick(taken)}
      onCancel={onClose}
      width={520}
    >
      {there && items.length === 0 ? (
        <p className="i2">{t("desk_approvals.noneAhead")}</p>
      ) : (
        <div className="form">
          <p className="note all">{t("desk_approvals.whichItemLead")}</p>
          <label htmlFor="ab-which">{t("approvals.item")}</label>
          <Select
            id="ab-which"
            placeholder={t("desk_approvals.whichItem")}
            showSearch={{ optionFilterProp: "label" }}
            autoFocus
            value={item}
            options={items.map((one) => ({
              value: one.code,
              label: t("desk_approvals.itemOf", { name: `${one.code} ${nameOf(one, lang)}`, count: one.count }),
            }))}
            onChange={(code: string) => {
              setItem(code);
              setState(null);
            }}
          />
          {states.length > 1 && (
            <>
              <label htmlFor="ab-now">{t("desk_approvals.now")}</label>
              <Select
                id="ab-now"
                value={chosen?.[0] ?? ""}
                options={[
                  ...(together ? [{ value: "", label: t("desk_approvals.anyState", { count: rows.length }) }] : []),
                  ...states.map((one) => ({ value: one[0], label: word(one) })),
                ]}
                onChange={setState}
              />
            </>
          )}
        </div>
      )}
      <Problem
        text={asked.error && (most ? t("desk_approvals.tooManyProjects", { most }) : faultWords(asked.error.fault))}
      />
    </Modal>
  );
}
