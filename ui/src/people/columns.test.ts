import { expect, test } from "vitest";
import type { BookPerson, BookUnit } from "../bindings/types";
import { columnsOf } from "./columns";

const seat = (short: string[], duties: string | null) =>
  ({
    person: { role: null, duties, until: null },
    reach: { mobile: [], office: [], short, nickname: [] },
  }) as unknown as BookPerson;
const unit = (...people: BookPerson[]): BookUnit => ({ unit: null, people });

test("columns nobody has anything in are left out, the others keep their order", () => {
  expect(columnsOf([unit(seat([], null)), unit(seat(["66"], null))], false, false)).toEqual([
    "call",
    "name",
    "title",
    "mobile",
    "projects",
    "short",
    "more",
  ]);
});

test("whoever types into them sees all of them", () => {
  expect(columnsOf([unit(seat([], null))], true, true)).toEqual([
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
  ]);
});
