/** What a list is called among others: its year, and its version where another has the same name and year. */
import type { List } from "../bindings/types";

type Told = Pick<List, "id" | "name" | "year" | "version" | "document">;

const same = (a: Told, b: Told) => a.name === b.name && a.year === b.year;

/** Its version, else its document, where its name and year do not say which it is. */
export function versionOf(list: Told, all: readonly Told[]): string | null {
  const twin = all.some((one) => one.id !== list.id && same(one, list));
  return twin ? (list.version ?? list.document) : null;
}

export const listLabel = (list: Told, all: readonly Told[]): string =>
  [list.name, list.year, versionOf(list, all)].filter((part) => part !== null && part !== "").join(" ");
