import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { DraftMark, useDraftWords } from "../controls/DraftMark";
import { Tabs } from "../controls/Tabs";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { tellFault } from "../frame/notice";
import { Page } from "../frame/Page";
import { CopyToWechat } from "../paper/CopyToWechat";
import { act, useAsk } from "../query";
import { PROJECT_TABS, type ProjectTab } from "../router";
import { Refused } from "../rpc";
import { StandingDialog } from "../standing/StandingDialog";
import { standingKey } from "../standing/StandingForm";
import { Approvals } from "./approvals/Approvals";
import { type ApprovalView, searchOf } from "./approvals/views";
import { CallProject } from "./CallProject";
import { Crumb } from "./Crumb";
import { useFold, useNarrow } from "./fold";
import { Head } from "./Head";
import { History } from "./History";
import { useJump } from "./jump";
import { Needs } from "./Needs";
import { OnePage } from "./OnePage";
import { Overview } from "./Overview";
import { StageNotes } from "./opening/StageNotes";
import { People } from "./People";
import { Documents } from "./papers/Documents";
import { ProgressTab } from "./periods/ProgressTab";
import { Fold, Title } from "./Title";
import { Walk } from "./Walk";
import "./project.css";

export function ProjectPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/project/$id" });
  const { tab = "overview", view = "list", field, item } = useSearch({ from: "/project/$id" });
  const file = useAsk("project_get", { id });
  const navigate = useNavigate();
  const gone = file.error?.fault.code === "not_found";
  // Undo can take the project away while it is shown.
  useEffect(() => {
    if (gone) void navigate({ to: "/ledger", replace: true });
  }, [gone, navigate]);

  const name = file.data?.project.name ?? "";
  const head = (
    <>
      <Crumb id={id} item={item} />
      <h1 className="hidden">{name}</h1>
      <Walk id={id} item={item} tab={tab} view={view} />
    </>
  );
  return (
    <Page title={name === "" ? t("ledger.title") : name} head={head}>
      {file.isError && !gone && <Broken fault={file.error.fault} retry={() => void file.refetch()} />}
      {file.data && !gone && <Whole file={file.data} tab={tab} view={view} field={field} />}
    </Page>
  );
}

interface Shown {
  file: ProjectFile;
  tab: ProjectTab;
  view: ApprovalView;
  field: string | undefined;
}

function Whole({ file, tab, view, field }: Shown) {
  useJump(field);
  // What a part of the page can be told stands in the line of its tabs.
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const { folded, fold } = useFold(tab === "overview");
  const narrow = useNarrow();
  return (
    <>
      <Title
        file={file}
        folded={folded}
        menu={
          <>
            <CallProject
              key={file.project.id}
              project={file.project.id}
              items={file.checklist.items}
              className="btn s"
            />
            <OnePage project={file.project} className="btn s" />
            <CopyToWechat of={async () => [file.project.id]} bare={narrow} />
            {tab !== "overview" && <Fold folded={folded} onFold={fold} />}
            <More file={file} />
          </>
        }
      />
      {!folded && (
        <>
          <Head file={file} />
          <StageNotes file={file} />
        </>
      )}
      <Parts file={file} tab={tab} view={view} tools={setTools} />
      {tab === "overview" && <Overview file={file} />}
      {tab === "progress" && <ProgressTab file={file} />}
      {tab === "approvals" && <Approvals file={file} view={view} tools={tools} />}
      {tab === "needs" && <Needs file={file} />}
      {tab === "people" && <People file={file} />}
      {tab === "documents" && <Documents key={file.project.id} file={file} />}
      {tab === "history" && <History file={file} />}
    </>
  );
}

interface PartsProps extends Omit<Shown, "field"> {
  tools: (place: HTMLElement | null) => void;
}

function Parts({ file, tab, view, tools }: PartsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { items } = file.checklist;
  const done = { done: items.filter((item) => item.done).length, all: items.length };
  const counts: Partial<Record<ProjectTab, number | string>> = {
    progress: file.progress.length,
    documents: file.attachments,
    approvals: `${done.done}/${done.all}`,
    needs: file.matters.filter((m) => m.kind === "need").length,
    people: file.duties.filter((d) => d.until === null).length + file.contacts.length,
  };
  const go = (to: ProjectTab) =>
    void navigate({ to: "/project/$id", params: { id: file.project.id }, search: searchOf(to, view), replace: true });
  return (
    <div className="tb">
      <Tabs label={file.project.name} tabs={PROJECT_TABS} at={tab} onPick={go}>
        {(name) => (
          <>
            {t(`tab.${name}`)}
            {counts[name] !== undefined && (
              <span className="n" title={name === "approvals" ? t("approvals.done", done) : undefined}>
                {counts[name]}
              </span>
            )}
          </>
        )}
      </Tabs>
      <span className="grow" />
      <span className="row view-tools" ref={tools} />
    </div>
  );
}

function More({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [standing, setStanding] = useState(false);
  const waits = useDraftWords([standingKey(file.project.id)]);
  const remove = async () => {
    try {
      await act("project_remove", { id: file.project.id });
      void navigate({ to: "/ledger" });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tellFault(error.fault);
    }
  };
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            {
              key: "standing",
              label: (
                <>
                  {t("standing.open")}
                  <DraftMark keys={[standingKey(file.project.id)]} />
                </>
              ),
            },
            { key: "remove", label: t("project.remove") },
          ],
          onClick: ({ key }) => (key === "standing" ? setStanding(true) : void remove()),
        }}
      >
        <button type="button" className="btn flat sq" title={waits} aria-label={t("project.more")}>
          <Icon name="dots" />
          <DraftMark keys={[standingKey(file.project.id)]} />
        </button>
      </Dropdown>
      {standing && <StandingDialog project={file.project.id} onClose={() => setStanding(false)} />}
    </>
  );
}
