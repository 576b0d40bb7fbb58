/** Which items of a version are shown, and the figures over all of them. */
import type { Handling, TemplateItem, TemplateLine } from "../bindings/types";
import { listOf } from "./fields";

export const ON_LISTS = ["power", "duty", "both", "none"] as const;
export type OnLists = (typeof ON_LISTS)[number];

export function onLists(row: TemplateItem): OnLists {
  const [power, duty] = (["power", "duty"] as const).map((one) => listOf(row.lists, ";").includes(one));
  if (power && duty) return "both";
  return power ? "power" : duty ? "duty" : "none";
}

export interface Narrowed {
  text: string;
  stage: number | null;
  department: string | null;
  /** 权力清单, 责任清单, on both, or on neither. */
  lists: OnLists | null;
  /** Only with a limit that is to be checked. */
  open: boolean;
  /** Only other than in the version before. */
  changed: boolean;
}

export const EVERYTHING: Narrowed = {
  text: "",
  stage: null,
  department: null,
  lists: null,
  open: false,
  changed: false,
};

export const isNarrowed = (by: Narrowed): boolean =>
  by.text.trim() !== "" || by.stage !== null || by.department !== null || by.lists !== null || by.open || by.changed;

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
    if (by.lists !== null && onLists(row) !== by.lists) return false;
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

export interface Handled {
  flag: Handling;
  count: number;
}

/** How many items are handled how. */
export function handledOf(lines: readonly TemplateLine[]): Handled[] {
  const count = (flag: Handling) => lines.filter((line) => handlingOf(line.row).includes(flag)).length;
  return HANDLINGS.map((flag) => ({ flag, count: count(flag) })).filter((one) => one.count > 0);
}
