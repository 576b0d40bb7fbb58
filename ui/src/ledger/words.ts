/** Cells in words: as they are read, as they are typed again, and what columns are called. */
import type { Column, ProjectRow, ReportBefore } from "../bindings/types";
import type { DeskView } from "../desk";
import { i18next } from "../i18n";
import { plainDay, shortDay, wordDay } from "../lib/day";
import { plainMoney, showMoney, showRate } from "../lib/money";
import { CHOICES, choiceWord, isChoice } from "../project/fields";
import type { Block } from "./clipboard";
import { specOf } from "./spec";
import { raw } from "./value";

export const columnWord = (column: Column): string => i18next.t(`columns.${column}`);

const ABOUT: Partial<Record<Column, (row: ProjectRow) => boolean | null>> = {
  total: (row) => row.total_about,
  plan: (row) => row.plan_about,
  done_total: (row) => row.done_about,
};

const NAMED: Partial<Record<Column, (row: ProjectRow) => string | null>> = {
  region: (row) => row.region_name,
  industry: (row) => row.industry_name,
  parent: (row) => row.parent_name,
  tags: (row) => row.tags?.replaceAll("\n", " ") ?? null,
};

export const about = (row: ProjectRow, column: Column) => ABOUT[column]?.(row) === true;

/** The codes of a column that is a choice, in their order; none of another. */
export function choicesOf(column: Column): readonly string[] {
  if (column === "counted") return ["counted", "not_counted"];
  if (column === "statistics") return ["entered", "due", "not_due"];
  return isChoice(column) ? CHOICES[column] : [];
}

/** Words of choices, each looked up once: a sheet asks for the same few hundreds of times. */
const found = new Map<string, string>();
i18next.on("languageChanged", () => found.clear());
i18next.store.on("added", () => found.clear());

/** The word of a choice, or of a light. */
export function choiceOf(column: Column, code: string): string {
  const key = `${column} ${code}`;
  const word = found.get(key) ?? choiceWordOf(column, code);
  found.set(key, word);
  return word;
}

function choiceWordOf(column: Column, code: string): string {
  if (column === "light") return i18next.t(`shade.${code as "red"}`);
  if (!choicesOf(column).includes(code)) return code;
  return isChoice(column)
    ? choiceWord(column, code)
    : i18next.t(`choice.${column}.${code}` as "choice.counted.counted");
}

/** What stands in the cell. */
export function shown(row: ProjectRow, column: Column, view: DeskView): string {
  const value = raw(row, column);
  if (value === null) return "";
  const named = NAMED[column]?.(row);
  if (named) return named;
  switch (specOf(column).kind) {
    case "money": {
      const text = showMoney(Number(value), view.unit);
      return about(row, column) ? i18next.t("money.about", { text }) : text;
    }
    case "rate":
      return showRate(Number(value));
    case "day":
      return shortDay(String(value));
    case "choice":
    case "light":
      return choiceOf(column, String(value));
    default:
      return String(value);
  }
}

/** The whole of it, for the hint. */
export function hint(row: ProjectRow, column: Column, view: DeskView): string {
  if (column === "name") return row.code ? `${row.name}\n${row.code}` : row.name;
  const value = raw(row, column);
  return specOf(column).kind === "day" && value !== null ? wordDay(String(value), view.lang) : shown(row, column, view);
}

/** As it is copied and typed again: no commas, days that say how exact they are, tags a line each. */
export function typedText(row: ProjectRow, column: Column, view: DeskView): string {
  const value = raw(row, column);
  if (value === null) return "";
  if (column === "tags") return String(value);
  switch (specOf(column).kind) {
    case "money": {
      const text = plainMoney(Number(value), view.unit);
      return about(row, column) ? i18next.t("money.about", { text, lng: "zh" }) : text;
    }
    case "day":
      return plainDay(String(value));
    default:
      return shown(row, column, view);
  }
}

/** What a group is called: the word of its choice, its name, the month of a day; without a value, that it has none. */
export function groupName(by: Column, { key, name }: { key: string | null; name: string | null }): string {
  if (key === null || key === "") return i18next.t("grid.blank", { column: columnWord(by) });
  return valueName(by, key, name);
}

/** A value of a filter in words. */
export function valueName(column: Column, value: string, name: string | null): string {
  if (name) return name;
  const { kind } = specOf(column);
  return kind === "choice" || kind === "light" ? choiceOf(column, value) : value;
}

/** Cells as they are typed again, so that a copy laid elsewhere says the same. */
export function copied(rows: readonly ProjectRow[], columns: readonly Column[], view: DeskView): Block {
  return rows.map((row) => columns.map((column) => typedText(row, column, view)));
}

/** What a cell said in the report before. */
export function wasWords(row: ProjectRow, column: Column, before: ReportBefore, view: DeskView): string {
  const when = wordDay(`${before.period}-01/month`, view.lang);
  const text = shown({ ...row, ...before, done_about: false }, column, view);
  return text === "" ? i18next.t("grid.wasBlank", { when }) : i18next.t("grid.was", { when, text });
}
