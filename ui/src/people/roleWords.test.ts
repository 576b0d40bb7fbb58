import { expect, test } from "vitest";
import type { RoleName } from "../bindings/types";
import { fetchEnglish } from "../text/usual";
import { usualWord, wordsOf } from "./roleWords";

const named = (role: RoleName["role"], name: string): RoleName => ({ id: role, office: "o", role, name });

test("an office's own word stands in every place of the role, and the usual one elsewhere", () => {
  const words = new Map(wordsOf([named("chief_service_officer", "项目管家")], "zh"));
  expect(words.get("choice.role.chief_service_officer")).toBe("项目管家");
  expect(words.get("palette.by.chief_service_officer")).toBe("项目管家");
  expect(words.get("choice.role.leader")).toBe("包保领导");
  expect(words.get("column.leader")).toBe(usualWord("leader", "zh"));
  expect([...words.keys()]).not.toContain("column.unit_head");
});

test("without own words everything is as usual, in English once it is there", async () => {
  expect(wordsOf([], "en")).toEqual([]);
  await fetchEnglish();
  expect(new Map(wordsOf([], "en")).get("choice.role.liaison")).toBe(usualWord("liaison", "en"));
});
