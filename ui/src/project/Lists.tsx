import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Membership, ProjectFile } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Icon } from "../frame/icons";
import { listLabel, versionOf } from "../lib/lists";
import { act, tryTo, useAsk } from "../query";

/** The published lists the project stands on; several at a time. */
export function Lists({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const lists = useAsk("list_list", {});
  const on = new Set(file.lists.map(({ membership }) => membership.list));
  // Nobody joins a frozen list.
  const left = (lists.data ?? []).filter((list) => !on.has(list.id) && list.frozen_on === null);
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("group.lists")}</h2>
        {left.length > 0 && !adding && (
          <button type="button" className="more link" onClick={() => setAdding(true)}>
            <Icon name="plus" size={12} />
            {t("overview.enlist")}
          </button>
        )}
      </div>
      {file.lists.length === 0 && !adding && <p className="note">{t("overview.noLists")}</p>}
      <ul className="plainlist">
        {file.lists.map(({ membership, list }) => (
          <li key={membership.id}>
            <span className="grow cut">
              {list?.name ?? membership.list}{" "}
              <span className="i3">
                {[list?.year, list && versionOf(list, lists.data ?? []), list?.document]
                  .filter((part, at, all) => part && all.indexOf(part) === at)
                  .join(" ")}
              </span>
            </span>
            <OnListField file={file} membership={membership} name={list?.name ?? ""} field="serial" />
            <OnListField file={file} membership={membership} name={list?.name ?? ""} field="grouping" />
            <button
              type="button"
              className="btn flat s sq"
              aria-label={t("overview.delist", { name: list?.name ?? "" })}
              onClick={() => void tryTo(() => act("membership_remove", { id: membership.id }))}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
      </ul>
      {adding && (
        <Select
          autoFocus
          defaultOpen
          aria-label={t("overview.enlist")}
          style={{ width: "100%" }}
          options={left.map((list) => ({ value: list.id, label: listLabel(list, lists.data ?? []) }))}
          onChange={(list: string) => {
            setAdding(false);
            const line = { project: file.project.id, list, serial: null, grouping: null };
            void tryTo(() => act("membership_save", line));
          }}
          onOpenChange={(shows) => {
            if (!shows) setAdding(false);
          }}
        />
      )}
    </section>
  );
}

interface FieldProps {
  file: ProjectFile;
  membership: Membership;
  /** The list's name. */
  name: string;
  field: "serial" | "grouping";
}

/** The project's number on a list, or the group it stands in there. */
function OnListField({ file, membership, name, field }: FieldProps) {
  const { t } = useTranslation();
  const value = membership[field];
  const label = t(field === "serial" ? "overview.serialField" : "overview.groupField", { name });
  const shown = value && (field === "serial" ? t("overview.serial", { serial: value }) : value);
  const { serial, grouping } = membership;
  return (
    <span className="i3 t12 onlist">
      <Editable
        label={label}
        field={field}
        shown={shown ?? t(field === "serial" ? "field.serial" : "field.grouping")}
        text={value ?? ""}
        save={(text) =>
          act("membership_save", {
            project: file.project.id,
            list: membership.list,
            serial,
            grouping,
            [field]: text.trim() || null,
          })
        }
      />
    </span>
  );
}
