import { expect, test, vi } from "vitest";
import type { Round } from "../bindings/types";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
const { all, HEAP_NAMES, HEAPS, heapOf, pressureOf, STATES, shadeOf } = await import("./words");

const round = (due_on: string, closed_ms: number | null) => ({ due_on, closed_ms }) as Round;

test("a unit that has not reported is a sign only from the due day on", () => {
  const today = "2022-03-28";
  const shade = (due: string, closed: number | null, overdue: boolean) =>
    shadeOf("sent", pressureOf(round(due, closed), overdue, today));
  expect(shade("2022-03-31", null, false)).toBe(null);
  expect(shade("2022-03-28", null, false)).toBe("amber");
  expect(shade("2022-03-25", null, true)).toBe("red");
  expect(shade("2022-03-25", 1, false)).toBe("ring");
});

test("what came is in order, what must be looked at is not", () => {
  expect([shadeOf("received", "late"), shadeOf("zero", "early"), shadeOf("stale", "early")]).toEqual([
    "green",
    "green",
    "amber",
  ]);
});

test("every unit is counted once: reported, missing or to be looked at", () => {
  expect(HEAP_NAMES.flatMap((heap) => [...HEAPS[heap]]).sort()).toEqual([...STATES].sort());
  const counts = STATES.map((state, n) => ({ state, count: n + 1 }));
  const sum = HEAP_NAMES.reduce((whole, heap) => whole + heapOf(counts, heap), 0);
  expect([sum, heapOf([{ state: "returned", count: 2 }], "toLookAt")]).toEqual([all(counts), 2]);
});
