import { expect, test } from "vitest";
import type { RoleName } from "../bindings/types";
import { en } from "../text/en";
import { keepWords } from "../text/usual";
import { zh } from "../text/zh";
import { usualWord, wordsOf } from "./roleWords";

keepWords("zh", zh);

const named = (role: RoleName["role"], name: string): RoleName => ({ id: role, office: "o", role, name });

test("an office's own word stands in every place of the role, and the usual one elsewhere", () => {
  const words = new Map(wordsOf([named("chief_service_officer", "项目管家")], "zh"));
  expect(words.get("choice.role.chief_service_officer")).toBe("项目管家");
  expect(words.get("palette.by.chief_service_officer")).toBe("项目管家");
  expect(words.get("choice.role.leader")).toBe("包保领导");
  expect(words.get("column.leader")).toBe(usualWord("leader", "zh"));
  expect([...words.keys()]).not.toContain("column.unit_head");
});

test("without own words everything is as usual, in English beyond the first rows once it is there", () => {
  const english = () => new Map(wordsOf([], "en"));
  expect(english().get("choice.role.liaison")).toBe(usualWord("liaison", "en"));
  expect(english().has("palette.by.liaison")).toBe(false);
  keepWords("en", en);
  expect(english().get("palette.by.liaison")).toBe(en.palette.by.liaison);
});
