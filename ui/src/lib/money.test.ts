import { expect, test } from "vitest";
import { plainMoney, shifted, showMoney, showRate, showThousandths } from "./money";

test("元 in 万元 and 亿元 loses no digit", () => {
  expect(showMoney(120_000_000, "wan")).toBe("12,000");
  expect(showMoney(12_345_678, "wan")).toBe("1,234.5678");
  expect(showMoney(120_000_000, "yi")).toBe("1.20");
  expect(showMoney(753_100_000, "yi")).toBe("7.531");
  expect(showMoney(1, "yi")).toBe("0.00000001");
  expect(showMoney(0, "wan")).toBe("0");
  expect(showMoney(null, "wan")).toBe("");
});

test("sums beyond what a float can carry by division stay exact", () => {
  expect(showMoney(9_007_199_254_740_991, "wan")).toBe("900,719,925,474.0991");
  expect(showMoney(1_580_000_000_000_001, "yi")).toBe("15,800,000.00000001");
});

test("a negative figure has the minus of print and the hyphen of the keyboard", () => {
  expect(showMoney(-12_000_000, "wan")).toBe("−1,200");
  expect(plainMoney(-12_000_000, "wan")).toBe("-1200");
  expect(plainMoney(12_345_678, "wan")).toBe("1234.5678");
});

test("rates and quantities are thousandths", () => {
  expect(showRate(738)).toBe("73.8");
  expect(showRate(0)).toBe("0.0");
  expect(showThousandths(172_000)).toBe("172");
  expect(showThousandths(1_500)).toBe("1.5");
  expect(shifted(-5, 1, 1)).toBe("−0.5");
});
