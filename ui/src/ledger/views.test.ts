import { expect, test } from "vitest";
import type { SavedView } from "../bindings/types";
import { toQuery } from "./search";
import { BUILT_IN, builtIn, isChanged, savedSearch } from "./views";

const desk = { today: "2022-03-28", person: { name: "林晓" } } as Parameters<typeof builtIn>[1];

test("built-in views ask what their names say", () => {
  expect(BUILT_IN.map((key) => builtIn(key, desk).filters?.length ?? 0)).toEqual([0, 3, 1, 1]);
  expect(builtIn("waiting", desk).filters?.[0]).toEqual({ column: "started_actual", op: "none_of", values: ["2022"] });
  expect(builtIn("mine", desk).filters?.[0]?.values).toEqual(["林晓"]);
});

test("a view is changed when its question or its columns are", () => {
  const first = { column: "name", width: 200, frozen: true } as const;
  const columns = [first];
  const search = builtIn("issue", desk);
  const view = { id: "v", query: toQuery(search, 0, 0), columns: [...columns] } as unknown as SavedView;
  expect(savedSearch(view)).toEqual({ ...search, view: "v" });
  expect(isChanged(savedSearch(view), columns, view)).toBe(false);
  expect(isChanged({ ...savedSearch(view), group: "region" }, columns, view)).toBe(true);
  expect(isChanged(savedSearch(view), [{ ...first, width: 90 }], view)).toBe(true);
});
