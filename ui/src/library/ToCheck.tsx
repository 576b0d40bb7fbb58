import { useTranslation } from "react-i18next";
import "./papers.css";

/** 待核: common practice that nobody compared with the local guide. */
export function ToCheck() {
  const { t } = useTranslation();
  return (
    <span className="to-check" title={t("template.toCheckWhy")}>
      {t("template.mark.to_check")}
    </span>
  );
}
