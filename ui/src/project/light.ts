import type { ProjectFile } from "../bindings/types";
import { i18next, langNow } from "../i18n";
import zh from "../text/zh.json";

type Kind = keyof typeof zh.light;

/** Why a light shows what it shows, one sentence a reason. */
export function lightWords({ light, checklist }: ProjectFile): string[] {
  return light.reasons.map(({ kind, what: told, due }) => {
    // The core names an approval in Chinese; its English stands in the checklist.
    const item = langNow() === "en" ? checklist.items.find((i) => i.name === told) : undefined;
    const what = item?.name_en ?? told;
    const key = kind in zh.light ? (`light.${kind as Kind}` as const) : "light.other";
    return i18next.t(key, { what, due: due ?? "" });
  });
}
