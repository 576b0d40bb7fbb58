import type { Shade } from "../bindings/types";

/** How long nobody has touched a project: a month is long, a quarter too long. */
export function idleShade(days: number): Shade {
  if (days > 90) return "red";
  if (days > 30) return "amber";
  return "green";
}
