import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";

/** Nothing on the desk yet: what to do first. */
export function EmptyDesk() {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t("empty.title")}</h2>
        <p className="i2">{t("empty.lead")}</p>
        <div className="row">
          <Link to="/import" className="btn pri">
            <Icon name="in" />
            {t("ledger.importLong")}
          </Link>
          <Link to="/new" className="btn">
            <Icon name="plus" />
            {t("ledger.new")}
          </Link>
        </div>
        <p className="note">{t("empty.kinds")}</p>
      </section>
    </div>
  );
}

export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="nothing">
      <section className="empty">
        <h2>{t("empty.filtered")}</h2>
        <p className="i2">{t("empty.filteredLead")}</p>
        <button type="button" className="btn" onClick={onClear}>
          {t("ledger.clearFilters")}
        </button>
      </section>
    </div>
  );
}
