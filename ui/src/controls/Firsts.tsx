import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { tryTo } from "../query";
import { showSample } from "../sample/desks";
import "../sample/sample.css";

/** What to do first, wherever a desk without projects has nothing to show. */
export function Firsts({ title }: { title: string }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{title}</h2>
        <p className="i2">{t("firsts.title")}</p>
        <ol className="firsts">
          <li title={t("empty.kinds")}>{t("firsts.import")}</li>
          <li>{t("firsts.units")}</li>
        </ol>
        <div className="row">
          <Link to="/import" className="btn pri" title={t("empty.kinds")}>
            <Icon name="in" />
            {t("ledger.importLong")}
          </Link>
          <Link to="/new" className="btn">
            <Icon name="plus" />
            {t("ledger.new")}
          </Link>
          <Link to="/people" className="btn">
            {t("peoplePage.book")}
          </Link>
        </div>
        {desk.sample === null && (
          <p className="note row">
            {t("firsts.look")}
            <button type="button" className="link" onClick={() => void tryTo(() => showSample("daqing"))}>
              {t("sample.open")}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
