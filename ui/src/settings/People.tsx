import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act, tryTo, useAsk } from "../query";
import { moved, nextPosition, writeOrder } from "./order";
import { Place, Remove, Sheet, useAdding } from "./Registry";

/** 人员 of the office and its units, in official order. */
export function People() {
  const { t } = useTranslation();
  const people = useAsk("person_list", {});
  const units = useUnitChoices();
  const list = people.data ?? [];
  const none = people.data?.length === 0;
  return (
    <Sheet
      title={t("settings.tab.people")}
      note={t("registry.peopleNote")}
      empty={none ? { title: t("registry.peopleNone"), lead: t("registry.peopleLead") } : null}
      add={<NewPerson position={nextPosition(list)} units={units} />}
    >
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" className="num" style={{ width: 48 }}>
              {t("registry.number")}
            </th>
            <th scope="col" style={{ width: 60 }} aria-label={t("registry.order")} />
            <th scope="col" style={{ width: "16%" }}>
              {t("registry.person")}
            </th>
            <th scope="col" style={{ width: "22%" }}>
              {t("registry.personUnit")}
            </th>
            <th scope="col" style={{ width: "22%" }}>
              {t("registry.personTitle")}
            </th>
            <th scope="col">{t("registry.note")}</th>
            <th scope="col" className="tight" aria-label={t("act.remove")} />
          </tr>
        </thead>
        <tbody>
          {list.map((person, n) => (
            <Line key={person.id} person={person} list={list} at={n} units={units} />
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

interface UnitChoice {
  value: string;
  label: string;
}

function useUnitChoices(): UnitChoice[] {
  const units = useAsk("department_list", {});
  return (units.data ?? []).map((unit) => ({ value: unit.id, label: unit.short_name ?? unit.name }));
}

function Line({ person, list, at, units }: { person: Person; list: Person[]; at: number; units: UnitChoice[] }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const me = person.id === desk.person?.id;
  const save = (set: Record<string, string | null>) => act("person_save", { id: person.id, set });
  const cell = (key: "name" | "title" | "note", label: string) => (
    <Editable
      label={`${person.name} ${label}`}
      field={key}
      shown={person[key] ?? ""}
      text={person[key] ?? ""}
      save={(text) => save({ [key]: text })}
    />
  );
  return (
    <tr>
      <Place
        name={person.name}
        of={{ command: "person_save", id: person.id }}
        position={person.position}
        first={at === 0}
        last={at === list.length - 1}
        onMove={(by) => void tryTo(() => writeOrder("person_save", moved(list, at, by)))}
      />
      <td className="b">{cell("name", t("registry.person"))}</td>
      <td>
        <EditChoice
          label={`${person.name} ${t("registry.personUnit")}`}
          value={person.department}
          search
          choices={units}
          save={(department) => save({ department })}
        />
      </td>
      <td>{cell("title", t("registry.personTitle"))}</td>
      <td>{cell("note", t("registry.note"))}</td>
      <td className="mid">
        {me ? (
          <span className="note">{t("registry.me")}</span>
        ) : (
          <Remove name={person.name} onRemove={() => void tryTo(() => act("person_remove", { id: person.id }))} />
        )}
      </td>
    </tr>
  );
}

function NewPerson({ position, units }: { position: number; units: UnitChoice[] }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [unit, setUnit] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const { fault, add } = useAdding();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(
      () => act("person_save", { id: null, set: { name, department: unit, title, position } }),
      () => {
        setName("");
        setTitle("");
      },
    );
  };
  return (
    <form className="addline" onSubmit={submit}>
      <input
        className={fault ? "field bad" : "field"}
        value={name}
        placeholder={t("registry.person")}
        aria-label={t("registry.newPerson")}
        onChange={(e) => setName(e.target.value)}
      />
      <Select
        aria-label={t("registry.newPersonUnit")}
        placeholder={t("registry.personUnit")}
        value={unit}
        options={units}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: 200 }}
        onChange={(to: string | undefined) => setUnit(to ?? null)}
      />
      <input
        className="field"
        value={title}
        placeholder={t("registry.personTitle")}
        aria-label={t("registry.newPersonTitle")}
        onChange={(e) => setTitle(e.target.value)}
      />
      <button type="submit" className="btn pri">
        {t("act.add")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? faultWords(fault))} />
    </form>
  );
}
