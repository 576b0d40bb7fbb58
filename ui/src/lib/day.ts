/** Days as ledgers give them: `2022-05-31`, `2022-05-31/month`, `2022-06-30/quarter/by`. */
import type { Lang } from "../i18n";

export interface DayParts {
  year: number;
  month: number;
  day: number;
  precision: "day" | "month" | "quarter" | "year";
  by: boolean;
}

export function parts(text: string): DayParts {
  const [on = "", ...marks] = text.split("/");
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  const precision = (["month", "quarter", "year"] as const).find((p) => marks.includes(p)) ?? "day";
  return { year, month, day, precision, by: marks.includes("by") };
}

const two = (n: number) => String(n).padStart(2, "0");
const quarterOf = (month: number) => Math.ceil(month / 3);

/** For tables: `2022-05-31`, `2022-05`, `2022-Q2`, `2022`. */
export function shortDay(text: string | null): string {
  if (!text) return "";
  const d = parts(text);
  if (d.precision === "year") return String(d.year);
  if (d.precision === "quarter") return `${d.year}-Q${quarterOf(d.month)}`;
  return d.precision === "month" ? `${d.year}-${two(d.month)}` : `${d.year}-${two(d.month)}-${two(d.day)}`;
}

const QUARTERS = ["一", "二", "三", "四"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** In words, as it can be typed again: 2022年5月底前, before the end of May 2022. */
export function wordDay(text: string | null, lang: Lang): string {
  if (!text) return "";
  const d = parts(text);
  return lang === "zh" ? zh(d) : en(d);
}

function zh(d: DayParts): string {
  const before = d.by ? "底前" : "";
  if (d.precision === "year") return `${d.year}年${before}`;
  if (d.precision === "quarter") return `${d.year}年${QUARTERS[quarterOf(d.month) - 1]}季度${before}`;
  if (d.precision === "month") return `${d.year}年${d.month}月${before}`;
  return `${d.year}年${d.month}月${d.day}日${d.by ? "前" : ""}`;
}

function en(d: DayParts): string {
  const before = d.by ? "by the end of " : "";
  if (d.precision === "year") return `${before}${d.year}`;
  if (d.precision === "quarter") return `${before}Q${quarterOf(d.month)} ${d.year}`;
  if (d.precision === "month") return `${before}${MONTHS[d.month - 1]} ${d.year}`;
  return `${d.by ? "by " : ""}${d.day} ${MONTHS[d.month - 1]} ${d.year}`;
}

/** What a field shows for editing: the text a person would type, understood by the core. */
export function plainDay(text: string | null): string {
  if (!text) return "";
  const d = parts(text);
  return d.precision === "day" && !d.by ? shortDay(text) : zh(d);
}

/** A day without its year while that year is `year`. */
export function denseDay(day: string, year: string): string {
  return day.startsWith(`${year}-`) ? day.slice(5) : day;
}

/** In words, without its year while that is the year of `today`: 5月12日, 12 May. */
export function briefDay(day: string, today: string, lang: Lang): string {
  const said = wordDay(day, lang);
  return day.slice(0, 4) === today.slice(0, 4) ? said.replace(/^\d+年| \d+$/, "") : said;
}

/** A moment in the time of Beijing: `2022-03-28 14:05`. */
export function moment(ms: number): string {
  return new Date(ms + 8 * 3600_000).toISOString().slice(0, 16).replace("T", " ");
}

/** The month of `2022-03`: 3月, Mar. */
export function monthName(month: string, lang: Lang): string {
  const number = Number(month.slice(5, 7));
  return lang === "zh" ? `${number}月` : (MONTHS[number - 1] ?? "").slice(0, 3);
}

/** The weekday of a day. */
export function weekday(day: string, lang: Lang): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en", { weekday: "short", timeZone: "UTC" }).format(at);
}
