/** Which columns the ledger has when nobody is changing them. */
import type { SavedView, ShownColumn } from "../bindings/types";
import type { Lang } from "../i18n";
import { readLayout, sameLayout } from "./layout";
import { defaultLayout } from "./spec";

/** Columns as they are kept: those of a saved view, else what this computer was told last, else the usual ones. */
export function layoutOf(view: SavedView | null, told: string | null, lang: Lang) {
  const usual = defaultLayout(lang === "en");
  const own = view && view.columns.length > 0 ? view.columns : null;
  const layout: readonly ShownColumn[] = own ?? readLayout(told) ?? usual;
  return { layout, usual, grows: sameLayout(layout, usual) };
}
