import type { RoleName } from "../bindings/types";
import { i18next, type Lang } from "../i18n";
import { wordsOf } from "./roleWords";

/** Calls the roles what the office calls them, from now on. */
export function nameRoles(names: RoleName[], lang: Lang): void {
  for (const [key, word] of wordsOf(names, lang)) {
    if (i18next.getResource(lang, "app", key) !== word) i18next.addResource(lang, "app", key, word);
  }
}
