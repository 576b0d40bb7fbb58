import { useQueries } from "@tanstack/react-query";
import { useDesk } from "../desk";
import { toQuery } from "../ledger/search";
import { asking, useAsk } from "../query";

/** The core answers with so many projects at most. */
const WINDOW = 500;

/** What the records of the desk are called, by identity: projects, units, people, lists. */
export function useNames(): { name: (row: string) => string | null; known: boolean } {
  const { desk } = useDesk();
  const windows = Array.from({ length: Math.ceil(desk.projects / WINDOW) }, (_, n) => n * WINDOW);
  const projects = useQueries({
    queries: windows.map((offset) => asking("project_list", toQuery({}, offset, WINDOW))),
  });
  const units = useAsk("department_list", {});
  const people = useAsk("person_list", {});
  const lists = useAsk("list_list", {});
  const names = new Map<string, string>();
  const all: ({ id: string; name: string }[] | undefined)[] = [
    ...projects.map((page) => page.data?.rows),
    units.data,
    people.data,
    lists.data,
  ];
  for (const one of all.flatMap((list) => list ?? [])) names.set(one.id, one.name);
  if (desk.office) names.set(desk.office.id, desk.office.name);
  return { name: (row) => names.get(row) ?? null, known: projects.every((page) => page.isSuccess) };
}
