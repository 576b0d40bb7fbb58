import { useEffect } from "react";
import { i18next } from "../i18n";
import { useAsk } from "../query";
import { wordsOf } from "./roleWords";

/** The words of roles follow what the office calls them. */
export function useRoleWords(): void {
  const names = useAsk("role_name_list", {});
  useEffect(() => {
    for (const lang of ["zh", "en"] as const) {
      for (const [key, word] of wordsOf(names.data ?? [], lang)) {
        if (i18next.getResource(lang, "app", key) !== word) i18next.addResource(lang, "app", key, word);
      }
    }
  }, [names.data]);
}
