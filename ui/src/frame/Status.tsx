import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { moment } from "../lib/day";
import { later } from "../lib/later";
import { useAside } from "./aside";
import { Icon } from "./icons";
import { takeBack } from "./keys";
import { StatusPlace } from "./StatusPlace";
import { undoneWords } from "./words";

const SampleMark = later(() => import("../sample/SampleMark"), "SampleMark");
const ReadMe = later(() => import("../sample/ReadMe"), "ReadMe");

/** The status line: where we are on the left, how safe the data is on the right. */
export function Status() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const aside = useAside();
  return (
    <footer className="status">
      <StatusPlace />
      <SampleMark />
      {aside}
      {desk.undo && (
        <button type="button" className="link last" onClick={() => void takeBack("undo")}>
          <Icon name="undo" size={12} />
          <span className="cut">{t("status.undo", { what: undoneWords(desk.undo) })}</span>
        </button>
      )}
      <Link to="/changes" className="link">
        <Icon name="clock" size={12} />
        {t("changes.title")}
      </Link>
      <div className="grow" />
      <span>
        <Icon name="cloud" size={12} />
        {t("status.local")}
      </span>
      {desk.moved_away_ms !== null && (
        <Link to="/settings" search={{ tab: "safety" }} className="amber">
          {t("safety.movedAway")}
        </Link>
      )}
      {desk.copy_overdue_days !== null && desk.projects > 0 && desk.sample === null && (
        <Link to="/settings" search={{ tab: "safety" }} className="amber">
          {t("safety.reminder", { count: desk.copy_overdue_days })}
        </Link>
      )}
      {/* Nobody has to keep a sample safe. */}
      {desk.sample === null && (
        <span>
          {desk.last_backup_ms === null
            ? t("safety.pointsNone")
            : t("status.point", { at: moment(desk.last_backup_ms).slice(5) })}
        </span>
      )}
      <span className="edition">v{desk.version}</span>
      <ReadMe />
    </footer>
  );
}
