import { useTranslation } from "react-i18next";
import type { LightReason, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { useElementName } from "../lib/elements";
import zh from "../text/zh.json";

type DayKind = keyof typeof zh.light.day;

export interface LightWords {
  /** What the worst of it is, how many days, and how many others there are: the days stay where there is no room for the rest. */
  worst: { what: string; days: string; others: string } | null;
  /** Every reason with its day. */
  full: string[];
}

/** Why a light shows what it shows: the worst in a few words, and every reason with its day. */
export function useLightWords({ light, checklist }: ProjectFile): LightWords {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const element = useElementName();
  // The core names an approval or a need in Chinese; their English stands in the checklist and the list of elements.
  const what = (reason: LightReason) =>
    reason.kind === "start"
      ? t("light.start")
      : ((lang === "en" ? checklist.items.find((i) => i.name === reason.what)?.name_en : undefined) ??
        element(reason.what));
  const days = ({ kind, days_left }: LightReason) => {
    const count = Math.abs(days_left);
    if (kind === "start") return t("light.days.start", { count });
    if (count === 0) return t("light.days.today");
    return t(days_left < 0 ? "light.days.over" : "light.days.left", { count });
  };
  const [worst] = light.reasons;
  if (!worst) return { worst: null, full: [] };
  const rest = light.reasons.length - 1;
  return {
    worst: { what: what(worst), days: days(worst), others: rest > 0 ? t("light.more", { count: rest }) : "" },
    full: light.reasons.map((reason) => {
      const kind: DayKind = reason.kind in zh.light.day ? (reason.kind as DayKind) : "other";
      const words = `${what(reason)} ${days(reason)}`;
      return t("light.full", { words, day: t(`light.day.${kind}`), due: reason.due });
    }),
  };
}
