/** What kind of value a field holds: how it is shown, and how it is edited. The rules stand in the core. */
import type { DeskView } from "../desk";
import { i18next } from "../i18n";
import { CARRIED, STAGES } from "../ledger/search";
import { wordDay } from "../lib/day";
import { showMoney, showThousandths } from "../lib/money";

export type Kind =
  | "text"
  | "long"
  | "money"
  | "day"
  | "date"
  | "choice"
  | "flag"
  | "quantity"
  | "region"
  | "enterprise"
  | "industry";

export const CHOICES = {
  stage: STAGES,
  standing: ["active", "winter_stop", "suspended", "terminated", "delisted", "merged", "split"],
  nature: ["new_build", "expansion", "rebuild", "upgrade", "relocation"],
  carried: CARRIED,
  mode: ["approve", "verify", "file"],
  land: ["granted", "allocated", "collective"],
  role: ["leader", "chief_service_officer", "service_officer", "unit_head", "liaison", "chain_head"],
  basis: ["dispatch", "statistics", "finance"],
} as const;

export type ChoiceField = keyof typeof CHOICES;

const MONEY = ["total", "plan", "arrived", "done_total", "done_year", "done_month", "done_prior"];
const LONG = ["content", "image", "issue", "next_step", "note", "internal_note", "aliases", "tags"];
const FLAGS = [
  "not_needed",
  "total_about",
  "plan_about",
  "done_about",
  "sensitive",
  "counted",
  "added",
  "restart",
  "ranked",
  "due",
  "entered",
  "skipped",
];
const QUANTITIES = ["required", "promised", "delivered"];
const DATES = [
  "as_of",
  "since",
  "until",
  "raised_on",
  "closed_on",
  "certificate_on",
  "expires_on",
  "due_printed",
  "verified_on",
  "lacking_by",
  "happened_on",
  "declared_on",
  "decided_on",
  "begun_on",
  "due_by",
  "formal_on",
  "opinion_asked_on",
  "opinion_on",
  "met_on",
  "formal_by",
  "given_on",
  "ready_on",
  "handed_on",
  "called_on",
];

export const isChoice = (field: string): field is ChoiceField => field in CHOICES;

/** `table` tells fields of one name apart (a need's promise is a quantity, an approval's a limit). */
export function kindOf(field: string, table = "project"): Kind {
  if (isChoice(field)) return "choice";
  if (MONEY.includes(field)) return "money";
  if (field.endsWith("_planned") || field.endsWith("_actual") || field === "need_by" || field === "promised_on")
    return table === "approval_call" ? "date" : "day";
  if (field === "expected_on") return table === "fast_letter" ? "date" : "day";
  if (DATES.includes(field)) return "date";
  if (LONG.includes(field)) return "long";
  if (FLAGS.includes(field)) return "flag";
  if (table === "matter" && QUANTITIES.includes(field)) return "quantity";
  if (field === "region") return "region";
  if (field === "enterprise" && table === "project") return "enterprise";
  return field === "industry" ? "industry" : "text";
}

export function choiceWord(field: ChoiceField, value: string): string {
  const key = `choice.${field}.${value}` as "choice.mode.file";
  return field === "stage" || field === "carried" ? i18next.t(`${field}.${value}` as "carried.new") : i18next.t(key);
}

/** A stored value as people read it. */
export function showValue(
  field: string,
  value: string | number | boolean | null,
  view: DeskView,
  table = "project",
): string {
  if (value === null || value === "") return "";
  if (table === "project" && field === "counted") return i18next.t(`counting.${Number(value) === 1 ? "yes" : "no"}`);
  if (table === "start" && field === "kind") return i18next.t(`opening.kind.${value as "new"}`);
  if (table === "start" && field === "decision") return i18next.t(`opening.decisions.${value as "pending"}`);
  if (table === "attachment" && field === "kind") return i18next.t(`papers.kind.${value as "photo"}`);
  if (table === "approval" && field === "level") return i18next.t(`ways.level.${value as "city"}`);
  if (table === "fast_track" && field === "class") return i18next.t(`fast.class.${value as "industry"}`);
  if (table === "fast_letter" && field === "letter") return i18next.t(`fast.letter.${value as "early"}`);
  if (table === "approval_call" && field === "result") return i18next.t(`today.results.${value as "answered"}`);
  if (table === "approval_call" && field === "turn") return i18next.t(`today.turns.${value as "third"}`);
  if (table === "approval_way" && field === "way") return i18next.t(`ways.way.${value as "early"}`);
  switch (kindOf(field, table)) {
    case "money":
      return `${showMoney(Number(value), view.unit)} ${i18next.t(`money.${view.unit}`)}`;
    case "day":
    case "date":
      return wordDay(String(value), view.lang);
    case "quantity":
      return showThousandths(Number(value));
    case "flag":
      return i18next.t(value === true || value === 1 || value === "1" ? "say.yes" : "say.no");
    case "choice":
      return choiceWord(field as ChoiceField, String(value));
    default:
      return String(value);
  }
}
