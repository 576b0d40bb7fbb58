import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, WayHeld } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { DraftMark, useDraftWords } from "../../../controls/DraftMark";
import { Problem } from "../../../controls/Problem";
import { useDesk } from "../../../desk";
import { fieldFault, shortWords } from "../../../errors";
import { Lamp } from "../../../frame/icons";
import { useDo } from "../../../query";
import { wayKey, wayLine } from "./words";

interface Props {
  held: WayHeld;
  item: string;
  items: Listed[];
  onEdit: () => void;
  onRemove: () => void;
}

/** One way: its name, what stands of it, and the next thing to do where there is one. */
export function WayRow({ held, item, items, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const name = t(`ways.way.${held.way.way}`);
  const keys = [wayKey(held.way.project, item, held.way.way)];
  const waits = useDraftWords(keys);
  return (
    <>
      <div className="aw-head">
        <span className="aw-name">
          <b>{name}</b>
          {held.ready && <span className="tag acc">{t("ways.ready")}</span>}
          {held.late && (
            <span className="red b lamped">
              <Lamp shade="red" label={t("shade.red")} />
              {t("ways.late")}
            </span>
          )}
        </span>
        <button
          type="button"
          className="link t12"
          title={waits}
          aria-label={t("ways.editOf", { way: name })}
          onClick={onEdit}
        >
          {t("ways.edit")}
          <DraftMark keys={keys} />
        </button>
        <button type="button" className="link t12" aria-label={t("ways.removeOf", { way: name })} onClick={onRemove}>
          {t("act.remove")}
        </button>
      </div>
      <p className="note">{wayLine(held, items, lang)}</p>
      {(held.ready || held.late) && <Formal held={held} item={item} />}
    </>
  );
}

/** 转正式, 登记兑现: on the day it was, today as a rule. */
function Formal({ held, item }: Pick<Props, "held" | "item">) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { project, way } = held.way;
  const [day, setDay] = useState(desk.today);
  const save = useDo("approval_way_save");
  const fault = save.error?.fault;
  const bad = fieldFault(fault, "formal_on");
  return (
    <>
      <div className="aw-formal">
        <DayInput
          label={t(way === "pledge" ? "ways.field.kept_on" : "ways.field.formal_on")}
          value={day}
          max={desk.today}
          bad={bad !== null}
          onPick={setDay}
        />
        <button
          type="button"
          className="btn pri"
          disabled={save.isPending}
          onClick={() => save.mutate({ project, item, way, set: { formal_on: day } })}
        >
          {t(way === "pledge" ? "ways.makeKept" : "ways.makeFormal")}
        </button>
      </div>
      <Problem text={bad ?? (fault && shortWords(fault))} />
    </>
  );
}
