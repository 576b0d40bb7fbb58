import { Select } from "antd";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { SeatRole } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault } from "../errors";
import { useKept } from "../lib/kept";
import { act } from "../query";
import { SEATS } from "./PersonLine";

interface Draft {
  name: string;
  title: string;
  phone: string;
  role: SeatRole | null;
}

const BLANK: Draft = { name: "", title: "", phone: "", role: null };

/** A line to add somebody to a unit. */
export function NewPerson({ unit }: { unit: string | null }) {
  const { t } = useTranslation();
  const kept = useKept<Draft>(`person:${unit ?? ""}`, BLANK);
  const { draft, change, forget } = kept;
  const { name, title, phone, role } = draft;
  const { fault, submit: add } = useSubmit();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(
      () => act("seat_add", { unit, name, title, role, phone }, { saved: () => forget({ ...BLANK, role }) }),
      () => undefined,
    );
  };
  const field = (label: string, value: string, set: (text: string) => void, bad: boolean) => (
    <input
      className={bad ? "field bad" : "field"}
      value={value}
      placeholder={label}
      aria-label={t("book.newOf", { what: label })}
      onChange={(e) => set(e.target.value)}
    />
  );
  return (
    <form className="addline" onSubmit={submit}>
      {field(t("book.column.name"), name, (name) => change({ name }), fieldFault(fault, "name") !== null)}
      {field(t("book.column.title"), title, (title) => change({ title }), false)}
      <Select
        aria-label={t("book.newOf", { what: t("book.column.role") })}
        placeholder={t("book.column.role")}
        value={role}
        allowClear
        options={SEATS.map((value) => ({ value, label: t(`book.seat.${value}`) }))}
        style={{ width: 168 }}
        onChange={(to: SeatRole | undefined) => change({ role: to ?? null })}
      />
      {field(t("book.column.mobile"), phone, (phone) => change({ phone }), fieldFault(fault, "phone") !== null)}
      <button type="submit" className="btn">
        {t("act.add")}
      </button>
      <Unsaved kept={kept} />
      <Problem text={fault && (fieldFault(fault, "name") ?? fieldFault(fault, "phone") ?? faultWords(fault))} />
    </form>
  );
}
