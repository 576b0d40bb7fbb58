/** What was done, in words: the label of the change log is the name of the command. */
import type { ItemKind, State, Undone } from "../bindings/types";
import { i18next, stateWord } from "../i18n";
import { choiceWord } from "../project/fields";
import zh from "../text/zh.json";

type Label = keyof typeof zh.label;

/** `project_made` is a `project_save` that made it; not every noun has a word of its own for that. */
function said(label: string): string {
  const known = [label, label.replace(/_made$/, "_save")].find((one) => one in zh.label);
  return known === undefined ? label : i18next.t(`label.${known as Label}`);
}

/** By itself, without the “of” or the colon that waits for a subject in English. */
export function labelWords(label: string): string {
  return said(label).replace(/( (of|on|about))?[:,]?$/, "");
}

type Counted = "approvals" | "items" | "projects" | "people";

/** What the number is of that stands in place of a name where an action was about several. */
const COUNTED: Record<string, Counted> = {
  approval_assign: "approvals",
  approval_call_save: "approvals",
  approval_day_fill: "approvals",
  approval_step_all: "approvals",
  template_items_save: "items",
  checklist_move: "projects",
  standing_change_many: "projects",
  book_import: "people",
};

/** 指定专人（5 项）. */
function manyWords(label: string, of: Counted, count: number): string {
  return i18next.t("undo.many", { what: labelWords(label), number: i18next.t(`undo.unit.${of}`, { count }) });
}

/** 16 个项目 环境影响评价 已受理: the core says how many, the item in both languages, its kind and the state. */
function stepsWords(label: string, parts: string[]): string {
  const [projects, name, nameEn, kind, state, more] = parts;
  const count = Number(projects);
  // A name with a bar of its own cannot be told from its neighbour.
  if (state === undefined || more !== undefined) return manyWords(label, "projects", count);
  const word = stateWord(kind as ItemKind, state as State);
  return i18next.t("undo.steps", { count, item: i18next.language === "en" ? nameEn : name, state: word });
}

/** 登记审批进展“北辰智能电机产业园一期：建设工程设计方案审查 受审”: as the core keeps it, with bars; null where it is a name alone. */
function stepWords(label: string, subject: string): string | null {
  const parts = subject.split("|");
  const [name, nameEn, kind, state] = parts.splice(-4);
  if (parts.length === 0 || state === undefined) return null;
  return i18next.t("undo.step", {
    what: said(label),
    project: parts.join("|"),
    item: i18next.language === "en" ? nameEn : name,
    state: stateWord(kind as ItemKind, state as State),
  });
}

/** 记与自然资源局的联系，4 项: how many, and who was called in both languages; null where several were. */
function callWords(subject: string, done: boolean): string | null {
  const [count, name, nameEn, more] = subject.split("|");
  // A name with a bar of its own cannot be told from its neighbour.
  if (name === undefined || nameEn === undefined || more !== undefined) return null;
  const whom = i18next.language === "en" ? nameEn : name;
  return i18next.t(done ? "undo.called" : "undo.call", { count: Number(count), name: whom });
}

/** 3 个项目的首席服务员换成王海: how many, the role and the name. */
function changedWords(subject: string): string {
  const [count, role = "", ...name] = subject.split("|");
  return i18next.t("undo.changed", { count: Number(count), role: choiceWord("role", role), name: name.join("|") });
}

/** As the message says it that reports the act. */
export function doneWords(undone: Undone): string {
  const call = savedLabel(undone.label) === "approval_call_save" ? callWords(undone.subject, true) : null;
  return call ?? undoneWords(undone);
}

/** `approval_call_made` is the same act as `approval_call_save`. */
const savedLabel = (label: string) => label.replace(/_made$/, "_save");

/** 改了项目“北辰智能电机产业园一期”. */
export function undoneWords({ label, subject }: Undone): string {
  if (subject === "") return labelWords(label);
  const number = /^\d+$/.test(subject);
  if (label === "duty_change" && subject.includes("|")) return changedWords(subject);
  if (savedLabel(label) === "approval_call_save") {
    const words =
      callWords(subject, false) ??
      (/^\d+\|/.test(subject) ? manyWords(label, "approvals", Number.parseInt(subject, 10)) : null);
    if (words !== null) return words;
  }
  // Many cells at once have their number in place of a name.
  if (label.startsWith("cells_edit") && number) return i18next.t("undo.cells", { count: Number(subject) });
  const counted = COUNTED[savedLabel(label)];
  if (counted && number) return manyWords(label, counted, Number(subject));
  if (label === "approval_step_all" && /^\d+\|/.test(subject)) return stepsWords(label, subject.split("|"));
  if (label === "approval_step" || label === "approval_step_withdraw") {
    const words = stepWords(label, subject);
    if (words !== null) return words;
  }
  return i18next.t("undo.subject", { what: said(label), subject });
}
