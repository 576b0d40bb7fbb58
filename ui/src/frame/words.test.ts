import { expect, test, vi } from "vitest";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../text/whole");
const { i18next, withEnglish } = await import("../i18n");
const { doneWords, undoneWords } = await import("./words");

const words = (label: string, subject: string) => undoneWords({ label, subject, count: 1 });

test("a number in place of a name says of what", () => {
  expect(words("approval_assign", "5")).toBe("指定专人（5 项）");
  expect(words("approval_call_save", "3")).toBe("记联系（3 项）");
  expect(words("approval_call_made", "4")).toBe("记联系（4 项）");
  expect(words("template_items_save", "12")).toBe("批量修改审批事项库（12 项）");
  expect(words("approval_step_all", "16")).toBe("批量登记审批进展（16 项）");
  expect(words("approval_assign", "周芳")).toBe("指定专人“周芳”");
  expect(words("cells_edit", "7")).toBe("修改 7 个单元格");
});

test("a call says with whom, as a message and to take it back", () => {
  const call = { label: "approval_call_made", subject: "4|自然资源局|Land bureau", count: 8 };
  expect(doneWords(call)).toBe("已记与自然资源局的联系，4 项");
  expect(undoneWords(call)).toBe("记与自然资源局的联系，4 项");
  expect(doneWords({ ...call, subject: "4|甲|乙|丙" })).toBe("记联系（4 项）");
  expect(doneWords({ ...call, label: "project_save", subject: "北辰一期" })).toBe("修改项目“北辰一期”");
  expect(words("duty_change", "3|chief_service_officer|王海")).toBe("3 个项目的首席服务员换成王海");
});

test("steps of several projects name the item, and no text is shown as it is kept", () => {
  expect(words("approval_step_all", "16|环评审批|EIA|permit|accepted")).toMatch(/^16 个项目 环评审批 /);
  expect(words("approval_step_all", "16|环评|审批|EIA|permit|accepted")).toBe("批量登记审批进展（16 个项目）");
});

test("one step names its project, its item and the state; what was made is not called a change", () => {
  const step = "北辰|一期|环评审批|EIA|permit|accepted";
  expect(words("approval_step", step)).toBe("登记审批进展“北辰|一期”环评审批 已受理");
  expect(words("approval_step", "北辰一期")).toBe("登记审批进展“北辰一期”");
  expect(words("project_made", "北辰一期")).toBe("新建项目“北辰一期”");
  expect(words("view_made", "我的视图")).toBe("保存视图“我的视图”");
});

test("in English the words that wait for a subject go", async () => {
  await withEnglish();
  await i18next.changeLanguage("en");
  expect(words("approval_assign", "5")).toBe("Put in charge of approvals (5 approvals)");
  expect(words("approval_call_save", "1")).toBe("Recorded a call (1 approval)");
  expect(words("template_items_save", "12")).toBe("Changed items of the library (12 items)");
  const call = { label: "approval_call_made", subject: "4|自然资源局|Land bureau", count: 8 };
  expect(doneWords(call)).toBe("Logged contact with Land bureau, 4 items");
  expect(words("duty_change", "3|chief_service_officer|王海")).toBe("Chief service officer of 3 projects is now 王海");
  expect(words("approval_step", "Beichen|环评审批|EIA|permit|accepted")).toContain('"Beichen": EIA, Accepted');
});
