import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holderWord, nameOf } from "../approvals/words";
import type { CallResult, TodayParty, TodayRow, Waiting } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { useFirstField } from "../controls/firstField";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { Unsaved } from "../controls/Unsaved";
import { useGiveBack } from "../controls/useGiveBack";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { useKept } from "../lib/kept";
import { act, useAsk } from "../query";
import { CopyChase } from "./CopyChase";
import { contactWords } from "./words";

const RESULTS: CallResult[] = ["unreached", "passed_on", "waits_papers", "under_way", "answered"];

interface Props {
  party: TodayParty;
  waiting: Waiting | null;
  mine: boolean;
  /** Only about what this project has in hand. */
  project?: string;
  onClose: () => void;
}

interface Draft {
  day: string;
  person: string;
  result: CallResult;
  promised: string;
  note: string;
}

/** Under this a call with a party that is being typed is kept. */
export const callKey = (party: string, project?: string): string =>
  project === undefined ? `call:${party}` : `call:${party}:${project}`;

/** 记一次联系: with whom, about what, and what was said. */
export function CallForm({ party, waiting, mine, project, onClose }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const asked = useAsk("today_get", {
    mine,
    waiting,
    party: party.key,
    whole: false,
    room: 0,
    ...(project && { project }),
  });
  const rows = asked.data?.parties.find((one) => one.key === party.key)?.rows ?? party.rows;
  // What the sheet shows of it is meant at first; the rest is ticked where it was spoken about too.
  const [on, setOn] = useState(party.rows.map((one) => one.row.approval));
  // What was promised before and is still to come: this call says anew whether it holds.
  const promises = party.rows.flatMap(({ call }) => (call?.result === "under_way" ? [call.promised_on ?? ""] : [""]));
  const stands = new Set(promises).size === 1 ? promises.find((day) => day >= desk.today) : undefined;
  const kept = useKept<Draft>(
    callKey(party.key, project),
    {
      day: desk.today,
      person: party.contact?.name ?? "",
      result: "under_way",
      promised: stands ?? "",
      note: "",
    },
    ["day"],
  );
  const { draft, change, forget } = kept;
  const { day, person, result, promised, note } = draft;
  const [sending, setSending] = useState(false);
  const { fault, submit } = useSubmit();
  const box = useFirstField<HTMLFormElement>("#td-result");
  useGiveBack();
  const name = holderWord(party.name, party.name_en, lang);
  const about = rows.filter((one) => on.includes(one.row.approval));
  const promisedBefore = ({ call }: TodayRow) => call?.result === "under_way" && (call.promised_on ?? "") >= desk.today;
  const takenBack = result === "under_way" && promised !== "" ? 0 : about.filter(promisedBefore).length;
  const typed = note !== "" || promised !== (stands ?? "") || person !== (party.contact?.name ?? "");
  const bad = (field: string) => fault?.fields.some((one) => one.field === field) ?? false;

  const tick = (approval: string, ticked: boolean) =>
    setOn(ticked ? [...on, approval] : on.filter((one) => one !== approval));
  const record = async () => {
    if (sending) return;
    setSending(true);
    const promised_on = result === "under_way" && promised !== "" ? promised : null;
    const approvals = about.map((one) => one.row.approval);
    const turn = party.applicant ? ("applicant" as const) : null;
    const call = { approvals, called_on: day, turn, person: person || null, result, promised_on, note: note || null };
    await submit(() => act("approval_call_save", call, { saved: forget }), onClose);
    setSending(false);
  };
  return (
    <Modal
      open
      title={t("today.callTitle", { name })}
      okText={t("today.save", { count: about.length })}
      okButtonProps={{ disabled: about.length === 0, "aria-busy": sending }}
      cancelText={t("act.cancel")}
      onOk={() => void record()}
      onCancel={onClose}
      // What was typed is kept whichever way it is left; a click beside is no way while there is any.
      mask={{ closable: !typed }}
      width={560}
    >
      <div className="row td-whom">
        <span className="i2 grow">{party.contact && contactWords(party.contact)}</span>
        <CopyChase party={{ ...party, rows: about, count: about.length }} className="btn s flat" />
      </div>
      <Unsaved kept={kept} />
      <form
        ref={box}
        className="form"
        onSubmit={(e) => {
          e.preventDefault();
          void record();
        }}
      >
        <span>{t("today.about")}</span>
        <div className="td-about scrolls">
          <Tick
            checked={about.length === rows.length}
            partly={about.length > 0}
            onTick={(all) => setOn(all ? rows.map((one) => one.row.approval) : [])}
          >
            {t("today.aboutAll")}
          </Tick>
          {rows.map(({ row }) => (
            <Tick
              key={row.approval}
              checked={on.includes(row.approval)}
              onTick={(ticked) => tick(row.approval, ticked)}
            >
              {`${nameOf(row, lang)} ${row.project_name}`}
            </Tick>
          ))}
        </div>
        <label htmlFor="td-result">{t("today.result")}</label>
        <Select
          id="td-result"
          value={result}
          options={RESULTS.map((value) => ({ value, label: t(`today.results.${value}`) }))}
          onChange={(result: CallResult) => change({ result })}
        />
        {result === "under_way" && (
          <>
            <label htmlFor="td-promised">{t("today.promisedOn")}</label>
            <DayInput
              id="td-promised"
              label={t("today.promisedOn")}
              value={promised}
              bad={bad("promised_on")}
              clears
              holds
              onPick={(promised) => change({ promised })}
            />
          </>
        )}
        <label htmlFor="td-person">{t("today.person")}</label>
        <input
          id="td-person"
          className="field"
          value={person}
          placeholder={t("today.personHint")}
          onChange={(e) => change({ person: e.target.value })}
        />
        <label htmlFor="td-on">{t("today.on")}</label>
        <DayInput
          id="td-on"
          label={t("today.on")}
          value={day}
          max={desk.today}
          bad={bad("called_on")}
          holds
          onPick={(day) => change({ day })}
        />
        <label htmlFor="td-note">{t("today.note")}</label>
        <input id="td-note" className="field" value={note} onChange={(e) => change({ note: e.target.value })} />
        <button type="submit" hidden />
      </form>
      {takenBack > 0 && result !== "unreached" && <p className="amber">{t("today.takesBack", { count: takenBack })}</p>}
      {fault && <Problem text={faultWords(fault)} />}
    </Modal>
  );
}
