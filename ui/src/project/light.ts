import { useTranslation } from "react-i18next";
import type { LightReason, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { useElementName } from "../lib/elements";
import zh from "../text/zh.json";

type DayKind = keyof typeof zh.light.day;

/** Why a light shows what it shows: the worst in a few words, and every reason with its day. */
export function useLightWords({ light, checklist }: ProjectFile): { short: string; full: string[] } {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const element = useElementName();
  // The core names an approval or a need in Chinese; their English stands in the checklist and the list of elements.
  const what = (reason: LightReason) =>
    (lang === "en" ? checklist.items.find((i) => i.name === reason.what)?.name_en : undefined) ?? element(reason.what);
  const words = (reason: LightReason) => {
    const days = reason.days_left;
    if (reason.kind === "start") return t("light.start", { count: Math.abs(days) });
    if (days === 0) return t("light.today", { what: what(reason) });
    return t(days < 0 ? "light.over" : "light.left", { what: what(reason), count: Math.abs(days) });
  };
  const [worst] = light.reasons;
  if (!worst) return { short: "", full: [] };
  const rest = light.reasons.length - 1;
  return {
    short: rest > 0 ? t("light.more", { first: words(worst), count: rest }) : words(worst),
    full: light.reasons.map((reason) => {
      const kind: DayKind = reason.kind in zh.light.day ? (reason.kind as DayKind) : "other";
      return t("light.full", { words: words(reason), day: t(`light.day.${kind}`), due: reason.due });
    }),
  };
}
