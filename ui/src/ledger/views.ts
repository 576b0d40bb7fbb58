/** Views of the ledger: those that are always there, and what makes one changed. */
import type { DeskInfo, SavedView, ShownColumn } from "../bindings/types";
import { sameLayout } from "./layout";
import { fromQuery, type LedgerSearch, sameQuestion } from "./search";

export const BUILT_IN = ["all", "waiting", "issue", "mine"] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

export const isBuiltIn = (key: string): key is BuiltIn => BUILT_IN.some((one) => one === key);

/** What a built-in view asks. 我的: of whom the desk's person is the chief service officer. */
export function builtIn(key: BuiltIn, desk: Pick<DeskInfo, "today" | "person">): LedgerSearch {
  switch (key) {
    case "all":
      return {};
    // Begun in no part of this year, and neither finished nor given up.
    case "waiting":
      return {
        view: key,
        filters: [
          { column: "started_actual", op: "none_of", values: [desk.today.slice(0, 4)] },
          { column: "stage", op: "none_of", values: ["completed", "operating", "full"] },
          { column: "standing", op: "any_of", values: ["active", "winter_stop"] },
        ],
      };
    case "issue":
      return { view: key, filters: [{ column: "issue", op: "filled", values: [] }] };
    case "mine":
      return {
        view: key,
        filters: [{ column: "chief_service_officer", op: "any_of", values: [desk.person?.name ?? "-"] }],
      };
  }
}

export const savedSearch = (view: SavedView): LedgerSearch => fromQuery(view.query, view.id);

/** Whether what is shown differs from the view it began with. */
export function isChanged(search: LedgerSearch, layout: readonly ShownColumn[], view: SavedView): boolean {
  return !sameQuestion(search, savedSearch(view)) || (view.columns.length > 0 && !sameLayout(layout, view.columns));
}
