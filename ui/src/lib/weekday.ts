import type { Lang } from "../i18n";
import { wordDay } from "./day";

/** 2022年3月28日 周一, Monday 28 March 2022. */
export function weekDay(day: string, lang: Lang): string {
  const date = new Date(`${day}T00:00:00Z`);
  const of = (locale: string, weekday: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(date);
  return lang === "zh" ? `${wordDay(day, lang)} ${of("zh-CN", "short")}` : `${of("en", "long")} ${wordDay(day, lang)}`;
}
