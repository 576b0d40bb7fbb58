import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { List } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act, useAsk, useDo } from "../query";

/** Published lists: name, year, document number. Projects are put on them on import or on their page. */
export function ListsEditor() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const lists = useAsk("list_list", {});
  const save = useDo("list_save");
  const [name, setName] = useState("");
  const [year, setYear] = useState(desk.today.slice(0, 4));
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const set = { name, year: year === "" ? null : Number(year) };
    save.mutate({ id: null, set }, { onSuccess: () => setName("") });
  };
  const fault = save.error?.fault;
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("settings.lists")}</h2>
        <span className="n">{t("settings.listsNote")}</span>
      </div>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t("settings.listName")}</th>
            <th scope="col" style={{ width: 72 }}>
              {t("settings.listYear")}
            </th>
            <th scope="col">{t("settings.listDocument")}</th>
          </tr>
        </thead>
        <tbody>
          {(lists.data ?? []).map((list) => (
            <Line key={list.id} list={list} />
          ))}
        </tbody>
      </table>
      <form className="addline" onSubmit={submit}>
        <input
          className={fault ? "field bad" : "field"}
          value={name}
          placeholder={t("settings.listExample")}
          aria-label={t("settings.newList")}
          onChange={(e) => setName(e.target.value)}
        />
        <input
          className="field year"
          value={year}
          inputMode="numeric"
          aria-label={t("settings.listYear")}
          onChange={(e) => setYear(e.target.value.replace(/\D/g, "").slice(0, 4))}
        />
        <button type="submit" className="btn">
          {t("act.add")}
        </button>
        <Problem text={fault && (fieldFault(fault, "name") ?? faultWords(fault))} />
      </form>
    </section>
  );
}

function Line({ list }: { list: List }) {
  const { t } = useTranslation();
  const cell = (key: "name" | "document", label: string) => (
    <Editable
      label={label}
      field={key}
      shown={list[key] ?? ""}
      text={list[key] ?? ""}
      save={(text) => act("list_save", { id: list.id, set: { [key]: text } })}
    />
  );
  return (
    <tr>
      <td>{cell("name", t("settings.listName"))}</td>
      <td>
        <Editable
          label={t("settings.listYear")}
          field="year"
          shown={list.year === null ? "" : String(list.year)}
          text={list.year === null ? "" : String(list.year)}
          save={(text) => act("list_save", { id: list.id, set: { year: /^\d+$/.test(text) ? Number(text) : text } })}
        />
      </td>
      <td>{cell("document", t("settings.listDocument"))}</td>
    </tr>
  );
}
