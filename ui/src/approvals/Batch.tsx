import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardFilter, BoardRow } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { grouped } from "../lib/group";
import { tryTo } from "../query";
import { AssignDialog } from "./AssignDialog";
import { BatchForm } from "./BatchForm";
import { ExportSheet } from "./sheet/SheetTools";
import { allRows } from "./useRows";
import type { useTicks } from "./useTicks";
import { nameOf } from "./words";

interface Props {
  filter: BoardFilter;
  found: number;
  ticks: ReturnType<typeof useTicks>;
}

/** What can be done with the ticked rows: a step of one item in many projects at once. */
export function Batch({ filter, found, ticks }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [open, setOpen] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const { chosen } = ticks;
  const items = grouped(chosen, (row) => row.item);
  const [first] = chosen;
  const one = items.length === 1 && first ? first : null;
  return (
    <div className="acts ab-batch" role="toolbar" aria-label={t("desk_approvals.chosen", { count: chosen.length })}>
      <b>{t("desk_approvals.chosen", { count: chosen.length })}</b>
      {one ? <span className="i2 cut">{nameOf(one, lang)}</span> : <Several items={items} onOnly={ticks.keep} />}
      {one && found > chosen.length && (
        <button
          type="button"
          className="link"
          onClick={() => void tryTo(async () => ticks.keep(await allRows(filter, found)))}
        >
          {t("desk_approvals.chooseAll", { count: found })}
        </button>
      )}
      <div className="grow" />
      <ExportSheet
        projects={{ of: "chosen", which: [...new Set(chosen.map((row) => row.project))] }}
        lead={t("progress_sheet.ofChosen", { count: chosen.length })}
      />
      <button type="button" className="btn" onClick={() => setAssigning(true)}>
        {t("in_charge.open")}
      </button>
      <button type="button" className="btn pri" disabled={!one} onClick={() => setOpen(true)}>
        {t("desk_approvals.stepOpen")}
      </button>
      <button type="button" className="btn flat" onClick={() => ticks.keep([])}>
        {t("grid.clearTicks")}
      </button>
      {assigning && (
        <AssignDialog
          items={chosen.map((row) => ({
            project: row.project,
            item: row.item,
            label: `${row.project_name}　${nameOf(row, lang)}`,
            responsible: row.responsible,
          }))}
          onDone={() => {
            ticks.keep([]);
            setAssigning(false);
          }}
          onClose={() => setAssigning(false)}
        />
      )}
      {open && one && (
        <BatchForm
          rows={chosen}
          name={nameOf(one, lang)}
          onOnly={ticks.keep}
          onDone={() => {
            ticks.keep([]);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** Only one item can be stepped together: which to keep. */
function Several({ items, onOnly }: { items: [string, BoardRow[]][]; onOnly: (rows: BoardRow[]) => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  return (
    <>
      <span className="i2">{t("desk_approvals.several", { count: items.length })}</span>
      <span className="ab-several">
        {items.map(
          ([code, rows]) =>
            rows[0] && (
              <button
                key={code}
                type="button"
                className="btn s"
                title={nameOf(rows[0], lang)}
                aria-label={t("desk_approvals.keepOnly", { name: nameOf(rows[0], lang), n: rows.length })}
                onClick={() => onOnly(rows)}
              >
                <Icon name="filter" size={12} />
                <span className="cut">{nameOf(rows[0], lang)}</span>
                <b>{rows.length}</b>
              </button>
            ),
        )}
      </span>
    </>
  );
}
