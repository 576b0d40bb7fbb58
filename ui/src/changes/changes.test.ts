import { expect, test } from "vitest";
import { groupsOf, type Told } from "./groups";
import { beforeDay, firstDay, readPeriod } from "./period";

const touched = (table: string, row: string, ms: number, label: string, project: string | null = null): Told => ({
  table,
  row,
  ms,
  person: "林晓",
  label,
  project,
});

test("a period begins with its first day in Beijing", () => {
  expect(firstDay({ days: 1 }, "2022-03-01")).toBe("2022-03-01");
  expect(firstDay({}, "2022-03-01")).toBe("2022-02-23");
  expect(firstDay({ days: 30 }, "2022-03-01")).toBe("2022-01-31");
  expect(firstDay({ since: "2022-01-05" }, "2022-03-01")).toBe("2022-01-05");
  expect(new Date(beforeDay("2022-03-01") + 1).toISOString()).toBe("2022-02-28T16:00:00.000Z");
});

test("only what can be a period is read from the address", () => {
  expect([{ days: 1 }, { days: "30" }, { days: 8 }, { since: "2022-02-01" }, { since: "x" }].map(readPeriod)).toEqual([
    { days: 1 },
    { days: 30 },
    {},
    { since: "2022-02-01" },
    {},
  ]);
});

test("what was done at once is one line of its project", () => {
  const groups = groupsOf([
    touched("progress", "r1", 9, "ledger_import", "p1"),
    touched("duty", "d1", 9, "ledger_import", "p1"),
    touched("duty", "d2", 9, "ledger_import", "p1"),
    touched("person", "h1", 8, "person_save"),
    touched("contact", "c1", 8, "person_save"),
    touched("department", "u1", 7, "department_save"),
    touched("checklist_version", "v1", 6, "approval_step", "p1"),
    touched("approval_step", "s1", 6, "approval_step", "p1"),
    touched("project", "p1", 5, "project_save"),
  ]);
  expect(groups.map((g) => [g.key, g.project, g.acts.map((a) => [a.label, a.records])])).toEqual([
    [
      "p1",
      "p1",
      [
        [
          "ledger_import",
          [
            ["progress", ["r1"]],
            ["duty", ["d1", "d2"]],
          ],
        ],
        ["approval_step", [["approval_step", ["s1"]]]],
        ["project_save", [["project", ["p1"]]]],
      ],
    ],
    [
      "",
      null,
      [
        [
          "person_save",
          [
            ["person", ["h1"]],
            ["contact", ["c1"]],
          ],
        ],
        ["department_save", [["department", ["u1"]]]],
      ],
    ],
  ]);
});
