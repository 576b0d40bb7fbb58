import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName, Mark } from "./icons";

interface Room {
  to: "/ledger" | "/approvals" | "/rounds" | "/board" | "/people";
  icon: IconName;
  word: "ledger" | "approvals" | "reports" | "board" | "people";
  /** Other addresses that belong to this entry. */
  also?: string[];
}

/** The rooms of the desk in the order of the rail; settings stand apart at the foot. */
const ROOMS: Room[] = [
  { to: "/ledger", icon: "ledger", word: "ledger", also: ["/project", "/import", "/new", "/changes", "/print"] },
  { to: "/approvals", icon: "stamp", word: "approvals" },
  { to: "/rounds", icon: "collect", word: "reports", also: ["/checks", "/years"] },
  { to: "/people", icon: "user", word: "people" },
  { to: "/board", icon: "board", word: "board" },
];

/** The words are the navigation. */
export function Rail() {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const settings = path.startsWith("/settings");
  const on = (room: Room) => [room.to, ...(room.also ?? [])].some((start) => path.startsWith(start));
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <div className="mark">
        <Mark label={t("app.name")} />
      </div>
      {ROOMS.map((room) => (
        <Link key={room.to} to={room.to} className={on(room) ? "on" : ""} aria-current={on(room) ? "page" : undefined}>
          <Icon name={room.icon} size={20} />
          {t(`rail.${room.word}`)}
        </Link>
      ))}
      <div className="gap" />
      <Link to="/settings" className={settings ? "on" : ""} aria-current={settings ? "page" : undefined}>
        <Icon name="set" size={20} />
        {t("rail.settings")}
      </Link>
    </nav>
  );
}
