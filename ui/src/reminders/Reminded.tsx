import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Reminder } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { tellNothing } from "../frame/notice";
import { countWords } from "./words";

/** The message of a half-day: how many there are, and the way to them. */
export function Reminded({ reminders }: { reminders: Reminder[] }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  return (
    <>
      <Icon name="clock" />
      <b>{t("reminders.title", { count: reminders.length })}</b>
      <span className="cut">{countWords(reminders, desk.today)}</span>
      <Link to="/approvals" search={{ reminders: true }} className="link" onClick={tellNothing}>
        {t("reminders.see")}
      </Link>
    </>
  );
}
