import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";

/** A page that has nothing to say without a ledger: why, and where one is brought in. */
export function NoLedger({ title, lead }: { title: string; lead?: string }) {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{title}</h2>
        {lead && <p className="i2">{lead}</p>}
        <Link to="/import" className="btn pri">
          <Icon name="in" />
          {t("ledger.importLong")}
        </Link>
      </section>
    </div>
  );
}
