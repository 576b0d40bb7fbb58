import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cut, ProjectId, WallBy } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { layoutOf } from "../ledger/layoutOf";
import { later } from "../lib/later";
import { tryTo } from "../query";

const ExportDialog = later(() => import("../export/ExportDialog"), "ExportDialog");

/** A file for each of those the wall is looked at by, where there is such a cut. */
export const cutOf = (by: WallBy): Cut | undefined =>
  by === "leader" ? "leader" : by === "responsible_unit" ? "unit" : undefined;

interface Props {
  /** Which projects, found when they are wanted. */
  projects: () => Promise<ProjectId[]>;
  /** How the export begins to be cut. */
  cut?: Cut | undefined;
  /** What is exported, in words. */
  lead: (count: number) => string;
  /** What the button is called, where it is not the usual word. */
  label?: string;
  disabled?: boolean;
}

/** Projects of the wall as a workbook, or one for each. */
export function WallExport({ projects, cut, lead, label, disabled }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const [ids, setIds] = useState<ProjectId[] | null>(null);
  return (
    <>
      <button
        type="button"
        className="btn s"
        aria-haspopup="dialog"
        disabled={disabled}
        onClick={() => void tryTo(async () => setIds(await projects()))}
      >
        <Icon name="out" />
        {label ?? t("ledger.export")}
      </button>
      {ids && (
        <ExportDialog
          search={{}}
          columns={layoutOf(null, desk.ledger_columns, lang).layout}
          count={ids.length}
          projects={ids}
          begins={{ layout: "official", cut: cut ?? "one", lead: lead(ids.length) }}
          onClose={() => setIds(null)}
        />
      )}
    </>
  );
}
