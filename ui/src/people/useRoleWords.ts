import { useEffect } from "react";
import { i18next, type Lang, withEnglish } from "../i18n";
import { useAsk } from "../query";
import { wordsOf } from "./roleWords";

/** The words of roles follow what the office calls them. */
export function useRoleWords(): void {
  const names = useAsk("role_name_list", {});
  useEffect(() => {
    const rename = (lang: Lang) => {
      for (const [key, word] of wordsOf(names.data ?? [], lang)) {
        if (i18next.getResource(lang, "app", key) !== word) i18next.addResource(lang, "app", key, word);
      }
    };
    rename("zh");
    withEnglish().then(
      () => rename("en"),
      () => undefined,
    );
  }, [names.data]);
}
