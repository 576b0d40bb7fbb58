import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StepSeveral } from "../approvals/StepSeveral";
import type { ProjectId } from "../bindings/types";
import { Icon } from "../frame/icons";
import { CopyToWechat } from "../paper/CopyToWechat";
import { tryTo } from "../query";
import { BulkEdit } from "./BulkEdit";
import { type At, below } from "./Pop";
import { type LedgerSearch, toQuery } from "./search";
import { NO_TICKS, type Ticks, tickedIds } from "./ticks";

interface Props {
  count: number;
  ticks: Ticks;
  search: LedgerSearch;
  /** How many match in all. */
  all: number;
  onTicks: (ticks: Ticks) => void;
  onExport: () => void;
}

/** What can be done with the ticked rows; it stands where the page's own actions stood. */
export function SelectionBar({ count, ticks, search, all, onTicks, onExport }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<At | null>(null);
  const [stepping, setStepping] = useState<ProjectId[]>([]);
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
      <button
        type="button"
        className="btn s flat"
        aria-haspopup="dialog"
        onClick={() => void tryTo(async () => setStepping(await tickedIds(ticks, toQuery(search, 0, 0))))}
      >
        <Icon name="stamp" />
        {t("desk_approvals.stepSeveral")}
      </button>
      {!ticks.all && <CopyToWechat projects={[...ticks.rows.keys()]} />}
      {ticks.all && ticks.rows.size === 0 && (
        <button type="button" className="btn s flat" onClick={onExport}>
          <Icon name="out" />
          {t("ledger.export")}
        </button>
      )}
      <button
        type="button"
        className="btn s flat sq"
        aria-label={t("grid.clearTicks")}
        title={t("grid.clearTicks")}
        onClick={() => onTicks(NO_TICKS)}
      >
        <Icon name="x" />
      </button>
      {stepping.length > 0 && <StepSeveral projects={stepping} onClose={() => setStepping([])} />}
      {editing && (
        <BulkEdit at={editing} ticks={ticks} count={count} search={search} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
