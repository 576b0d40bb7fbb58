import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Firsts } from "../controls/Firsts";
import { Tabs } from "../controls/Tabs";
import { useDesk } from "../desk";
import { Page } from "../frame/Page";
import { useAsk } from "../query";
import { BoardTab } from "./BoardTab";
import { FiguresTab } from "./FiguresTab";
import { ListsTab } from "./ListsTab";
import { Reminders } from "./Reminders";
import { APPROVAL_TABS, type ApprovalSearch } from "./search";
import { UndatedTab } from "./UndatedTab";
import "./desk-approvals.css";

/** 审批: what is stuck where over the whole office, and what its approvals came to. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const search = useSearch({ from: "/approvals" });
  const { tab = "board" } = search;
  const go = (to: ApprovalSearch) => void navigate({ to: "/approvals", search: to, replace: true });
  const waiting = useAsk("approval_undated_count", {}).data ?? 0;
  // Of days nobody left out there is nothing to say.
  const tabs = APPROVAL_TABS.filter((name) => name !== "undated" || waiting > 0 || tab === name);
  const head = (
    <>
      <h1>{t("desk_approvals.title")}</h1>
      {desk.projects > 0 && (
        <Tabs label={t("desk_approvals.tabs")} tabs={tabs} at={tab} onPick={(to) => go({ ...search, tab: to })}>
          {(name) =>
            name === "undated" && waiting > 0 ? t("undated.tab", { count: waiting }) : t(`desk_approvals.tab.${name}`)
          }
        </Tabs>
      )}
    </>
  );
  return (
    <Page title={t("desk_approvals.title")} head={head}>
      {desk.projects === 0 && <Firsts title={t("desk_approvals.noProjects")} />}
      {desk.projects > 0 && tab === "board" && <Reminders search={search} onSearch={go} />}
      {desk.projects > 0 && tab === "board" && <BoardTab search={search} onSearch={go} />}
      {desk.projects > 0 && tab === "figures" && <FiguresTab search={search} onSearch={go} />}
      {desk.projects > 0 && tab === "lists" && <ListsTab search={search} onSearch={go} />}
      {desk.projects > 0 && tab === "undated" && <UndatedTab search={search} onSearch={go} />}
    </Page>
  );
}
