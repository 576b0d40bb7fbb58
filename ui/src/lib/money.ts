/** Money is integer 元 and is shown in 万元 or 亿元 without losing a digit: the point is moved in the text, never by dividing. */

export type MoneyUnit = "wan" | "yi";

const PLACES: Record<MoneyUnit, number> = { wan: 4, yi: 8 };
/** 亿元 always shows two decimals, 万元 none unless they are there. */
const LEAST: Record<MoneyUnit, number> = { wan: 0, yi: 2 };

/** `12345678` 元 → `1,234.5678` 万元. */
export function showMoney(yuan: number | null, unit: MoneyUnit): string {
  return yuan === null ? "" : shifted(yuan, PLACES[unit], LEAST[unit]);
}

/** A figure for its field: no commas, so that it can be edited. */
export function plainMoney(yuan: number | null, unit: MoneyUnit): string {
  return showMoney(yuan, unit).replaceAll(",", "").replace("−", "-");
}

/** Thousandths (of a quantity) as text. */
export function showThousandths(value: number | null): string {
  return value === null ? "" : shifted(value, 3, 0);
}

/** Thousandths (of a ratio) as percent with one decimal. */
export function showRate(thousandths: number | null): string {
  return thousandths === null ? "" : shifted(thousandths, 1, 1);
}

/** Moves the decimal point `places` to the left and keeps at least `least` decimals. */
export function shifted(value: number, places: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  let part = digits.slice(digits.length - places);
  while (part.length > least && part.endsWith("0")) part = part.slice(0, -1);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${part === "" ? "" : `.${part}`}`;
}
