import { Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, ProjectId, Way } from "../../../bindings/types";
import { DraftMark, useDraftWords } from "../../../controls/DraftMark";
import { Problem } from "../../../controls/Problem";
import { useReturn } from "../../../controls/useReturn";
import { faultWords } from "../../../errors";
import { Icon } from "../../../frame/icons";
import { useDo } from "../../../query";
import { WayForm } from "./WayForm";
import { WayRow } from "./WayRow";
import { WAYS, wayKey } from "./words";
import "./ways.css";

interface Props {
  item: Listed;
  items: Listed[];
  project: ProjectId;
}

/** 办理方式: how this approval is handled beside the ordinary way, and what that asks for now. */
export function HandledWays({ item, items, project }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Way | null>(null);
  const remove = useDo("approval_way_remove");
  const { place, back } = useReturn<HTMLButtonElement>(open !== null);
  const ways = item.ways.toSorted((a, b) => WAYS.indexOf(a.way.way) - WAYS.indexOf(b.way.way));
  const used = ways.map((held) => held.way.way);
  const free = WAYS.filter((way) => !used.includes(way));
  const keys = free.map((way) => wayKey(project, item.code, way));
  const waits = useDraftWords(keys);
  const close = () => {
    back();
    setOpen(null);
  };
  const form = (way: Way) => (
    <WayForm
      way={way}
      known={ways.find((held) => held.way.way === way)?.way ?? null}
      item={item}
      items={items}
      project={project}
      onClose={close}
    />
  );
  return (
    <section className="side-part" aria-label={t("ways.title")}>
      <div className="cap">
        <h3>{t("ways.title")}</h3>
        <span className="grow" />
        {free.length > 0 && !item.waived && (
          <Dropdown
            trigger={["click"]}
            autoFocus
            destroyOnHidden
            menu={{
              items: free.map((way) => ({
                key: way,
                label: (
                  <>
                    {t(`ways.way.${way}`)}
                    <DraftMark keys={[wayKey(project, item.code, way)]} />
                  </>
                ),
              })),
              onClick: ({ key, domEvent }) => {
                // The Enter that picks is not for the form that opens under it.
                domEvent.preventDefault();
                setOpen(free.find((way) => way === key) ?? null);
              },
            }}
          >
            <button
              ref={place}
              type="button"
              className="btn s flat aw-add"
              title={waits}
              aria-label={t("ways.addName")}
            >
              <Icon name="plus" size={12} />
              {t("ways.add")}
              {open === null && <DraftMark keys={keys} />}
            </button>
          </Dropdown>
        )}
      </div>
      {ways.length > 0 && (
        <ul className="aw-ways">
          {ways.map((held) => (
            <li key={held.way.id}>
              {open === held.way.way ? (
                form(held.way.way)
              ) : (
                <WayRow
                  held={held}
                  item={item.code}
                  items={items}
                  onEdit={() => setOpen(held.way.way)}
                  onRemove={() => remove.mutate({ id: held.way.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open !== null && !used.includes(open) && form(open)}
      <Problem text={remove.error && faultWords(remove.error.fault)} />
    </section>
  );
}
