import { Dropdown } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalMaterialId, MaterialHeld, Patch } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { Tick } from "../../../controls/Tick";
import { useDesk } from "../../../desk";
import { Icon } from "../../../frame/icons";
import { denseDay, wordDay } from "../../../lib/day";

interface Props {
  held: MaterialHeld;
  onSet: (set: Patch) => void;
  onRemove: (id: ApprovalMaterialId) => void;
}

const DAYS = [
  { field: "ready_on", of: "readyOf", label: "readyOn" },
  { field: "handed_on", of: "handedOf", label: "handedOn" },
] as const;

/** What opens under its paper is seen, and is where one types. */
function goTo(row: HTMLElement | null) {
  row?.querySelector("input")?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** One paper: ticked under today; another day is filled in below it. */
export function MaterialRow({ held, onSet, onRemove }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const id = useId();
  const [days, setDays] = useState(false);
  const { name, known, listed } = held;
  const not = known?.not_needed === true;
  const mark = not ? "not" : held.may_lack ? "lack" : null;
  const menu = [
    ...(not ? [] : [{ key: "days", label: t("ways.papers.days") }]),
    ...(listed ? [{ key: "not", label: t(not ? "ways.papers.again" : "ways.papers.not") }] : []),
    ...(listed ? [] : [{ key: "remove", label: t("act.remove") }]),
  ];
  const pick = (key: string) => {
    if (key === "days") setDays(true);
    if (key === "not") onSet({ not_needed: !not });
    if (key === "remove" && known) onRemove(known.id);
  };
  return (
    <>
      <tr className={not ? "off" : undefined}>
        <th scope="row" className="wrap">
          {name} {mark && <span className={mark === "lack" ? "tag amber" : "tag"}>{t(`ways.papers.${mark}`)}</span>}
        </th>
        {DAYS.map(({ field, of }) => {
          const day = known?.[field] ?? null;
          return (
            <td key={field} className="c-tick">
              {!not && (
                <Tick
                  checked={day !== null}
                  label={t(`ways.papers.${of}`, { name })}
                  onTick={(on) => onSet({ [field]: on ? desk.today : null })}
                >
                  {day !== null && (
                    <span className="i2 t12" title={wordDay(day, lang)}>
                      {denseDay(day, desk.today.slice(0, 4))}
                    </span>
                  )}
                </Tick>
              )}
            </td>
          );
        })}
        <td className="c-more">
          <Dropdown
            trigger={["click"]}
            autoFocus
            destroyOnHidden
            menu={{ items: menu, onClick: ({ key }) => pick(key) }}
          >
            <button type="button" className="btn flat s sq" aria-label={t("ways.papers.more", { name })}>
              <Icon name="dots" />
            </button>
          </Dropdown>
        </td>
      </tr>
      {days && !not && (
        <tr ref={goTo}>
          <td colSpan={4} className="wrap">
            <div className="aw-days">
              {DAYS.map(({ field, label }) => (
                <div key={field}>
                  <label htmlFor={id + field}>{t(`ways.papers.${label}`)}</label>
                  <DayInput
                    id={id + field}
                    label={t(`ways.papers.${label}`)}
                    value={known?.[field] ?? ""}
                    max={desk.today}
                    clears
                    onPick={(day) => onSet({ [field]: day || null })}
                  />
                </div>
              ))}
              <button type="button" className="btn" onClick={() => setDays(false)}>
                {t("ways.papers.done")}
              </button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
