import { theme } from "antd";
import { expect, test } from "vitest";
import { themeOf } from "./antd";

test.each([
  ["light", "#E6EFF8"],
  ["dark", "#1D3449"],
] as const)("what is selected has one ground, pointed at or not, %s", (shade, ground) => {
  const token = theme.getDesignToken(themeOf(shade));
  expect([token.controlItemBgActive, token.controlItemBgActiveHover]).toEqual([ground, ground]);
});
