import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactId, Fault, ProjectId, Role } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, fieldFault, unfilled } from "../errors";
import { useKept } from "../lib/kept";
import { act } from "../query";
import { Refused } from "../rpc";
import { CHOICES, choiceWord } from "./fields";

function useAdd() {
  const [fault, setFault] = useState<Fault | null>(null);
  const add = async (run: () => Promise<unknown>) => {
    try {
      await run();
      setFault(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return { fault, add };
}

export function NewDuty({ project }: { project: ProjectId }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const kept = useKept<{ role: Role; name: string }>(`duty:${project}`, { role: "leader", name: "" });
  const { draft, change, forget } = kept;
  const { role, name } = draft;
  const { fault: refused, add } = useAdd();
  const fault = unfilled(refused, { name });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(() => act("duty_save", { id: null, project, set: { role, name } }, { saved: () => forget({ name: "" }) }));
  };
  return (
    <form className="addline" onSubmit={submit}>
      <Select
        aria-label={t("field.role")}
        value={role}
        options={CHOICES.role.map((value) => ({ value, label: choiceWord("role", value) }))}
        style={{ width: lang === "zh" ? 128 : 168 }}
        onChange={(role: Role) => change({ role })}
      />
      <input
        className={fault ? "field bad" : "field"}
        value={name}
        placeholder={t("people.name")}
        aria-label={t("people.newDuty")}
        onChange={(e) => change({ name: e.target.value })}
      />
      <button type="submit" className="btn">
        {t("act.add")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? faultWords(fault))} />
    </form>
  );
}

export function NewContact({ owner }: { owner: ProjectId }) {
  const { t } = useTranslation();
  const kept = useKept(`contact:${owner}`, { name: "", phone: "" });
  const { draft, change, startOver } = kept;
  const { name, phone } = draft;
  const { fault: refused, add } = useAdd();
  const fault = unfilled(refused, { name, phone });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const id: ContactId | null = null;
    void add(() => act("contact_save", { id, project: owner, set: { name, phone } }, { saved: startOver }));
  };
  return (
    <form className="addline" onSubmit={submit}>
      <input
        className={fieldFault(fault, "name") ? "field bad" : "field"}
        value={name}
        placeholder={t("people.name")}
        aria-label={t("people.newContact")}
        onChange={(e) => change({ name: e.target.value })}
      />
      <input
        className={fieldFault(fault, "phone") ? "field bad" : "field"}
        value={phone}
        inputMode="tel"
        placeholder={t("field.phone")}
        aria-label={t("people.newPhone")}
        onChange={(e) => change({ phone: e.target.value })}
      />
      <button type="submit" className="btn">
        {t("act.add")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? fieldFault(fault, "phone") ?? faultWords(fault))} />
    </form>
  );
}
