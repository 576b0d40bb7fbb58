import { expect, test, vi } from "vitest";
import type { Fault } from "./bindings/types";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
const { stillMissing } = await import("./errors");

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
