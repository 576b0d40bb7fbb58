/** What a period is called: statistics report January and February together. */
import type { Basis } from "../../bindings/types";
import { i18next, type Lang } from "../../i18n";

const SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function periodName(period: string, basis: Basis, lang: Lang): string {
  const [year = "", month = ""] = period.split("-");
  const n = Number(month);
  if (basis === "statistics" && n === 2) return i18next.t("periods.two", { year });
  return i18next.t("periods.one", { year, month: lang === "zh" ? n : (SHORT[n - 1] ?? month) });
}
