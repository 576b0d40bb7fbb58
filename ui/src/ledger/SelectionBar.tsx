import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StepSeveral } from "../approvals/StepSeveral";
import type { ProjectId, ShownColumn } from "../bindings/types";
import { Icon } from "../frame/icons";
import { later } from "../lib/later";
import { CopyToWechat } from "../paper/CopyToWechat";
import { choiceWord } from "../project/fields";
import { tryTo } from "../query";
import { BulkEdit } from "./BulkEdit";
import { type At, below, Pop } from "./Pop";
import { type LedgerSearch, toQuery } from "./search";
import { NO_TICKS, type Ticks, tickedIds, tickedInOrder } from "./ticks";

interface Props {
  count: number;
  ticks: Ticks;
  search: LedgerSearch;
  /** How many match in all. */
  all: number;
  layout: readonly ShownColumn[];
  onTicks: (ticks: Ticks) => void;
}

const ExportDialog = later(() => import("../export/ExportDialog"), "ExportDialog");
const ManyDialog = later(() => import("../standing/ManyDialog"), "ManyDialog");
const EnlistDialog = later(() => import("./EnlistDialog"), "EnlistDialog");
const ChangeHolderDialog = later(() => import("../people/ChangeHolderDialog"), "ChangeHolderDialog");

/** What is open for which projects. */
type Doing = { what: "step" | "change" | "standing" | "enlist" | "export"; projects: ProjectId[] };

const MORE = [
  { what: "standing", icon: "clock", word: "grid.standing" },
  { what: "enlist", icon: "rows", word: "grid.enlist" },
] as const;

/** What can be done with the ticked rows; it stands where the page's own actions stood. */
export function SelectionBar({ count, ticks, search, all, layout, onTicks }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<At | null>(null);
  const [more, setMore] = useState<At | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const begin = (what: Doing["what"]) =>
    void tryTo(async () => setDoing({ what, projects: await tickedIds(ticks, toQuery(search, 0, 0)) }));
  const end = () => setDoing(null);
  return (
    <div className="bulk" role="toolbar" aria-label={t("grid.selected", { count })}>
      <b>{t("grid.selected", { count })}</b>
      {!ticks.all && all > count && (
        <button type="button" className="link t12" onClick={() => onTicks({ all: true, rows: new Map() })}>
          {t("grid.selectAll", { count: all })}
        </button>
      )}
      <button
        type="button"
        className="btn s flat"
        aria-haspopup="dialog"
        onClick={(e) => setEditing(below(e.currentTarget))}
      >
        <Icon name="edit" />
        {t("grid.bulkEdit")}
      </button>
      <button type="button" className="btn s flat" aria-haspopup="dialog" onClick={() => begin("step")}>
        <Icon name="stamp" />
        {t("desk_approvals.stepSeveral")}
      </button>
      <button
        type="button"
        className="btn s flat"
        aria-haspopup="dialog"
        title={t("grid.changeOfficerHint", { word: choiceWord("role", "chief_service_officer") })}
        onClick={() => begin("change")}
      >
        <Icon name="user" />
        {t("grid.changeOfficer")}
      </button>
      <CopyToWechat of={() => tickedInOrder(ticks, toQuery(search, 0, 0))} />
      <button type="button" className="btn s flat" aria-haspopup="dialog" onClick={() => begin("export")}>
        <Icon name="out" />
        {t("ledger.export")}
      </button>
      <button
        type="button"
        className="btn s flat"
        aria-haspopup="dialog"
        onClick={(e) => setMore(below(e.currentTarget))}
      >
        {t("grid.moreActs")}
        <Icon name="down" size={12} />
      </button>
      <button
        type="button"
        className="btn s flat sq"
        aria-label={t("grid.clearTicks")}
        title={t("grid.clearTicks")}
        onClick={() => onTicks(NO_TICKS)}
      >
        <Icon name="x" />
      </button>
      {doing?.what === "step" && <StepSeveral projects={doing.projects} onClose={end} />}
      {doing?.what === "change" && (
        <ChangeHolderDialog duty="chief_service_officer" projects={doing.projects} onClose={end} onDone={end} />
      )}
      {doing?.what === "export" && (
        <ExportDialog
          search={search}
          columns={layout}
          count={doing.projects.length}
          projects={doing.projects}
          onClose={end}
        />
      )}
      {doing?.what === "standing" && <ManyDialog projects={doing.projects} onClose={end} />}
      {doing?.what === "enlist" && <EnlistDialog projects={doing.projects} onClose={end} />}
      {more && (
        <Pop at={more} label={t("grid.moreActs")} width={184} onClose={() => setMore(null)}>
          <div className="acts-list">
            {MORE.map(({ what, icon, word }) => (
              <button
                key={what}
                type="button"
                onClick={() => {
                  setMore(null);
                  begin(what);
                }}
              >
                <Icon name={icon} />
                {t(word)}
              </button>
            ))}
          </div>
        </Pop>
      )}
      {editing && (
        <BulkEdit at={editing} ticks={ticks} count={count} search={search} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
