import dayjs from "dayjs";

/** Year, where there is one, month and day; between them a mark or a word. */
const TYPED = /^(?:(\d{4})[-./\p{L}])?(\d{1,2})[-./\p{L}](\d{1,2})\p{L}?$/u;

/**
 * A day as it is typed, `2022.3.31`, `3-31` or with words between the numbers. Without its year it is the last one up to `max`, else
 * the one nearest to `today`. Nothing for other text, for a day no calendar has and for one after `max`.
 */
export function typedDay(typed: string, today: string, max?: string): string | null {
  const found = TYPED.exec(typed.trim());
  if (!found) return null;
  const [, own, month = "", day = ""] = found;
  const now = Number(today.slice(0, 4));
  const days = (own ? [Number(own)] : [now - 1, now, now + 1])
    .map((year) => [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"))
    .filter((one) => dayjs(one).format("YYYY-MM-DD") === one && (max === undefined || one <= max));
  if (max !== undefined) return days.at(-1) ?? null;
  const away = (one: string) => Math.abs(dayjs(one).diff(today, "day"));
  return days.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
