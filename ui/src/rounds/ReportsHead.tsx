import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** The pages of 报送, in the order of the year's work. */
const TABS = [
  { to: "/rounds", word: "reports.rounds" },
  { to: "/checks", word: "reports.checks" },
  { to: "/years", word: "reports.years" },
] as const;

/** Title and tabs that the pages of 报送 share. */
export function ReportsHead() {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <>
      <h1>{t("rail.reports")}</h1>
      <nav className="tabs" aria-label={t("rail.reports")}>
        {TABS.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            className={path.startsWith(tab.to) ? "on" : ""}
            aria-current={path.startsWith(tab.to) ? "page" : undefined}
          >
            {t(tab.word)}
          </Link>
        ))}
      </nav>
    </>
  );
}
