import { useEffect } from "react";
import { withEnglish } from "../i18n";
import { useAsk } from "../query";
import { nameRoles } from "./nameRoles";

/** The words of roles follow what the office calls them. */
export function useRoleWords(): void {
  const names = useAsk("role_name_list", {});
  useEffect(() => {
    const given = names.data ?? [];
    nameRoles(given, "zh");
    withEnglish().then(
      () => nameRoles(given, "en"),
      () => undefined,
    );
  }, [names.data]);
}
