import { expect, test } from "vitest";
import type { BoardRow, Fault, State } from "../bindings/types";
import { commonNext, judgedOf, refusals, stepsOf } from "./steps";

const row = (approval: string, next: State[]) =>
  ({ approval, project: `p${approval}`, project_name: approval, item: "B02", next }) as BoardRow;

test("only a state that may come next for all of them is offered", () => {
  const rows = [row("a", ["not_applicable", "reviewing", "stopped", "approved"]), row("b", ["approved", "stopped"])];
  expect(commonNext(rows)).toEqual(["stopped", "approved"]);
  expect(commonNext([...rows, row("c", [])])).toEqual([]);
  expect(commonNext([])).toEqual([]);
});

test("the same fault of several rows is told once, with whose it is", () => {
  const rows = ["a", "b", "c"].map((name) => row(name, []));
  const of = (at: number, field: string) => ({ field, rule: "required", warning: false, params: { row: String(at) } });
  const fault = { fields: [of(1, "basis"), of(3, "basis"), of(3, "extension")] } as unknown as Fault;
  const told = refusals(fault, rows, (one) => one.rule);
  expect(told.map((one) => [one.field, one.rows.map((r) => r.approval)])).toEqual([
    ["basis", ["a", "c"]],
    ["extension", ["c"]],
  ]);
  expect(refusals(null, rows, String)).toEqual([]);
});

test("each step names its own project", () => {
  const said = {
    state: "reviewing" as const,
    happened_on: "2022-03-28",
    undated: false,
    stop_kind: null,
    basis: null,
    restart: false,
    examiner: null,
    extension: null,
    note: null,
  };
  expect(stepsOf([row("a", []), row("b", [])], said).map((step) => [step.project, step.item])).toEqual([
    ["pa", "B02"],
    ["pb", "B02"],
  ]);
});

test("what is typed as a note or a basis asks nothing anew", () => {
  const said = {
    state: "stopped" as const,
    happened_on: "2022-03-28",
    undated: false,
    stop_kind: "testing" as const,
    restart: false,
    extension: null,
  };
  const asked = (basis: string | null, examiner: string | null, note: string | null) =>
    judgedOf(stepsOf([row("a", [])], { ...said, basis, examiner, note }));
  expect(asked("行政许可法第四十五条", "市检测中心", "送检")).toEqual(asked("行", null, null));
  // Whether there is a basis is what it is refused or accepted for.
  expect(asked(" ", null, null)).toEqual(asked(null, null, null));
  expect(asked("行", null, null)).not.toEqual(asked(null, null, null));
  expect(asked("行", null, null)[0]).toMatchObject({ ...said, project: "pa", item: "B02" });
});
