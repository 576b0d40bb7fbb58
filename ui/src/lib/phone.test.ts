import { expect, test } from "vitest";
import { barePhone, shownPhone, shownSpan } from "./phone";

test.each([
  ["13800138000", "138 0013 8000"],
  ["138-0013-8000", "138 0013 8000"],
  ["138 0013 8000", "138 0013 8000"],
  ["+86 13800138000", "+86 138 0013 8000"],
  ["138****8000", "138 **** 8000"],
  ["13800138000、0459-6661234", "138 0013 8000、0459-6661234"],
  ["0459-6661234", "0459-6661234"],
  ["1380013800", "1380013800"],
  ["230600138001380001", "230600138001380001"],
])("%s is shown as %s", (phone, shown) => {
  expect(shownPhone(phone)).toBe(shown);
});

test.each([
  ["138 0013 8000", "13800138000"],
  ["0459 666 1234", "04596661234"],
  ["0459-6661234", "0459-6661234"],
  ["138 0013 8000 139 0013 9000", "13800138000 13900139000"],
])("%s is copied as %s", (phone, copied) => {
  expect(barePhone(phone)).toBe(copied);
});

test.each([
  ["13800138000", { from: 7, to: 11 }, "8000"],
  ["138 0013 8000", { from: 9, to: 13 }, "8000"],
  ["13800138000", { from: 5, to: 9 }, "13 80"],
  ["0459-6661234", { from: 8, to: 12 }, "1234"],
])("of %s what was found is still marked", (phone, span, marked) => {
  const { from, to } = shownSpan(phone, span);
  expect(shownPhone(phone).slice(from, to)).toBe(marked);
});
