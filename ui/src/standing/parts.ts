/** The parts of a split while they are typed: money as words until the core reads it. */
import type { ProjectId, SplitPart } from "../bindings/types";
import type { MoneyUnit } from "../lib/money";
import { typed } from "../project/typed";
import { Refused } from "../rpc";

export const PART_MONEY = ["total", "plan", "done_total", "done_year"] as const;
export type PartMoney = (typeof PART_MONEY)[number];

/** `project`: one that exists already and becomes a part; its name stands in `name`. */
export type DraftPart = Record<"name" | PartMoney, string> & { key: number; project: ProjectId | null };

export const blankPart = (key: number): DraftPart => ({
  key,
  project: null,
  name: "",
  total: "",
  plan: "",
  done_total: "",
  done_year: "",
});

/** Reads every figure; a fault stands under the part it belongs to. */
export async function readParts(drafts: DraftPart[], unit: MoneyUnit): Promise<SplitPart[]> {
  const parts: SplitPart[] = [];
  for (const [at, draft] of drafts.entries()) {
    const part: SplitPart = {
      project: draft.project,
      name: draft.name,
      total: null,
      plan: null,
      done_total: null,
      done_year: null,
    };
    for (const field of PART_MONEY) part[field] = await money(field, draft[field], unit, at);
    parts.push(part);
  }
  return parts;
}

async function money(field: PartMoney, text: string, unit: MoneyUnit, at: number): Promise<number | null> {
  try {
    return ((await typed(field, text, unit, "project"))[field] as number | null | undefined) ?? null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const fields = error.fault.fields.map((fault) => ({ ...fault, field: `parts.${at}.${field}` }));
    throw new Refused({ ...error.fault, fields });
  }
}
