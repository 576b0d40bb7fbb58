import type { BookPerson, BookUnit } from "../bindings/types";

/** The columns of the book, what is needed for a call first. */
const COLUMNS = [
  "call",
  "name",
  "title",
  "mobile",
  "projects",
  "role",
  "office",
  "short",
  "duties",
  "nickname",
  "term",
  "more",
] as const;
export type BookColumn = (typeof COLUMNS)[number];

/** Columns that stand only where somebody has something in them, and what that is. */
const SPARSE: Partial<Record<BookColumn, (one: BookPerson) => boolean>> = {
  role: (one) => one.person.role !== null,
  office: (one) => one.reach.office.length > 0,
  short: (one) => one.reach.short.length > 0,
  duties: (one) => (one.person.duties ?? "") !== "",
  nickname: (one) => one.reach.nickname.length > 0,
};

/** The columns that are shown: all of them, or those that say something about anybody; whoever adds a person needs the seat. */
export function columnsOf(units: BookUnit[], all: boolean, former: boolean, adds = false): BookColumn[] {
  const people = units.flatMap((unit) => unit.people);
  return COLUMNS.filter((name) => {
    if (name === "term") return former;
    const has = SPARSE[name];
    return all || (adds && name === "role") || has === undefined || people.some(has);
  });
}
