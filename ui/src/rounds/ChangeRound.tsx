import { useNavigate } from "@tanstack/react-router";
import { Modal, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoundPage, SaveRound } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords } from "../errors";
import { act, client } from "../query";
import { Due, Row } from "./fields";

/** 更改: until when and as of when; and removing a round that was opened by mistake, while nothing has come back. */
export function ChangeRound({ page, onClose }: { page: RoundPage; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { round } = page;
  const [draft, setDraft] = useState<SaveRound>({
    id: round.id,
    as_of: round.as_of,
    due_on: round.due_on,
    due_minute: round.due_minute,
    note: round.note ?? "",
  });
  const { fault, submit } = useSubmit();
  const set = (change: Partial<SaveRound>) => setDraft({ ...draft, ...change });
  const save = () => submit(() => act("round_save", draft), onClose);
  const remove = () =>
    submit(async () => {
      // Away first: the page of a round that is gone has nothing to ask for.
      await navigate({ to: "/rounds" });
      client.removeQueries({ queryKey: ["round_get", { id: round.id }] });
      await act("round_remove", { id: round.id });
    });
  const came = page.units.some((line) => line.files.length > 0);
  return (
    <Modal
      open
      title={t("rounds.change")}
      width={560}
      onCancel={onClose}
      footer={
        <div className="row">
          {came ? (
            <span className="note">{t("rounds.cannotRemove")}</span>
          ) : (
            <Popconfirm
              title={t("rounds.removeAsk", { name: round.name })}
              description={t("rounds.removeLead")}
              okText={t("rounds.remove")}
              cancelText={t("act.cancel")}
              okButtonProps={{ autoInsertSpace: false }}
              cancelButtonProps={{ autoInsertSpace: false }}
              onConfirm={() => void remove()}
            >
              <button type="button" className="btn">
                {t("rounds.remove")}
              </button>
            </Popconfirm>
          )}
          <div className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t("act.cancel")}
          </button>
          <button type="button" className="btn pri" onClick={() => void save()}>
            {t("act.save")}
          </button>
        </div>
      }
    >
      <div className="form round-form">
        <Row name={t("rounds.asOf")}>
          <div style={{ width: 136 }}>
            <DayInput label={t("rounds.asOf")} value={draft.as_of} onPick={(as_of) => set({ as_of })} />
          </div>
        </Row>
        <Due day={draft.due_on} minute={draft.due_minute} fault={fault} onChange={set} />
        <Row name={t("rounds.note")}>
          <input
            className="field"
            aria-label={t("rounds.note")}
            value={draft.note}
            onChange={(e) => set({ note: e.target.value })}
          />
        </Row>
        {fault && fault.fields.length === 0 && <Problem text={faultWords(fault)} />}
      </div>
    </Modal>
  );
}
