/** Steps of many approvals at once: which states all of them may take, and what was refused of whom. */
import type { BoardRow, Fault, FieldFault, NewStep, State } from "../bindings/types";

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

/** The steps as far as it is asked what they would do: words that change nothing of it are left out. */
export const judgedOf = (steps: NewStep[]): NewStep[] =>
  steps.map((step) => ({ ...step, basis: step.basis?.trim() ? "·" : null, examiner: null, note: null }));

export interface Refusal {
  field: string;
  words: string;
  rows: BoardRow[];
}

/** The faults of many rows, each once with all it is true of. */
export function refusals(fault: Fault | null, rows: BoardRow[], say: (one: FieldFault) => string): Refusal[] {
  const found = new Map<string, Refusal>();
  for (const one of fault?.fields ?? []) {
    const row = rows[Number(one.params.row) - 1];
    const words = say(one);
    const refusal = found.get(`${one.field} ${words}`) ?? { field: one.field, words, rows: [] };
    if (row) refusal.rows.push(row);
    found.set(`${one.field} ${words}`, refusal);
  }
  return [...found.values()];
}
