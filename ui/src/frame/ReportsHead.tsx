import { Link, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The pages of the reports' room, in the order of their tabs. */
const TABS = [
  { to: "/rounds", word: "rounds" },
  { to: "/checks", word: "checks" },
  { to: "/years", word: "years" },
] as const;

/** Head of every page of the room: its name, its pages, and what the page adds. */
export function ReportsHead({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <>
      <h1>{t("reports.title")}</h1>
      <nav className="tabs links" aria-label={t("reports.tabs")}>
        {TABS.map(({ to, word }) => {
          const on = path.startsWith(to);
          return (
            <Link key={to} to={to} className={on ? "on" : ""} aria-current={on ? "page" : undefined}>
              {t(`reports.${word}`)}
            </Link>
          );
        })}
      </nav>
      {children}
    </>
  );
}
