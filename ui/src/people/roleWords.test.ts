import { expect, test, vi } from "vitest";
import type { RoleName } from "../bindings/types";
import { en, faults as faultsEn } from "../text/en";
import { keepWords } from "../text/usual";
import { faults as faultsZh, zh } from "../text/zh";
import { usualWord, wordsOf } from "./roleWords";

// The words ask the browser for its language; there is none here.
vi.stubGlobal("navigator", { language: "zh-CN" });
const { addWords, i18next } = await import("../i18n");
const { nameRoles } = await import("./nameRoles");

keepWords("zh", zh);

const named = (role: RoleName["role"], name: string): RoleName => ({ id: role, office: "o", role, name });

test("an office's own word stands in every place of the role, and the usual one elsewhere", () => {
  const words = new Map(wordsOf([named("chief_service_officer", "项目管家")], "zh"));
  expect(words.get("choice.role.chief_service_officer")).toBe("项目管家");
  expect(words.get("palette.by.chief_service_officer")).toBe("项目管家");
  expect(words.get("choice.role.leader")).toBe("包保领导");
  expect(words.get("column.leader")).toBe(usualWord("leader", "zh"));
  expect(words.get("columns.chief_service_officer")).toBe("项目管家");
  expect([...words.keys()]).not.toContain("column.unit_head");
});

test("without own words everything is as usual, in English beyond the first rows once it is there", () => {
  const english = () => new Map(wordsOf([], "en"));
  expect(english().get("choice.role.liaison")).toBe(usualWord("liaison", "en"));
  expect(english().has("palette.by.liaison")).toBe(false);
  keepWords("en", en);
  expect(english().get("palette.by.liaison")).toBe(en.palette.by.liaison);
});

test("what is said around a role says its own word, in both languages", () => {
  addWords("zh", zh, faultsZh);
  addWords("en", en, faultsEn);
  const own = [named("leader", "挂包领导"), named("chief_service_officer", "项目管家")];
  nameRoles(own, "zh");
  const t = i18next.getFixedT("zh");
  expect([t("board.pickLeader"), t("export.cuts.leader"), t("years.duties.none")]).toEqual([
    "选择挂包领导",
    "每位挂包领导一个文件（zip）",
    "还没有挂包领导",
  ]);
  expect(t("paper.ofLeader", { name: "沈国栋" })).toBe("沈国栋 挂包领导一页纸");
  expect(t("grid.changeOfficer")).toBe("换项目管家");
  nameRoles([named("leader", "steward")], "en");
  expect(i18next.getFixedT("en")("board.pickLeader")).toBe("Choose the steward");
  // No word of the role is fixed anywhere.
  const fixed = keysOf(zh).filter((key) => /包保领导|首席服务员/.test(String(t(key as "act.save"))));
  expect(fixed).toEqual([]);
  nameRoles([], "zh");
  nameRoles([], "en");
  expect(t("board.pickLeader")).toBe("选择包保领导");
});

function keysOf(tree: object, before = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : keysOf(value as object, `${before}${key}.`),
  );
}
