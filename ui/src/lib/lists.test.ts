import { expect, test } from "vitest";
import { listLabel } from "./lists";

const list = (
  id: string,
  name: string,
  year: number | null,
  version: string | null,
  document: string | null = null,
) => ({
  id,
  name,
  year,
  version,
  document,
});

test("a version is said where two lists share name and year, and only there", () => {
  const all = [
    list("a", "市重点项目", 2022, "初步安排"),
    list("b", "市重点项目", 2022, null, "庆发〔2022〕3号"),
    list("c", "市重点项目", 2021, "印发稿"),
    list("d", "专项债项目", null, "印发稿"),
  ];
  expect(all.map((one) => listLabel(one, all))).toEqual([
    "市重点项目 2022 初步安排",
    "市重点项目 2022 庆发〔2022〕3号",
    "市重点项目 2021",
    "专项债项目",
  ]);
});
