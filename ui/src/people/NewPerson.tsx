import { Select } from "antd";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SeatRole } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault } from "../errors";
import { useKept } from "../lib/kept";
import { act } from "../query";
import type { BookColumn } from "./columns";
import { SEATS } from "./PersonLine";

interface Draft {
  name: string;
  title: string;
  phone: string;
  role: SeatRole | null;
}

const BLANK: Draft = { name: "", title: "", phone: "", role: null };

interface Props {
  unit: string | null;
  columns: readonly BookColumn[];
  /** Somebody came to add a person. */
  focused: boolean;
}

/** The last line of a unit's table: each field stands under the head of its column. */
export function NewPerson({ unit, columns, focused }: Props) {
  const { t } = useTranslation();
  const form = useId();
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
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);
  const field = (column: "name" | "title" | "mobile", value: string, set: (text: string) => void, bad: boolean) => (
    <input
      form={form}
      ref={column === "name" ? first : undefined}
      className={bad ? "field bad" : "field"}
      value={value}
      placeholder={t(`book.column.${column}`)}
      aria-label={t("book.newOf", { what: t(`book.column.${column}`) })}
      aria-invalid={bad}
      onChange={(e) => set(e.target.value)}
    />
  );
  const fields: Partial<Record<BookColumn, ReactNode>> = {
    name: field("name", name, (name) => change({ name }), fieldFault(fault, "name") !== null),
    title: field("title", title, (title) => change({ title }), false),
    mobile: field("mobile", phone, (phone) => change({ phone }), fieldFault(fault, "phone") !== null),
    role: (
      <Select
        aria-label={t("book.newOf", { what: t("book.column.role") })}
        placeholder={t("book.column.role")}
        value={role}
        allowClear
        options={SEATS.map((value) => ({ value, label: t(`book.seat.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(to: SeatRole | undefined) => change({ role: to ?? null })}
      />
    ),
    more: (
      <form id={form} onSubmit={submit}>
        <button type="submit" className="btn s">
          {t("act.add")}
        </button>
      </form>
    ),
  };
  const problem = fault && (fieldFault(fault, "name") ?? fieldFault(fault, "phone") ?? faultWords(fault));
  return (
    <tfoot>
      <tr className="new-person">
        {columns.map((column) => (
          <td key={column} className={`c-${column}`}>
            {fields[column]}
          </td>
        ))}
      </tr>
      {(kept.found || problem) && (
        <tr className="new-person said">
          <td />
          <td colSpan={columns.length - 1}>
            <Unsaved kept={kept} />
            <Problem text={problem} />
          </td>
        </tr>
      )}
    </tfoot>
  );
}
