import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Department, UnitKind } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { faultWords, fieldFault } from "../errors";
import { act, tryTo, useAsk } from "../query";
import { moved, nextPosition, writeOrder } from "./order";
import { Place, Remove, Sheet, useAdding } from "./Registry";

const KINDS = [
  "government",
  "vertical",
  "utility",
  "bank",
  "county",
  "park",
  "project_unit",
] as const satisfies UnitKind[];

/** 成员单位 in official order: who handles, who leads whom, who is ranked. */
export function Units() {
  const { t } = useTranslation();
  const units = useAsk("department_list", {});
  const list = units.data ?? [];
  const none = units.data?.length === 0;
  return (
    <Sheet
      title={t("settings.tab.units")}
      note={t("registry.unitsNote")}
      empty={none ? { title: t("registry.unitsNone"), lead: t("registry.unitsLead") } : null}
      add={<NewUnit position={nextPosition(list)} />}
    >
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" className="num" style={{ width: 48 }}>
              {t("registry.number")}
            </th>
            <th scope="col" style={{ width: 60 }} aria-label={t("registry.order")} />
            <th scope="col">{t("registry.name")}</th>
            <th scope="col" style={{ width: "12%" }}>
              {t("registry.short")}
            </th>
            <th scope="col" style={{ width: "13%" }}>
              {t("registry.kind")}
            </th>
            <th scope="col" style={{ width: "14%" }}>
              {t("registry.superior")}
            </th>
            <th scope="col" className="mid" style={{ width: 72 }}>
              {t("registry.ranked")}
            </th>
            <th scope="col">{t("registry.note")}</th>
            <th scope="col" className="tight" aria-label={t("act.remove")} />
          </tr>
        </thead>
        <tbody>
          {list.map((unit, n) => (
            <Line key={unit.id} unit={unit} list={list} at={n} />
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Line({ unit, list, at }: { unit: Department; list: Department[]; at: number }) {
  const { t } = useTranslation();
  const save = (set: Record<string, string | boolean | null>) => act("department_save", { id: unit.id, set });
  const cell = (key: "name" | "short_name" | "note", label: string) => (
    <Editable
      label={`${unit.name} ${label}`}
      field={key}
      shown={unit[key] ?? ""}
      text={unit[key] ?? ""}
      save={(text) => save({ [key]: text })}
    />
  );
  return (
    <tr>
      <Place
        name={unit.name}
        of={{ command: "department_save", id: unit.id }}
        position={unit.position}
        first={at === 0}
        last={at === list.length - 1}
        onMove={(by) => void tryTo(() => writeOrder("department_save", moved(list, at, by)))}
      />
      <td className="b">{cell("name", t("registry.name"))}</td>
      <td>{cell("short_name", t("registry.short"))}</td>
      <td>
        <EditChoice
          label={`${unit.name} ${t("registry.kind")}`}
          value={unit.kind}
          clears={false}
          choices={KINDS.map((value) => ({ value, label: t(`choice.unitKind.${value}`) }))}
          save={(kind) => save({ kind })}
        />
      </td>
      <td>
        <EditChoice
          label={`${unit.name} ${t("registry.superior")}`}
          value={unit.superior}
          search
          choices={list
            .filter((other) => other.id !== unit.id)
            .map((other) => ({ value: other.id, label: other.short_name ?? other.name }))}
          save={(superior) => save({ superior })}
        />
      </td>
      <td className="mid">
        <Tick
          checked={unit.ranked}
          label={t("registry.rankedOf", { name: unit.name })}
          onTick={(ranked) => void tryTo(() => save({ ranked }))}
        />
      </td>
      <td>{cell("note", t("registry.note"))}</td>
      <td className="mid">
        <Remove name={unit.name} onRemove={() => void tryTo(() => act("department_remove", { id: unit.id }))} />
      </td>
    </tr>
  );
}

function NewUnit({ position }: { position: number }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [short, setShort] = useState("");
  const [kind, setKind] = useState<UnitKind>("government");
  const { fault, add } = useAdding();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(
      () => act("department_save", { id: null, set: { name, short_name: short, kind, position } }),
      () => {
        setName("");
        setShort("");
      },
    );
  };
  return (
    <form className="addline" onSubmit={submit}>
      <input
        className={fault ? "field bad" : "field"}
        value={name}
        placeholder={t("registry.unitExample")}
        aria-label={t("registry.newUnit")}
        onChange={(e) => setName(e.target.value)}
      />
      <input
        className="field short"
        value={short}
        placeholder={t("registry.short")}
        aria-label={t("registry.newShort")}
        onChange={(e) => setShort(e.target.value)}
      />
      <Select
        aria-label={t("registry.newKind")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`choice.unitKind.${value}`) }))}
        style={{ width: 136 }}
        onChange={setKind}
      />
      <button type="submit" className="btn pri">
        {t("act.add")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? faultWords(fault))} />
    </form>
  );
}
