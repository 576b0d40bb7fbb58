import { expect, test } from "vitest";
import { mask, shownPhones } from "./phone";

test.each([
  ["13800097482", "138****7482"],
  ["138 0009 7482", "138 **** 7482"],
  ["0538-8201234", "053*-***1234"],
  ["661234", "****34"],
  ["8", "8"],
])("%s is masked", (phone, masked) => {
  expect(mask(phone)).toBe(masked);
});

test("several numbers stand in order", () => {
  expect(shownPhones(["13800097482", "8201234"], false)).toBe("138 0009 7482、8201234");
  expect(shownPhones(["13800097482"], true)).toBe("138 **** 7482");
  expect(shownPhones([], true)).toBe("");
});
