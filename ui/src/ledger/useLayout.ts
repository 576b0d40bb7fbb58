import { useEffect, useMemo, useState } from "react";
import type { SavedView, ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { useDo } from "../query";
import { readLayout, sameLayout } from "./layout";
import { defaultLayout } from "./spec";

interface Layout {
  layout: readonly ShownColumn[];
  /** Nobody has set widths: what is left over may be shared. */
  grows: boolean;
  set: (layout: ShownColumn[]) => void;
  reset: () => void;
}

/** Columns as shown: those of a saved view, else what this computer was told last, else the usual ones. */
export function useLayout(view: SavedView | null): Layout {
  const { desk, lang } = useDesk();
  const save = useDo("setting_save");
  const usual = useMemo(() => defaultLayout(lang === "en"), [lang]);
  const kept = useMemo(() => readLayout(desk.ledger_columns), [desk.ledger_columns]);
  const own = view && view.columns.length > 0 ? view.columns : null;
  // Changes are shown at once; those of a saved view stay here until they are kept.
  const [mine, setMine] = useState<{ of: string; layout: ShownColumn[] } | null>(null);
  const key = view ? `${view.id} ${JSON.stringify(own)}` : "";
  useEffect(() => setMine((now) => (now?.of === key ? now : null)), [key]);
  const layout = (mine?.of === key ? mine.layout : null) ?? own ?? kept ?? usual;
  return {
    layout,
    grows: sameLayout(layout, usual),
    set: (to) => {
      setMine({ of: key, layout: to });
      if (!view) save.mutate({ key: "ledger_columns", value: JSON.stringify(to) });
    },
    reset: () => {
      setMine({ of: key, layout: usual });
      if (!view) save.mutate({ key: "ledger_columns", value: "" });
    },
  };
}
