import { useDeferredValue } from "react";
import type { Column } from "../bindings/types";
import { useAsk } from "../query";
import { toQuery } from "./search";
import { choiceOf, choicesOf, valueName } from "./words";

/** Columns whose values come back again and again. */
const KNOWN: readonly Column[] = [
  "region",
  "enterprise",
  "industry",
  "chain",
  "leader",
  "chief_service_officer",
  "liaison",
  "responsible_unit",
  "introduced_by",
  "served_by",
];

const MOST = 8;

/**
 * What could be meant in a cell: the words of a choice, or what already stands in the column and holds what is typed.
 * While nothing else is typed than what `was` there, a choice offers all its words.
 */
export function useSuggest(column: Column | null, text: string, was = ""): string[] {
  const asked = useDeferredValue(text.trim());
  const known = column !== null && KNOWN.includes(column);
  const found = useAsk(
    "column_values",
    { query: toQuery({}, 0, 0), column: column ?? "region", text: asked, limit: MOST + 1 },
    known && asked !== "",
  );
  if (column === null) return [];
  const codes = choicesOf(column);
  if (codes.length > 0) {
    const all = codes.map((code) => choiceOf(column, code));
    const like = all.filter((word) => word.toLowerCase().includes(text.trim().toLowerCase()));
    return like.length > 0 && text.trim() !== "" && text !== was ? like : all;
  }
  if (!known || asked === "") return [];
  const names = (found.data ?? []).flatMap((one) =>
    one.value === null ? [] : [valueName(column, one.value, one.name)],
  );
  return names.filter((name) => name !== text.trim()).slice(0, MOST);
}
