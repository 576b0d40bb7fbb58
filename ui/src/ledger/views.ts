/** Views of the ledger: those that are always there, and what makes one changed. */
import type { DeskInfo, SavedView, ShownColumn } from "../bindings/types";
import { sameLayout } from "./layout";
import { EVERYWHERE, fromQuery, type LedgerSearch, sameQuestion } from "./search";

export const BUILT_IN = ["all", "waiting", "issue", "mine"] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

export const isBuiltIn = (key: string): key is BuiltIn => BUILT_IN.some((one) => one === key);

/** What a built-in view asks. 未开工 are the projects that never began, as question 1 of the board counts them (`figure::starts`). 我的: of whom the desk's person is the chief service officer. */
export function builtIn(key: BuiltIn, desk: Pick<DeskInfo, "today" | "person">): LedgerSearch {
  switch (key) {
    case "all":
      return {};
    case "waiting":
      return { view: key, figure: { scope: EVERYWHERE, as_of: desk.today, of: "not_opened", key: null } };
    case "issue":
      return { view: key, filters: [{ column: "issue", op: "filled", values: [] }] };
    case "mine":
      return {
        view: key,
        filters: [{ column: "chief_service_officer", op: "any_of", values: [desk.person?.name ?? "-"] }],
      };
  }
}

/** What a saved view asks; what it counts, it counts as of today. */
export function savedSearch(view: SavedView, today: string): LedgerSearch {
  const search = fromQuery(view.query, view.id);
  return search.figure ? { ...search, figure: { ...search.figure, as_of: today } } : search;
}

/** Whether what is shown differs from the view it began with. */
export function isChanged(
  search: LedgerSearch,
  layout: readonly ShownColumn[],
  view: SavedView,
  today: string,
): boolean {
  return (
    !sameQuestion(search, savedSearch(view, today)) || (view.columns.length > 0 && !sameLayout(layout, view.columns))
  );
}
