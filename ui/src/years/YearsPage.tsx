import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { Page } from "../frame/Page";
import { ReportsHead } from "../rounds/ReportsHead";
import { HandOver } from "./HandOver";
import { Lists } from "./Lists";
import { usualYear, YEAR_TABS, type YearSearch } from "./search";
import { Targets } from "./Targets";
import { Turn } from "./Turn";
import "../project/project.css";
import "./years.css";

/** 年度: rolling over, targets, versions of the list, duties that change hands. */
export function YearsPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const search = useSearch({ from: "/years" });
  const { tab = "turn", year = usualYear(desk.today) } = search;
  const go = (to: YearSearch) => void navigate({ to: "/years", search: { ...search, ...to }, replace: true });
  return (
    <Page title={t("years.title")} head={<ReportsHead />}>
      <div className="bar">
        <Seg
          label={t("years.tabs")}
          value={tab}
          choices={YEAR_TABS.map((value) => ({ value, text: t(`years.tab.${value}`) }))}
          onPick={(to) => go({ tab: to })}
        />
        {(tab === "turn" || tab === "targets") && (
          <span className="year-pick">
            <button
              type="button"
              className="btn flat s sq"
              aria-label={String(year - 1)}
              onClick={() => go({ year: year - 1 })}
            >
              <Icon name="left" size={12} />
            </button>
            <b>{year}</b>
            <button
              type="button"
              className="btn flat s sq"
              aria-label={String(year + 1)}
              onClick={() => go({ year: year + 1 })}
            >
              <Icon name="right" size={12} />
            </button>
          </span>
        )}
      </div>
      {tab === "turn" && <Turn key={year} year={year} />}
      {tab === "targets" && <Targets key={year} year={year} />}
      {tab === "lists" && <Lists />}
      {tab === "duties" && <HandOver />}
    </Page>
  );
}
