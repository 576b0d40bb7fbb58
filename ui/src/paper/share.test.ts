import { beforeEach, expect, test, vi } from "vitest";
import type { Sent, WechatLine } from "../bindings/types";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
await import("../text/whole");
const { i18next, withEnglish } = await import("../i18n");
const { shareHead, shareText } = await import("./share");

await withEnglish();
beforeEach(() => void i18next.changeLanguage("zh"));

const line = (name: string, set: Partial<WechatLine["line"]> = {}): WechatLine => ({
  line: { name, region: null, done: null, rate: null, image: null, issue: null, as_of: null, ...set } as never,
  month: null,
  leader: null,
  contact: null,
  phone: null,
});

const sent = (names: string[], total = names.length): Sent => ({
  lines: names.map((name) => line(name)),
  total,
  as_of: "2022-02-28",
});

const own = { sample: false };
const notOpened = { what: "未开工", where: "让胡路区", basis: "按实际开工和认定的开工、复工", sample: false };

test("the text names how many there are, and that names are left out", () => {
  const names = Array.from({ length: 60 }, (_, n) => `龙跃半导体封装材料生产基地扩建项目${n}号`);
  const text = shareText(sent(names, 186), own, "zh");
  expect(text).toMatch(/^186个项目：龙跃.+等。截至2022年2月28日。$/);
  expect([...text].length).toBeLessThanOrEqual(120);
  expect(shareText(sent(["甲", "乙"]), own, "zh")).toBe("2个项目：甲、乙。截至2022年2月28日。");
  // All that were sent fit, but there are more.
  expect(shareText(sent(["甲", "乙"], 3), own, "zh")).toBe("3个项目：甲、乙等。截至2022年2月28日。");
});

test("the rows of a figure say what they are, of which day and by which figures", () => {
  expect(shareText(sent(["甲", "乙"], 66), notOpened, "zh")).toBe(
    "未开工66个（让胡路区）：甲、乙等。截至2022年2月28日，按实际开工和认定的开工、复工。",
  );
  expect(shareText(sent(["甲"]), notOpened, "zh")).toContain("未开工1个（让胡路区）：甲。");
  expect(shareHead(sent(["甲", "乙"], 66), notOpened, "zh")).toEqual({
    title: "未开工 66 个（让胡路区，截至2022年2月28日）",
    under: "前 2 个，共 66 个；口径：按实际开工和认定的开工、复工；完成投资、形象进度为调度数",
  });
});

test("one project is told with its day; a name that is too long is cut, never the day", () => {
  const one = line("甲项目", { region: "大同区", done: 60_000_000, image: "主体封顶", as_of: "2022-02-25" });
  const text = shareText({ lines: [{ ...one, month: 2 }], total: 1, as_of: "2022-02-28" }, own, "zh");
  expect(text).toBe("甲项目（大同区）：主体封顶；1—2月完成6,000万元；截至2022年2月25日，调度数。");
  const long = shareText(sent(["长".repeat(150)]), own, "zh");
  expect([...long].length).toBe(120);
  expect(long).toMatch(/…：截至2022年2月28日，调度数。$/);
});

test("what leaves a sample says so", () => {
  const sample = { sample: true };
  expect(shareText(sent(["甲", "乙"]), sample, "zh")).toBe("2个项目：甲、乙。截至2022年2月28日，示例数据。");
  expect(shareText(sent(["甲"]), sample, "zh")).toContain("，调度数，示例数据。");
  expect(shareHead(sent(["甲"]), sample, "zh").under).toBe("完成投资、形象进度为调度数；示例数据");
});

test("in English", async () => {
  await i18next.changeLanguage("en");
  const figure = { what: "not started", basis: "by actual starts", sample: false };
  expect(shareText(sent(["A", "B"], 66), figure, "en")).toBe(
    "66 projects, not started: A, B and others. As of 28 February 2022, by actual starts.",
  );
  expect(shareText(sent(["A"]), figure, "en")).toBe(
    "1 project, not started: A. As of 28 February 2022, by actual starts.",
  );
  expect(shareHead(sent(["A"], 66), figure, "en").under).toContain("the first 1 of 66; ");
});
