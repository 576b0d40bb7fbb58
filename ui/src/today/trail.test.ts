import { beforeEach, expect, test, vi } from "vitest";

const call = vi.fn();
vi.mock("../rpc", () => ({ call }));
const { keepSheet, leaveSheet, lineAt, sheetLines, sheetTrail } = await import("./trail");

const row = (project: string, item: string) => ({ row: { project, item } });
const answer = { value: { parties: [{ rows: [row("a", "B02"), row("b", "B02")] }, { rows: [row("a", "C05")] }] } };

beforeEach(() => {
  call.mockReset().mockResolvedValue(answer);
  leaveSheet();
});

test("the lines are those of the sheet as it was left, asked once", async () => {
  expect(await sheetLines()).toEqual([]);
  keepSheet({ mine: true, waiting: "near" });
  const lines = await sheetLines();
  expect(lines).toEqual([
    { project: "a", item: "B02" },
    { project: "b", item: "B02" },
    { project: "a", item: "C05" },
  ]);
  await sheetLines();
  expect(call.mock.calls).toEqual([["today_get", { mine: true, waiting: "near", party: null, whole: true, room: 0 }]]);
  leaveSheet();
  expect(sheetTrail()).toBeNull();
});

test("a sheet that could not be read is asked for again", async () => {
  keepSheet({ mine: false, waiting: null });
  call.mockRejectedValueOnce(new Error("no"));
  await expect(sheetLines()).rejects.toThrow("no");
  expect(await sheetLines()).toHaveLength(3);
});

test("a page is at the line of its item, and stays there on its other tabs", async () => {
  keepSheet({ mine: false, waiting: null });
  const lines = await sheetLines();
  expect(lineAt(lines, "a", "C05")).toBe(2);
  expect(lineAt(lines, "a", undefined)).toBe(2);
  expect(lineAt(lines, "b", undefined)).toBe(1);
  expect(lineAt(lines, "a", undefined)).toBe(0);
  expect(lineAt(lines, "c", "B02")).toBeNull();
});
