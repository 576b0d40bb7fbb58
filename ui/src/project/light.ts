import type { Light } from "../bindings/types";
import { i18next } from "../i18n";
import zh from "../text/zh.json";

type Kind = keyof typeof zh.light;

/** Why a light shows what it shows, one sentence a reason. */
export function lightWords(light: Light): string[] {
  return light.reasons.map(({ kind, what, due }) => {
    const key = kind in zh.light ? (`light.${kind as Kind}` as const) : "light.other";
    return i18next.t(key, { what, due: due ?? "" });
  });
}
