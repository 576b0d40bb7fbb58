/** What the board is narrowed to, and the days of the figures: part of the address, so that the way back finds them. */
import stateWords from "../../../crates/core/data/state-words.json";
import type { BoardFilter, FiguresQuery, Flag, Heat, State } from "../bindings/types";

export const APPROVAL_TABS = ["board", "figures", "lists", "undated"] as const;
export type ApprovalTab = (typeof APPROVAL_TABS)[number];

export const HEATS = ["overdue", "today", "soon", "later", "applicant", "no_limit"] as const satisfies Heat[];
export const FLAGS = [
  "lacking",
  "lacking_late",
  "parallel",
  "bundle",
  "extended",
  "printed",
  "early",
  "simulated",
  "preview",
  "joint_preview",
  "pledge",
  "pledge_late",
  "green",
  "area_covered",
  "undated",
  "opinion",
  "expired",
  "expires_soon",
] as const satisfies Flag[];

/** 权力清单, 责任清单, 负面清单. */
export const LISTS = ["power", "duty", "negative"] as const;
export type ListName = (typeof LISTS)[number];

export const SPANS = ["month", "year", "all", "own"] as const;
export type Span = (typeof SPANS)[number];

/** What narrows the board. */
export interface Narrowing {
  /** Empty for the applicant. */
  holder?: string;
  state?: State;
  item?: string;
  heat?: Heat;
  flag?: Flag;
  /** Who is in charge; empty for nobody. */
  person?: string;
  text?: string;
}

export interface ApprovalSearch extends Narrowing {
  tab?: ApprovalTab;
  span?: Span;
  /** Which of the three lists. */
  list?: ListName;
  /** Of the steps without a day, those of what is decided. */
  decided?: boolean;
  /** The reminders of due days are listed. */
  reminders?: boolean;
  /** Of one's own span. */
  from?: string;
  to?: string;
}

const words = (value: unknown) =>
  typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined;
const some = (value: unknown) => words(value) || undefined;
const day = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);

export function readApprovals(search: Record<string, unknown>): ApprovalSearch {
  const state = String(search.state);
  const read: { [K in keyof ApprovalSearch]: ApprovalSearch[K] | undefined } = {
    tab: APPROVAL_TABS.find((tab) => tab === search.tab),
    holder: words(search.holder),
    state: Object.hasOwn(stateWords.permit, state) ? (state as State) : undefined,
    item: some(search.item),
    heat: HEATS.find((heat) => heat === search.heat),
    flag: FLAGS.find((flag) => flag === search.flag),
    person: words(search.person),
    text: some(search.text),
    reminders: search.reminders === true || undefined,
    decided: search.decided === true || undefined,
    list: LISTS.find((list) => list === search.list),
    span: SPANS.find((span) => span === search.span),
    from: day(search.from),
    to: day(search.to),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as ApprovalSearch;
}

const NARROWS = ["holder", "state", "item", "heat", "flag", "person", "text"] as const;
type Narrows = (typeof NARROWS)[number];

export const isNarrowed = (search: ApprovalSearch) => NARROWS.some((part) => search[part] !== undefined);

/** With some parts put on (or, undefined, taken away). */
export function narrowed(search: ApprovalSearch, set: { [K in Narrows]?: Narrowing[K] | undefined }): ApprovalSearch {
  const all = Object.entries({ ...search, ...set }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as ApprovalSearch;
}

export const widened = (search: ApprovalSearch): ApprovalSearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => !NARROWS.some((part) => part === key)));

export function filterOf({ holder, state, item, heat, flag, person, text }: ApprovalSearch): BoardFilter {
  return {
    holder: holder ?? null,
    state: state ?? null,
    item: item ?? null,
    heat: heat ?? null,
    flag: flag ?? null,
    person: person ?? null,
    text: text ?? null,
  };
}

/** The days of a span; this year where none is named. */
export function daysOf({ span = "year", from, to }: ApprovalSearch, today: string): FiguresQuery {
  if (span === "all") return { from: null, to: null };
  if (span === "own") return { from: from ?? null, to: to ?? null };
  return { from: span === "month" ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`, to: today };
}
