import { expect, test, vi } from "vitest";
import type { Pause } from "../../bindings/types";

vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../../text/whole");
const { endedWord, openPause, pauseWords, stoppedOn } = await import("./pauses");

const pause = (set: Partial<Pause>): Pause => ({
  step: "s",
  ended_by: null,
  kind: "expert_review",
  party: "third",
  from: "2022-03-10",
  to: null,
  days: 5,
  unit: "working",
  restart: false,
  examiner: null,
  ...set,
});

test("a state that ends a pause is named by what it ends", () => {
  const permit = { kind: "permit" } as const;
  expect(endedWord(permit, "reviewing", undefined)).toBe("审查中");
  expect(endedWord(permit, "reviewing", pause({}))).toBe("专家评审结束，恢复计时");
  expect(endedWord(permit, "reviewing", pause({ kind: "revision", restart: true }))).toBe("修改完成，重新计时");
  expect(endedWord(permit, "accepted", pause({ kind: null, party: "applicant" }))).toBe("补正完成，已受理");
  // A decision meanwhile, or another stop, is what it is.
  expect(endedWord(permit, "refused", pause({}))).toBe("不予许可");
  expect(endedWord(permit, "stopped", pause({}))).toBe("特别程序");
});

test("how long it stood, in the days its limit counts", () => {
  expect(pauseWords(pause({}))).toBe("已暂停 5 个工作日");
  expect(pauseWords(pause({ to: "2022-03-16", unit: "calendar", days: 7 }))).toBe("暂停 7 个日历日");
  expect(pauseWords(pause({ kind: null, to: "2022-03-16", days: 3 }))).toBe("补正用 3 个工作日");
  const item = { pauses: [pause({ to: "2022-03-16" }), pause({ step: "b" })] };
  expect(openPause(item as Parameters<typeof openPause>[0])?.step).toBe("b");
});

test("a stop that begins after the due day is none of its strip", () => {
  const day = (on: string) => ({ on, count: null, what: "counted" as const, holiday: null });
  const clock = (due_on: string | null) => ({ due_on, days: [day("2022-03-08"), day("2022-03-09")] });
  const pauses = [
    pause({ from: "2022-02-10", days: 4 }),
    pause({ from: "2022-03-08", kind: null, days: 3 }),
    pause({ from: "2022-03-10", days: 2 }),
    pause({ from: "2022-03-14", days: 10 }),
  ];
  expect(stoppedOn(clock("2022-03-10"), pauses)).toBe(2);
  expect(stoppedOn(clock(null), pauses)).toBe(12);
  expect(stoppedOn({ due_on: null, days: [] }, pauses)).toBe(0);
});
