import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { List } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { Tick } from "../controls/Tick";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { act, tryTo, useAsk } from "../query";
import { Compare } from "./Compare";
import { ListLines } from "./ListLines";

const called = (list: List) => [list.name, list.year, list.version].filter(Boolean).join(" ");

/** Versions of the published lists: 初步安排, 印发稿; frozen ones stay as they were printed. */
export function Lists() {
  const { t } = useTranslation();
  const lists = useAsk("list_list", {});
  const [open, setOpen] = useState<string | null>(null);
  const [against, setAgainst] = useState<string | null>(null);
  if (lists.isError) return <Broken fault={lists.error.fault} retry={() => void lists.refetch()} />;
  if (!lists.data) return null;
  if (lists.data.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t("years.lists.none")}</h2>
          <p className="i2">{t("years.lists.noneLead")}</p>
          <Link to="/import" className="btn pri">
            <Icon name="in" />
            {t("years.lists.noneAct")}
          </Link>
        </section>
      </div>
    );
  }
  const shown = lists.data.find((list) => list.id === open) ?? lists.data[0];
  const from = lists.data.find((list) => list.id === against && list.id !== shown?.id);
  return (
    <div className="versions">
      <div className="scrolls versions-list">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("years.lists.list")}</th>
              <th scope="col" style={{ width: 64 }}>
                {t("years.year")}
              </th>
              <th scope="col" style={{ width: "13%" }}>
                {t("years.lists.version")}
              </th>
              <th scope="col" style={{ width: "18%" }}>
                {t("years.lists.document")}
              </th>
              <th scope="col" style={{ width: 112 }}>
                {t("years.lists.issued")}
              </th>
              <th scope="col" style={{ width: "20%" }}>
                {t("years.lists.replaces")}
              </th>
              <th scope="col" style={{ width: 132 }}>
                {t("years.lists.frozen")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lists.data.map((list) => (
              <Line
                key={list.id}
                list={list}
                all={lists.data}
                on={list.id === shown?.id}
                onOpen={() => {
                  setOpen(list.id);
                  setAgainst(null);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown && (
        <>
          <div className="versions-head">
            <b className="cut">{called(shown)}</b>
            <span className="i2">{t("years.lists.compare")}</span>
            <Select
              aria-label={t("years.lists.chooseTwo")}
              placeholder={t("years.lists.chooseTwo")}
              allowClear
              value={from?.id ?? null}
              options={lists.data.filter((l) => l.id !== shown.id).map((l) => ({ value: l.id, label: called(l) }))}
              style={{ width: 260 }}
              onChange={(id: string | undefined) => setAgainst(id ?? null)}
            />
            {!from && shown.replaces && (
              <button type="button" className="link" onClick={() => setAgainst(shown.replaces)}>
                {t("years.lists.with")} {called(lists.data.find((l) => l.id === shown.replaces) ?? shown)}
              </button>
            )}
          </div>
          {from ? <Compare from={from.id} to={shown.id} /> : <ListLines list={shown.id} />}
        </>
      )}
    </div>
  );
}

function Line({ list, all, on, onOpen }: { list: List; all: List[]; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const save = (set: Record<string, string | number | null>) => act("list_save", { id: list.id, set });
  const text = (key: "version" | "document" | "issued_on", label: string) => (
    <Editable
      label={`${list.name} ${label}`}
      field={key}
      shown={list[key] ?? ""}
      text={list[key] ?? ""}
      save={(said) => save({ [key]: said })}
    />
  );
  return (
    <tr className={on ? "sel" : ""}>
      <td>
        <button type="button" className="link" aria-pressed={on} onClick={onOpen} title={t("years.lists.show")}>
          {list.name}
        </button>
      </td>
      <td>{list.year}</td>
      <td>{text("version", t("years.lists.version"))}</td>
      <td>{text("document", t("years.lists.document"))}</td>
      <td>{text("issued_on", t("years.lists.issued"))}</td>
      <td>
        <EditChoice
          label={`${list.name} ${t("years.lists.replaces")}`}
          value={list.replaces}
          choices={all
            .filter((other) => other.id !== list.id)
            .map((other) => ({ value: other.id, label: called(other) }))}
          save={(replaces) => save({ replaces })}
        />
      </td>
      <td>
        <Tick
          checked={list.frozen_on !== null}
          label={`${list.name} ${t("years.lists.frozen")}`}
          onTick={(frozen) => void tryTo(() => act("list_freeze", { list: list.id, frozen }))}
        >
          <span className="i2">{list.frozen_on ?? t("years.lists.openList")}</span>
        </Tick>
      </td>
    </tr>
  );
}
