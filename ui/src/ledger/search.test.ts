import { expect, test } from "vitest";
import type { Filter } from "../bindings/types";
import { fromQuery, isFiltered, readSearch, sameQuestion, toQuery, withFilter, withSort } from "./search";

const stage: Filter = { column: "stage", op: "any_of", values: ["signed"] };
const issue: Filter = { column: "issue", op: "filled", values: [] };

test("an address is understood as far as it makes sense", () => {
  const read = readSearch({
    text: 230,
    filters: [stage, { column: "nonsense", op: "any_of" }, { column: "stage", op: "like" }, null],
    sort: [{ column: "total", descending: true }, { column: "light" }],
    group: "image",
    view: "mine",
  });
  expect(read).toEqual({ text: "230", filters: [stage], sort: [{ column: "total", descending: true }], view: "mine" });
  expect(readSearch({ filters: "x", sort: 3, group: "region" })).toEqual({ group: "region" });
});

test("a question comes back from a kept one", () => {
  const search = readSearch({ filters: [stage], sort: [{ column: "total", descending: true }], group: "region" });
  const back = fromQuery(toQuery(search, 0, 0), "v1");
  expect(back).toEqual({ ...search, view: "v1" });
  expect(sameQuestion(search, back)).toBe(true);
  expect(sameQuestion(search, { ...search, group: "stage" })).toBe(false);
});

test("a filter stays in its place when it changes", () => {
  const both = withFilter(withFilter({}, "stage", stage), "issue", issue);
  const changed = withFilter(both, "stage", { ...stage, values: ["building"] });
  expect(changed.filters?.map((f) => f.column)).toEqual(["stage", "issue"]);
  expect(withFilter(withFilter(both, "stage", null), "issue", null)).toEqual({});
  expect(isFiltered(both)).toBe(true);
  expect(isFiltered({ text: "一" })).toBe(false);
});

test("sorting goes there, back, and away; a second key is added", () => {
  const once = withSort({}, "total");
  expect(once.sort).toEqual([{ column: "total", descending: true }]);
  const twice = withSort(once, "total");
  expect(twice.sort).toEqual([{ column: "total", descending: false }]);
  expect(withSort(twice, "total")).toEqual({});
  const two = withSort(once, "region", true);
  expect(two.sort?.map((k) => k.column)).toEqual(["total", "region"]);
  expect(withSort(two, "total", true).sort?.[0]).toEqual({ column: "total", descending: false });
  expect(withSort(two, "name").sort).toEqual([{ column: "name", descending: false }]);
  expect(withSort({}, "light")).toEqual({});
});
