export const APPROVAL_VIEWS = ["list", "gantt", "graph", "routes", "trial"] as const;
export type ApprovalView = (typeof APPROVAL_VIEWS)[number];

/** The view is part of the address and stays with it from tab to tab; the list is what there is without one. */
export function searchOf<T extends string>(tab: T, view: ApprovalView): { tab: T; view?: ApprovalView } {
  return view === "list" ? { tab } : { tab, view };
}
