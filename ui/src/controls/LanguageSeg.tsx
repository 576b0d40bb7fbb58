import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { LANGUAGES } from "../lib/languages";
import { useDo } from "../query";
import { Seg } from "./Seg";

/** 简体中文 or English, each by its own name. */
export function LanguageSeg() {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const save = useDo("setting_save");
  return (
    <Seg
      label={t("settings.language")}
      value={lang}
      choices={LANGUAGES}
      onPick={(value) => save.mutate({ key: "language", value })}
    />
  );
}
