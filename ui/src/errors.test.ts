import { expect, test, vi } from "vitest";
import type { Fault } from "./bindings/types";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
const { stillMissing, unfilled } = await import("./errors");

const fault: Fault = {
  code: "invalid",
  params: {},
  detail: "",
  fields: [
    { field: "name", rule: "required", params: {}, warning: false },
    { field: "code", rule: "too_long", params: {}, warning: false },
  ],
};

test("a field that was missing is in order once something stands in it; other faults stay", () => {
  expect(stillMissing(fault, "name", " ")).not.toBeNull();
  expect(stillMissing(fault, "name", "北辰")).toBeNull();
  expect(stillMissing(fault, "code", "1234")).not.toBeNull();
  expect(stillMissing(null, "name", "")).toBeNull();
});

test("a form forgets what was missing once it is filled in, and keeps what is wrong", () => {
  const missing = (field: string) => ({ field, rule: "required" as const, params: {}, warning: false });
  const wrong = { field: "happened_on", rule: "actual_in_future" as const, params: {}, warning: false };
  const fault = {
    code: "invalid" as const,
    params: {},
    fields: [missing("basis"), missing("extension"), wrong],
    detail: "",
  };
  const fields = (values: Record<string, string | null>) => unfilled(fault, values)?.fields.map((one) => one.field);
  expect(fields({ basis: " ", extension: null })).toEqual(["basis", "extension", "happened_on"]);
  expect(fields({ basis: "第45条", happened_on: "2022-03-28" })).toEqual(["extension", "happened_on"]);
  expect(unfilled({ ...fault, fields: [missing("basis")] }, { basis: "第45条" })).toBeNull();
  // What is refused as a whole stays.
  expect(unfilled({ ...fault, code: "undo_blocked", fields: [] }, { basis: "第45条" })).not.toBeNull();
});
