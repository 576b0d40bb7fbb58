import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, HandList, HandOverWritten } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { act, useAsk } from "../query";
import { downloadUrl, inWindow, openPath, pickSave, Refused } from "../rpc";

/** 交接清单: what one person holds, to be signed by three and kept. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const people = useAsk("person_list", {});
  const [person, setPerson] = useState<string | null>(desk.person?.id ?? null);
  const [to, setTo] = useState("");
  const [witness, setWitness] = useState("");
  const [notes, setNotes] = useState(false);
  const [done, setDone] = useState<HandOverWritten | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const list = useAsk("hand_over_list", { person: person ?? "" }, person !== null);
  const name = t("safety.hand.file", { name: list.data?.person.name ?? "", day: desk.today });

  const run = async () => {
    if (person === null) return;
    setFault(null);
    try {
      const place = await pickSave(name);
      if (place) setDone(await act("hand_over_export", { file: place.file, person, to, witness, notes }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };

  return (
    <Modal open title={t("safety.hand.title")} onCancel={onClose} width={560} footer={null}>
      <div className="asks">
        <div className="form">
          <label htmlFor="hand-from">{t("safety.hand.from")}</label>
          <Select
            id="hand-from"
            showSearch={{ optionFilterProp: "label" }}
            value={person}
            options={(people.data ?? []).map((p) => ({ value: p.id, label: p.name }))}
            onChange={(id: string) => {
              setPerson(id);
              setDone(null);
            }}
          />
          <label htmlFor="hand-to">{t("safety.hand.to")}</label>
          <input id="hand-to" className="field" value={to} onChange={(e) => setTo(e.target.value)} />
          <label htmlFor="hand-witness">{t("safety.hand.witness")}</label>
          <input id="hand-witness" className="field" value={witness} onChange={(e) => setWitness(e.target.value)} />
        </div>
        {list.data && <Held list={list.data} />}
        <Tick checked={notes} onTick={setNotes}>
          {t("safety.hand.notes")}
        </Tick>
        {fault && <Problem text={faultWords(fault)} />}
        <p className="note">{t("safety.hand.change")}</p>
        <div className="row end">
          <span className="grow" role="status">
            {done && t("safety.hand.done", { count: done.lines })}
          </span>
          {done &&
            (inWindow ? (
              <button type="button" className="btn" onClick={() => void openPath(done.file)}>
                {t("export.open")}
              </button>
            ) : (
              <a className="btn" href={downloadUrl(done.file)} download={name}>
                {t("export.download")}
              </a>
            ))}
          <button type="button" className="btn pri" disabled={person === null} onClick={() => void run()}>
            {t("safety.hand.go")}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function Held({ list }: { list: HandList }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const parts = [
    ["duties", list.duties.length, list.duties[0]?.name],
    ["approvals", list.approvals.length, list.approvals[0]?.due_on],
    ["steps", list.steps.length, list.steps[0] && (lang === "zh" ? list.steps[0].step : list.steps[0].step_en)],
    ["scans", list.scans.length, list.scans[0]?.file],
    ["matters", list.matters.length, list.matters[0]?.content ?? list.matters[0]?.element],
    ["promises", list.promises.length, list.promises[0]?.due_on],
    ["reports", list.reports.length, list.reports[0]?.unit],
    ["contacts", list.contacts.length, list.contacts[0]?.name],
    ["kept", list.views.length + list.senders.length, list.views[0] ?? list.senders[0]],
  ] as const;
  return (
    <>
      {list.duties.length === 0 && <p className="i2">{t("safety.hand.none")}</p>}
      <table className="lines">
        <tbody>
          {parts.map(([part, count, first]) => (
            <tr key={part}>
              <th scope="row" className="plain">
                {t(`safety.hand.${part}`)}
              </th>
              <td className="num" style={{ width: 88 }}>
                {t("safety.hand.count", { count })}
              </td>
              <td className="cut i2">{count > 0 && first}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
