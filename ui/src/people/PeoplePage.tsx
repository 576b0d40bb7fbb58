import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "../controls/Tabs";
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
  const navigate = useNavigate();
  const go = (to: PeopleTab) => void navigate({ to: "/people", search: { tab: to }, replace: true });
  const head = (
    <>
      <h1>{t("rail.people")}</h1>
      <Tabs label={t("rail.people")} tabs={PEOPLE_TABS} at={tab} onPick={go}>
        {(name) => t(`peoplePage.${name}`)}
      </Tabs>
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
