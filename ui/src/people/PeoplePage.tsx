import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../frame/Page";
import { Book } from "./Book";
import { Staffing } from "./Staffing";
import { PEOPLE_TABS, type PeopleTab } from "./tabs";
import { Wall } from "./Wall";
import "../project/project.css";
import "./people.css";

/** 人员: whom to call, who is in charge of what, and whether that is enough. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { tab = "book" } = useSearch({ from: "/people" });
  const head = (
    <>
      <h1>{t("rail.people")}</h1>
      <Tabs at={tab} />
    </>
  );
  return (
    <Page title={t(`peoplePage.${tab}`)} head={head}>
      {tab === "book" && <Book />}
      {tab === "wall" && <Wall />}
      {tab === "staffing" && <Staffing />}
    </Page>
  );
}

function Tabs({ at }: { at: PeopleTab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (tab: PeopleTab) => void navigate({ to: "/people", search: { tab }, replace: true });
  return (
    <div className="tabs" role="tablist" aria-label={t("rail.people")}>
      {PEOPLE_TABS.map((name, n) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={at === name}
          tabIndex={at === name ? 0 : -1}
          className={at === name ? "on" : ""}
          onClick={() => go(name)}
          onKeyDown={(e) => {
            const by = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
            const next = PEOPLE_TABS[n + by];
            if (by === 0 || !next) return;
            go(next);
            (e.currentTarget.parentElement?.children[n + by] as HTMLElement | undefined)?.focus();
          }}
        >
          {t(`peoplePage.${name}`)}
        </button>
      ))}
    </div>
  );
}
