import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName, Mark } from "./icons";

interface Room {
  to: "/today" | "/ledger" | "/approvals" | "/rounds" | "/board" | "/people";
  icon: IconName;
  word: "today" | "ledger" | "approvals" | "reports" | "board" | "people";
  /** Other addresses that belong to this entry. */
  also?: string[];
}

/** The rooms of the desk in the order of the rail; settings stand apart at the foot. */
const ROOMS: Room[] = [
  { to: "/today", icon: "today", word: "today" },
  { to: "/ledger", icon: "ledger", word: "ledger", also: ["/project", "/import", "/new", "/changes", "/print"] },
  { to: "/approvals", icon: "stamp", word: "approvals" },
  { to: "/rounds", icon: "collect", word: "reports", also: ["/checks", "/years"] },
  { to: "/people", icon: "user", word: "people" },
  { to: "/board", icon: "board", word: "board" },
];

export interface Entry {
  to: Room["to"] | "/settings";
  className: string;
  "aria-current": "page" | undefined;
  children: ReactNode;
}

interface Props {
  /** The address that is shown. */
  path: string;
  /** What an entry is drawn with. */
  link: ComponentType<Entry>;
}

/** How the rail looks: the words are the navigation. */
export function RailFace({ path, link: Way }: Props) {
  const { t } = useTranslation();
  const state = (on: boolean) => ({ className: on ? "on" : "", "aria-current": on ? ("page" as const) : undefined });
  const here = (room: Room) => [room.to, ...(room.also ?? [])].some((start) => path.startsWith(start));
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <div className="mark">
        <Mark label={t("app.name")} />
      </div>
      {ROOMS.map((room) => (
        <Way key={room.to} to={room.to} {...state(here(room))}>
          <Icon name={room.icon} size={20} />
          {t(`rail.${room.word}`)}
        </Way>
      ))}
      <div className="gap" />
      <Way to="/settings" {...state(path.startsWith("/settings"))}>
        <Icon name="set" size={20} />
        {t("rail.settings")}
      </Way>
    </nav>
  );
}
