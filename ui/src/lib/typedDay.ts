import dayjs from "dayjs";

/** Year, where there is one, month and day; between them a mark or a word. */
const TYPED = /^(?:(\d{4})[-./\p{L}])?(\d{1,2})[-./\p{L}](\d{1,2})\p{L}?$/u;
/** A day of this year so long past is meant of the next; one of last year so long past was not meant at all. */
const LONG = 183;

/** As it would be typed on a keyboard for figures: no wide characters, and marks between what was written in one. */
const plain = (typed: string) =>
  typed
    .normalize("NFKC")
    .trim()
    .replace(/^(\d{4})?(\d{2})(\d{2})$/, (_, year: string | undefined, month: string, day: string) =>
      [...(year ? [year] : []), month, day].join("-"),
    );

/**
 * A day as it is typed, `2022.3.31`, `3-31`, `0331` or with words between the numbers. Without its year it is this year's, or next year's
 * where that is half a year past; where `max` allows no later day, this year's or last year's within half a year of it. Nothing for
 * other text, for a day no calendar has and for one after `max`.
 */
export function typedDay(typed: string, today: string, max?: string): string | null {
  const found = TYPED.exec(plain(typed));
  if (!found) return null;
  const [, own, month = "", day = ""] = found;
  const of = (year: number) => [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const past = (one: string, from: string) => dayjs(from).diff(one, "day");
  const fits = (one: string) => dayjs(one).format("YYYY-MM-DD") === one && (max === undefined || one <= max);
  if (own) return fits(of(Number(own))) ? of(Number(own)) : null;
  const year = Number(today.slice(0, 4));
  const days = max === undefined ? [of(year), of(year + 1)] : [of(year), of(year - 1)];
  return days.find((one) => fits(one) && past(one, max ?? today) <= LONG) ?? null;
}

const MONTH = /^(?:(\d{4})[-./\p{L}])?(\d{1,2})\p{L}?$/u;

/**
 * A month as it is typed, `2022.3`, `202203`, `3` or with words behind the numbers, as `2022-03`. Without its year it is this year's; where
 * `max` allows no later month, last year's if this year's has not come. Nothing for other text, for a month no year has, and after `max`.
 */
export function typedMonth(typed: string, today: string, max?: string): string | null {
  const text = typed
    .normalize("NFKC")
    .trim()
    .replace(/^(\d{4})(\d{2})$/, "$1-$2");
  const found = MONTH.exec(text);
  if (!found) return null;
  const [, own, month = ""] = found;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const of = (year: number) => `${year}-${month.padStart(2, "0")}`;
  const fits = (one: string) => max === undefined || one <= max.slice(0, 7);
  if (own) return fits(of(Number(own))) ? of(Number(own)) : null;
  const year = Number(today.slice(0, 4));
  return [of(year), of(year - 1)].find(fits) ?? null;
}
