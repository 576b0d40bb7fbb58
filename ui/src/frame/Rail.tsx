import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, Mark } from "./icons";

/** The words are the navigation. */
export function Rail() {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const settings = path.startsWith("/settings");
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <div className="mark">
        <Mark label={t("app.name")} />
      </div>
      <Link to="/ledger" className={settings ? "" : "on"} aria-current={settings ? undefined : "page"}>
        <Icon name="ledger" size={20} />
        {t("rail.ledger")}
      </Link>
      <div className="gap" />
      <Link to="/settings" className={settings ? "on" : ""} aria-current={settings ? "page" : undefined}>
        <Icon name="set" size={20} />
        {t("rail.settings")}
      </Link>
    </nav>
  );
}
