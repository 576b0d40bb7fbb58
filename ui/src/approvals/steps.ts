/** Steps of many approvals at once: which states all of them may take, and what was refused of whom. */
import type { BoardRow, Fault, FieldFault, NewStep, State } from "../bindings/types";
import { ruleWords } from "../errors";
import { i18next } from "../i18n";

/** States that may come next for every one of them. */
export function commonNext(rows: BoardRow[]): State[] {
  const [first, ...rest] = rows;
  const offered = (state: State) => state !== "not_applicable" && state !== "not_collected";
  return (first?.next ?? []).filter((state) => offered(state) && rest.every((row) => row.next.includes(state)));
}

/** What a step says beside its project and item. */
export type Said = Omit<NewStep, "project" | "item" | "set">;

export const stepsOf = (rows: BoardRow[], said: Said): NewStep[] =>
  rows.map(({ project, item }) => ({ project, item, ...said, set: {} }));

export interface Refusal {
  field: string;
  words: string;
  rows: BoardRow[];
}

/** The faults of many rows, each once with all it is true of. */
export function refusals(fault: Fault | null, rows: BoardRow[], state: string): Refusal[] {
  const found = new Map<string, Refusal>();
  for (const one of fault?.fields ?? []) {
    const row = rows[Number(one.params.row) - 1];
    const words = wordsOf(one, state);
    const refusal = found.get(`${one.field} ${words}`) ?? { field: one.field, words, rows: [] };
    if (row) refusal.rows.push(row);
    found.set(`${one.field} ${words}`, refusal);
  }
  return [...found.values()];
}

/** A state is not chosen from a list of the person's: it cannot follow what there is by now. */
function wordsOf(one: FieldFault, state: string): string {
  if (one.field === "state") return i18next.t("desk_approvals.cannotFollow", { state });
  return one.field === "steps" ? i18next.t("desk_approvals.tooMany") : ruleWords(one);
}
