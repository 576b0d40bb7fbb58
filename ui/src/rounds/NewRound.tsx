import { Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Asked, OpenRound, RoundKind, Split } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { Tick } from "../controls/Tick";
import { Unsaved } from "../controls/Unsaved";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { useKept } from "../lib/kept";
import { listLabel } from "../lib/lists";
import { act, useAsk } from "../query";
import { Due, Row } from "./fields";
import { lastDay, periodName, periodOf } from "./words";

const ASKED = [
  "stage",
  "started",
  "started_actual",
  "done_total",
  "done_year",
  "done_month",
  "entered",
  "image",
  "issue",
  "next_step",
] as const satisfies Asked[];
const USUAL: Asked[] = ["stage", "started", "done_total", "done_year", "entered", "image", "issue", "next_step"];

interface Props {
  onClose: () => void;
  onMade: (id: string) => void;
}

/** 新建报送期: what period, by when, whom, which columns. Opening it freezes 上期. */
export function NewRound({ onClose, onMade }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const lists = useAsk("list_list", {});
  const { fault, submit } = useSubmit();
  const first = periodOf("quarterly", desk.today);
  const kept = useKept<Omit<OpenRound, "query"> & { list: string | null }>("round", {
    list: null,
    name: "",
    kind: "quarterly",
    period: first,
    as_of: lastDay(first),
    due_on: lastDay(first),
    due_minute: 17 * 60,
    split: "region",
    asked: USUAL,
    note: "",
  });
  const { draft, change: set, forget } = kept;
  const reach = (kind: RoundKind, day: string) => {
    const period = periodOf(kind, day);
    set({ kind, period, as_of: lastDay(period), due_on: lastDay(period) });
  };
  const tick = (asked: Asked, on: boolean) =>
    set({ asked: ASKED.filter((one) => (one === asked ? on : draft.asked.includes(one))) });

  const open = () =>
    submit(async () => {
      const { list, ...said } = draft;
      const round = await act("round_open", { ...said, query: queryOf(list) }, { saved: forget });
      onMade(round.id);
    });

  return (
    <Modal
      open
      title={t("rounds.new")}
      width={640}
      onCancel={onClose}
      footer={
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <button type="button" className="btn" onClick={onClose}>
            {t("act.cancel")}
          </button>
          <button type="button" className="btn pri" onClick={() => void open()}>
            {t("rounds.openIt")}
          </button>
        </div>
      }
    >
      <Unsaved kept={kept} />
      <div className="form round-form">
        <Row name={t("rounds.kind")}>
          <Seg
            label={t("rounds.kind")}
            value={draft.kind}
            choices={(["quarterly", "monthly"] as const).map((value) => ({ value, text: t(`rounds.kinds.${value}`) }))}
            onPick={(kind) => reach(kind, desk.today)}
          />
        </Row>
        <Row name={t("rounds.period")} fault={fieldFault(fault, "period")}>
          <div className="row">
            <div style={{ width: 136 }}>
              <DayInput
                month
                label={t("rounds.period")}
                value={draft.period}
                onPick={(month) => reach(draft.kind, `${month}-01`)}
              />
            </div>
            <span className="i2">{periodName(draft.kind, draft.period)}</span>
          </div>
        </Row>
        <Row name={t("rounds.asOf")}>
          <div style={{ width: 136 }}>
            <DayInput label={t("rounds.asOf")} value={draft.as_of} onPick={(as_of) => set({ as_of })} />
          </div>
        </Row>
        <Due day={draft.due_on} minute={draft.due_minute} fault={fault} onChange={set} />
        <Row name={t("rounds.who")} fault={fieldFault(fault, "query")}>
          <div className="row">
            <Seg<Split>
              label={t("rounds.who")}
              value={draft.split}
              choices={(["region", "responsible_unit"] as const).map((value) => ({
                value,
                text: t(`rounds.split.${value}`),
              }))}
              onPick={(split) => set({ split })}
            />
            <Select
              aria-label={t("rounds.which")}
              style={{ width: 240 }}
              value={draft.list ?? ""}
              options={[
                { value: "", label: t("rounds.whole") },
                ...(lists.data ?? []).map((one, _, all) => ({ value: one.id, label: listLabel(one, all) })),
              ]}
              onChange={(id) => set({ list: id === "" ? null : id })}
            />
          </div>
        </Row>
        <Row name={t("rounds.asked")} fault={fieldFault(fault, "asked")}>
          <div className="ticks">
            {ASKED.map((asked) => (
              <Tick key={asked} checked={draft.asked.includes(asked)} onTick={(on) => tick(asked, on)}>
                {t(`rounds.column.${asked}`)}
              </Tick>
            ))}
          </div>
        </Row>
        <Row name={t("rounds.name")} fault={fieldFault(fault, "name")}>
          <input
            className="field"
            aria-label={t("rounds.name")}
            placeholder={periodName(draft.kind, draft.period)}
            value={draft.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        </Row>
        {fault && fault.fields.length === 0 && <Problem text={faultWords(fault)} />}
      </div>
    </Modal>
  );
}

const EVERY: OpenRound["query"] = {
  text: null,
  filters: [],
  sort: [],
  group: null,
  offset: 0,
  limit: 0,
  with_sums: false,
  with_groups: false,
};

/** All projects, or those of one list. */
function queryOf(list: string | null): OpenRound["query"] {
  const filters: OpenRound["query"]["filters"] = list ? [{ column: "list", op: "any_of", values: [list] }] : [];
  return { ...EVERY, filters };
}
