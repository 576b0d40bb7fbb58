import { useEffect, useMemo, useState } from "react";
import type { SavedView, ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { useDo } from "../query";
import { sameLayout } from "./layout";
import { layoutOf } from "./layoutOf";

interface Layout {
  layout: readonly ShownColumn[];
  /** Nobody has set widths: what is left over may be shared. */
  grows: boolean;
  set: (layout: ShownColumn[]) => void;
  reset: () => void;
}

/** Columns as shown, and changing them. */
export function useLayout(view: SavedView | null): Layout {
  const { desk, lang } = useDesk();
  const save = useDo("setting_save");
  const kept = useMemo(() => layoutOf(view, desk.ledger_columns, lang), [view, desk.ledger_columns, lang]);
  // Changes are shown at once; those of a saved view stay here until they are kept.
  const [mine, setMine] = useState<{ of: string; layout: ShownColumn[] } | null>(null);
  const key = view ? `${view.id} ${JSON.stringify(view.columns)}` : "";
  useEffect(() => setMine((now) => (now?.of === key ? now : null)), [key]);
  const layout = mine?.of === key ? mine.layout : kept.layout;
  return {
    layout,
    grows: sameLayout(layout, kept.usual),
    set: (to) => {
      setMine({ of: key, layout: to });
      if (!view) save.mutate({ key: "ledger_columns", value: JSON.stringify(to) });
    },
    reset: () => {
      setMine({ of: key, layout: kept.usual });
      if (!view) save.mutate({ key: "ledger_columns", value: "" });
    },
  };
}
