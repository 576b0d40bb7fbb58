/** Every column of the ledger: what it holds, how wide it is, what can be done with it. The rules stand in the core. */
import type { Column, ShownColumn } from "../bindings/types";

export type Kind = "text" | "money" | "rate" | "day" | "choice" | "number" | "light" | "period";
export type Family = "basics" | "money" | "progress" | "people" | "days";

export interface Spec {
  column: Column;
  kind: Kind;
  family: Family;
  width: number;
  /** Width where the words are English. */
  en: number;
  /** Share of the room that is left over. */
  grow: number;
  wraps: boolean;
  /** Read as sentences: four lines of them, where other cells that wrap have two. */
  words: boolean;
  sorts: boolean;
  /** Typed here; the rest is computed or changed by a command of its own. */
  edits: boolean;
  groups: boolean;
  quiet: boolean;
}

type Made = Partial<Omit<Spec, "column" | "kind" | "family">> & { width: number };

const made = (column: Column, kind: Kind, family: Family, how: Made): Spec => ({
  column,
  kind,
  family,
  en: how.width,
  grow: 0,
  wraps: false,
  words: false,
  sorts: true,
  edits: true,
  groups: false,
  quiet: false,
  ...how,
});

const text = (column: Column, family: Family, how: Made) => made(column, "text", family, how);
const words = (column: Column, family: Family, how: Made) => text(column, family, { wraps: true, words: true, ...how });
const money = (column: Column, family: Family) => made(column, "money", family, { width: 100, en: 112 });
const choice = (column: Column, how: Partial<Made> = {}) =>
  made(column, "choice", "basics", { width: 60, en: 88, groups: true, ...how });
const person = (column: Column) => text(column, "people", { width: 72, en: 104, groups: true, wraps: true });
const unit = (column: Column) => text(column, "people", { width: 144, groups: true, wraps: true });
const FIXED = { edits: false };

const STAGE_DAYS = [
  "conceived",
  "negotiating",
  "signed",
  "preparing",
  "land",
  "started",
  "building",
  "completed",
  "operating",
  "full",
] as const;

export const SPECS: readonly Spec[] = [
  made("entered", "number", "basics", { width: 36, quiet: true, ...FIXED }),
  made("light", "light", "basics", { width: 28, en: 36, sorts: false, ...FIXED }),
  text("name", "basics", { width: 184, grow: 3, wraps: true }),
  text("code", "basics", { width: 176 }),
  text("region", "basics", { width: 96, grow: 1, wraps: true, groups: true }),
  text("enterprise", "basics", { width: 168, grow: 2, wraps: true, groups: true, quiet: true }),
  choice("stage"),
  choice("standing", { width: 88, en: 112, ...FIXED }),
  choice("carried"),
  choice("nature"),
  text("industry", "basics", { width: 120, wraps: true, groups: true }),
  text("chain", "basics", { width: 96, wraps: true, groups: true }),
  text("tags", "basics", { width: 120, wraps: true, groups: true }),
  text("list", "basics", { width: 128, wraps: true, sorts: true, groups: true, ...FIXED }),
  text("parent", "basics", { width: 128, wraps: true, groups: true }),
  choice("counted", { width: 80, en: 104 }),
  choice("statistics", { width: 96, en: 152 }),
  made("entered_period", "period", "basics", { width: 76, en: 88, groups: true }),
  words("content", "basics", { width: 240 }),
  text("scale", "basics", { width: 160, wraps: true }),
  text("site", "basics", { width: 128, wraps: true }),
  text("note", "basics", { width: 128, wraps: true }),
  money("total", "money"),
  money("plan", "money"),
  money("arrived", "money"),
  made("period", "period", "progress", { width: 68, groups: true, ...FIXED }),
  money("done_total", "progress"),
  made("rate", "rate", "progress", { width: 92, ...FIXED }),
  made("done_year", "money", "progress", { width: 100, en: 148 }),
  made("year_rate", "rate", "progress", { width: 92, ...FIXED }),
  made("done_month", "money", "progress", { width: 100, en: 160 }),
  words("image", "progress", { width: 184, grow: 5 }),
  words("issue", "progress", { width: 152, grow: 4 }),
  words("next_step", "progress", { width: 152, grow: 2 }),
  person("leader"),
  person("chief_service_officer"),
  person("liaison"),
  unit("responsible_unit"),
  unit("introduced_by"),
  unit("served_by"),
  ...STAGE_DAYS.flatMap((stage) => [
    made(`${stage}_planned`, "day", "days", { width: 92, en: 128, groups: true }),
    made(`${stage}_actual`, "day", "days", { width: 92, en: 128, groups: true }),
  ]),
];

const BY_COLUMN = new Map(SPECS.map((spec) => [spec.column, spec]));

export function specOf(column: Column): Spec {
  const found = BY_COLUMN.get(column);
  if (!found) throw new Error(`no such column: ${column}`);
  return found;
}

export const isColumn = (value: unknown): value is Column => BY_COLUMN.has(value as Column);

export const isNumeric = (kind: Kind) => kind === "money" || kind === "rate" || kind === "number";

/** What leaders read first (practice C34): name, region, total, the year's plan, what of it is done and the share, 形象进度, 存在问题, leader. */
const FIRST: Column[] = [
  "entered",
  "light",
  "name",
  "region",
  "total",
  "plan",
  "done_year",
  "year_rate",
  "image",
  "issue",
  "leader",
  "stage",
  "carried",
  "done_total",
  "rate",
  "enterprise",
  "responsible_unit",
  "started_planned",
  "started_actual",
  "completed_planned",
];

const FROZEN: Column[] = ["entered", "light", "name"];

export function defaultLayout(english: boolean): ShownColumn[] {
  return FIRST.map((column) => {
    const spec = specOf(column);
    return { column, width: english ? spec.en : spec.width, frozen: FROZEN.includes(column) };
  });
}
