import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";

/** No ledger yet: what to do first. */
export function NothingToCheck() {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t("checks.noneYet")}</h2>
        <p className="i2">{t("checks.noneYetLead")}</p>
        <Link to="/import" className="btn pri">
          <Icon name="in" />
          {t("ledger.importLong")}
        </Link>
      </section>
    </div>
  );
}
