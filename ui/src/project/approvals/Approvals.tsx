import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../../bindings/types";
import { useDesk } from "../../desk";
import { Icon, Lamp } from "../../frame/icons";
import { wordDay } from "../../lib/day";
import { ItemPanel } from "./ItemPanel";
import { Items } from "./Items";
import { Library } from "./Library";
import { Questions } from "./Questions";
import "./approvals.css";

/** The checklist: what the project needs, where each item stands, when it is due. */
export function Approvals({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const list = file.checklist;
  const item = list.items.find((i) => i.code === picked);
  const open = list.questions.filter((q) => q.answer === null).length;
  return (
    <>
      <div className="wait">
        <Summary file={file} />
        <span className="grow" />
        <button
          type="button"
          className={item ? "btn s" : "btn s flat on"}
          aria-pressed={!item}
          onClick={() => setPicked(null)}
        >
          {t("approvals.questions")}
          {open > 0 && <span className="i3">{open}</span>}
        </button>
        <button type="button" className="btn s" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t("approvals.add")}
        </button>
      </div>
      <div className="items-side">
        <Items items={list.items} picked={picked} onPick={setPicked} />
        <aside className="side scrolls" aria-label={item ? item.name : t("approvals.questions")}>
          {item ? (
            <ItemPanel key={item.code} item={item} project={file.project.id} onClose={() => setPicked(null)} />
          ) : (
            <Questions file={file} />
          )}
        </aside>
      </div>
      {adding && <Library project={file.project.id} onClose={() => setAdding(false)} />}
    </>
  );
}

/** 施工许可 in the library of items. */
const PERMIT = "C05";

function Summary({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { items } = file.checklist;
  // A permit is looked forward to until it is there, however much was built before it; a start until work has begun.
  const permitted = items.some((i) => i.code === PERMIT && i.done);
  const permit_on = permitted ? null : file.checklist.permit_on;
  const start_on = file.begun ? null : file.checklist.start_on;
  const done = items.filter((i) => i.done).length;
  const late = items.filter((i) => i.days_left !== null && i.days_left < 0 && !i.done).length;
  const stopped = items.filter((i) => i.stopped).length;
  const planned = file.project.started_planned?.slice(0, 10);
  return (
    <>
      <span>{t("approvals.done", { done, all: items.length })}</span>
      {late > 0 && (
        <span className="red b">
          <Lamp shade="red" label={t("shade.red")} />
          {t("approvals.late", { count: late })}
        </span>
      )}
      {stopped > 0 && <span className="i2">{t("approvals.stopped", { count: stopped })}</span>}
      {permit_on && <span className="wide">{t("approvals.permit", { day: wordDay(permit_on, lang) })}</span>}
      {start_on && (
        <span className={planned && start_on > planned ? "amber" : undefined}>
          {t("approvals.start", { day: wordDay(start_on, lang) })}
        </span>
      )}
    </>
  );
}
