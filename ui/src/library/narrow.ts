/** Which items of a version are shown, and the figures over all of them. */
import type { Handling, TemplateItem, TemplateLine } from "../bindings/types";
import { listOf } from "./fields";

export interface Narrowed {
  text: string;
  stage: number | null;
  department: string | null;
  /** Only with a limit that is to be checked. */
  open: boolean;
  /** Only other than in the version before. */
  changed: boolean;
}

export const EVERYTHING: Narrowed = { text: "", stage: null, department: null, open: false, changed: false };

export const isNarrowed = (by: Narrowed): boolean =>
  by.text.trim() !== "" || by.stage !== null || by.department !== null || by.open || by.changed;

/** `words` are what the row says of itself in the language shown. */
export function narrowed(
  lines: readonly TemplateLine[],
  by: Narrowed,
  words: (row: TemplateItem) => string,
): TemplateLine[] {
  const wanted = by.text.trim().toLowerCase().split(/\s+/);
  return lines.filter(({ row, changed, to_check }) => {
    if (by.stage !== null && row.stage_no !== by.stage) return false;
    if (by.department !== null && row.department !== by.department) return false;
    if ((by.open && to_check.length === 0) || (by.changed && !changed)) return false;
    const said = words(row).toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

export const HANDLINGS: Handling[] = [
  "at_once",
  "online",
  "nearby",
  "one_trip",
  "no_meeting",
  "self_service",
  "urgent",
  "one_thing",
  "devolved",
  "frequent",
  "one_window",
];

export const handlingOf = (row: TemplateItem): Handling[] =>
  HANDLINGS.filter((flag) => listOf(row.handling, ";").includes(flag));

export interface Sums {
  handling: { flag: Handling; count: number }[];
  before: number;
  after: number;
  /** What was cut of a thousand, half up. */
  cut: number;
  /** Steps, days and fees of the items of which both sides are known. */
  reduced: ReducedSum[];
}

export interface ReducedSum {
  which: "steps" | "days" | "fee";
  items: number;
  before: number;
  after: number;
  cut: number;
}

const shareOf = (before: number, after: number) =>
  before === 0 ? 0 : Math.floor((2000 * (before - after) + before) / (2 * before));

/** Days are the department's working days by law and by promise; the others before and after. */
function reducedOf(lines: readonly TemplateLine[]): ReducedSum[] {
  const alike = (row: TemplateItem) => row.statutory_unit === "working" && row.statutory_side === "department";
  const sides: Record<ReducedSum["which"], (row: TemplateItem) => [number | null, number | null]> = {
    steps: (row) => [row.steps_before, row.steps],
    days: (row) => (alike(row) ? [row.statutory, row.promised] : [null, null]),
    fee: (row) => [row.fee_before, row.fee],
  };
  return (["steps", "days", "fee"] as const).flatMap((which) => {
    const known = lines.flatMap(({ row }) => {
      const [before, after] = sides[which](row);
      return before === null || after === null ? [] : [{ before, after }];
    });
    if (known.length === 0) return [];
    const halves = which === "days" ? 2 : 1;
    const before = known.reduce((sum, one) => sum + one.before, 0) / halves;
    const after = known.reduce((sum, one) => sum + one.after, 0) / halves;
    return [{ which, items: known.length, before, after, cut: shareOf(before, after) }];
  });
}

export function sumsOf(lines: readonly TemplateLine[]): Sums {
  const before = lines.reduce((sum, line) => sum + line.papers_before, 0);
  const after = lines.reduce((sum, line) => sum + line.papers, 0);
  const counts = HANDLINGS.map((flag) => ({
    flag,
    count: lines.filter((line) => handlingOf(line.row).includes(flag)).length,
  }));
  const handling = counts.filter((one) => one.count > 0);
  return { handling, before, after, cut: shareOf(before, after), reduced: reducedOf(lines) };
}
