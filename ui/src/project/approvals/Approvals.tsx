import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { AssignDialog } from "../../approvals/AssignDialog";
import type { ProjectFile } from "../../bindings/types";
import { Seg } from "../../controls/Seg";
import { useDesk } from "../../desk";
import { Icon } from "../../frame/icons";
import { isIme } from "../../lib/ime";
import { useNarrow } from "../fold";
import { Bands } from "./Bands";
import { FastLine } from "./fast/FastLine";
import { ItemPanel } from "./ItemPanel";
import { Items } from "./Items";
import { KeptBy } from "./KeptBy";
import { Library } from "./Library";
import { PathHead } from "./PathHead";
import { Gantt } from "./path/Gantt";
import { Graph } from "./path/Graph";
import { Questions } from "./Questions";
import { Routes } from "./routes/Routes";
import { Trial } from "./trial/Trial";
import { APPROVAL_VIEWS, type ApprovalView, searchOf } from "./views";
import { PathForecast } from "./ways/PathForecast";
import "./approvals.css";

interface Props {
  file: ProjectFile;
  view: ApprovalView;
  /** The end of the line of tabs. */
  tools: HTMLElement | null;
}

/** The checklist: what the project needs, where each item stands, when it is due; as a list, over time, by what comes before what, or as it might be. */
export function Approvals({ file, view, tools }: Props) {
  const { item: wanted = null } = useSearch({ from: "/project/$id" });
  const [picked, setPicked] = useState<string | null>(wanted);
  const [asking, setAsking] = useState(false);
  // A call sheet leads from one approval to the next, in the same project too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same item of another project is another approval
  useEffect(() => {
    if (wanted !== null) setPicked(wanted);
  }, [wanted, file.project.id]);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = file.checklist;
  const item = list.items.find((i) => i.code === picked);
  const pick = (code: string | null) => {
    setPicked(code);
    setAsking(false);
  };
  const close = () => {
    pick(null);
    // Back to where it was opened from.
    if (picked !== null) document.querySelector<HTMLElement>(`[data-item="${picked}"]`)?.focus();
  };
  // What is opened from the names above is brought into view, whatever the view; and kept there while lines come above it.
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked === null || !room.current) return;
    const show = () =>
      document.querySelector(`[data-item="${picked}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    show();
    const seen = new ResizeObserver(show);
    seen.observe(room.current);
    return () => seen.disconnect();
  }, [picked]);
  // What is typed in it is kept. Lists, calendars and dialogs that are open close first.
  const leave = (e: KeyboardEvent<HTMLElement>) => {
    if (e.key !== "Escape" || isIme(e) || !item) return;
    const at = e.target as HTMLElement;
    const busy = at.getAttribute("aria-expanded") === "true" || at.classList.contains("ant-dropdown-open");
    if (!busy && e.currentTarget.contains(at)) close();
  };
  const go = (to: ApprovalView) =>
    void navigate({
      to: "/project/$id",
      params: { id: file.project.id },
      search: searchOf("approvals", to),
      replace: true,
    });
  // A trial and the routes have the whole room for themselves.
  const alone = view === "trial" || view === "routes";
  // In a narrow window the names have the room until the conditions are asked for.
  const narrow = useNarrow();
  const beside = view === "list" && !narrow;
  const side = !alone && (item !== undefined || asking || beside);
  const shown = { items: list.items, picked: item?.code ?? null, onPick: pick };
  return (
    <>
      {tools &&
        createPortal(
          <Tools
            file={file}
            view={view}
            onGo={go}
            asking={item === undefined && side}
            onAsk={() => {
              setPicked(null);
              // Beside the list they stand anyway where there is room.
              setAsking((now) => (alone ? narrow : !beside && (item !== undefined || !now)));
              if (alone) go("list");
            }}
          />,
          tools,
        )}
      {!alone && (
        <Bands>
          <PathHead file={file} onPick={pick} />
          <FastLine list={list} project={file.project.id} />
          <PathForecast file={file} onPick={pick} />
          <KeptBy project={file.project.id} />
        </Bands>
      )}
      <div ref={room} className={side ? "items-side" : "items-side one"}>
        {view === "list" && <Items {...shown} project={file.project.id} tight={narrow && side} />}
        {view === "gantt" && <Gantt key={file.project.id} {...shown} file={file} />}
        {view === "graph" && <Graph key={file.project.id} {...shown} />}
        {view === "routes" && <Routes key={file.project.id} file={file} />}
        {view === "trial" && <Trial key={file.project.id} file={file} />}
        {side && (
          <aside className="side scrolls" aria-label={item ? item.name : t("approvals.questions")} onKeyDown={leave}>
            {item ? (
              <ItemPanel
                key={`${file.project.id} ${item.code}`}
                item={item}
                items={list.items}
                project={file.project.id}
                onClose={close}
              />
            ) : (
              <Questions file={file} />
            )}
          </aside>
        )}
      </div>
    </>
  );
}

interface ToolsProps extends Omit<Props, "tools"> {
  asking: boolean;
  onAsk: () => void;
  onGo: (view: ApprovalView) => void;
}

function Tools({ file, view, asking, onAsk, onGo }: ToolsProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const { lang } = useDesk();
  const ahead = file.checklist.items.filter((item) => item.waived === null && !item.done);
  const open = file.checklist.questions.filter((q) => q.answer === null).length;
  return (
    <>
      <Seg
        label={t("path.views")}
        value={view}
        choices={APPROVAL_VIEWS.map((value) => ({ value, text: t(`path.view.${value}`) }))}
        onPick={onGo}
      />
      <button type="button" className={asking ? "btn s flat on" : "btn s flat"} aria-pressed={asking} onClick={onAsk}>
        {t("approvals.questions")}
        {open > 0 && <span className="i3">{open}</span>}
      </button>
      <button type="button" className="btn s flat" disabled={ahead.length === 0} onClick={() => setAssigning(true)}>
        <Icon name="user" />
        {t("in_charge.open")}
      </button>
      <button type="button" className="btn s" onClick={() => setAdding(true)}>
        <Icon name="plus" />
        {t("approvals.add")}
      </button>
      {assigning && (
        <AssignDialog
          open
          items={ahead.map((item) => ({
            project: file.project.id,
            item: item.code,
            label: `${item.code} ${lang === "zh" ? item.name : item.name_en}`,
            responsible: item.approval?.responsible ?? null,
          }))}
          onDone={() => setAssigning(false)}
          onClose={() => setAssigning(false)}
        />
      )}
      {adding && <Library project={file.project.id} onClose={() => setAdding(false)} />}
    </>
  );
}
