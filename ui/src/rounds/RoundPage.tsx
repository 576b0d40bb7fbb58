import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Popconfirm } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Collected, Fault, RoundPage as Round } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { Tabs } from "../controls/Tabs";
import { faultWords } from "../errors";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { Page } from "../frame/Page";
import { moment } from "../lib/day";
import { useFilesDrop } from "../lib/drop";
import { newJob } from "../lib/job";
import { act, tryTo, useAsk } from "../query";
import { type Chosen, call, download, inWindow, pickFiles, pickFolder, pickSave, Refused } from "../rpc";
import { ChangeRound } from "./ChangeRound";
import { Changes } from "./Changes";
import { CopyText } from "./CopyText";
import { Corrections } from "./Corrections";
import { Inbox } from "./Inbox";
import { NotUpdated } from "./NotUpdated";
import { ROUND_TABS } from "./tabs";
import { Units } from "./Units";
import { all, countOf, dueWords, HEAP_NAMES, HEAPS, type Heap, heapOf, heapTitle } from "./words";
import "./rounds.css";

/** What may come back: tables, and pictures of sealed paper. */
const KINDS = ["xlsx", "xls", "csv", "png", "jpg", "jpeg", "bmp", "webp", "heic", "tif", "tiff", "pdf"];

/** One round: its units and what came from them, what changed, who has not updated, what was corrected afterwards. */
export function RoundPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/rounds/$id" });
  const { tab = "units" } = useSearch({ from: "/rounds/$id" });
  const navigate = useNavigate();
  const round = useAsk("round_get", { id });
  const inbox = useInbox(id);
  const data = round.data?.round.id === id ? round.data : undefined;
  const title = data?.round.name ?? t("rounds.title");
  const head = (
    <>
      <Link to="/rounds" className="crumb row round-crumb">
        <Icon name="left" size={12} />
        {t("rail.reports")}
      </Link>
      <h1>{title}</h1>
      <Tabs
        label={title}
        tabs={ROUND_TABS}
        at={tab}
        onPick={(name) => void navigate({ to: "/rounds/$id", params: { id }, search: { tab: name }, replace: true })}
      >
        {(name) => (
          <>
            {t(`rounds.part.${name}`)}
            {name === "corrections" && data && data.corrections > 0 && <span className="n">{data.corrections}</span>}
          </>
        )}
      </Tabs>
    </>
  );
  return (
    <Page title={title} head={head}>
      {round.isError && <Broken fault={round.error.fault} retry={() => void round.refetch()} />}
      {data && tab === "units" && (
        <>
          <Bar page={data} inbox={inbox} />
          {inbox.job && (
            <div className="inbox-job">
              <JobBar job={inbox.job} what={t("rounds.inbox")} />
            </div>
          )}
          <Problem text={inbox.fault && faultWords(inbox.fault)} />
          {inbox.found ? (
            <Inbox page={data} found={inbox.found} onDone={inbox.close} />
          ) : (
            <Units page={data} over={inbox.over} />
          )}
        </>
      )}
      {data && tab === "changes" && <Changes page={data} />}
      {data && tab === "idle" && <NotUpdated page={data} />}
      {data && tab === "corrections" && <Corrections page={data} />}
    </Page>
  );
}

/** Files that were dropped or chosen, until they are taken in or left. */
function useInbox(round: string) {
  const [found, setFound] = useState<Collected | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const session = useRef<string | null>(null);
  const close = () => {
    if (session.current) void call("round_leave", { session: session.current });
    session.current = null;
    setFound(null);
  };
  const take = async (get: () => Promise<Chosen[]>) => {
    setFault(null);
    const id = newJob();
    try {
      const files = await get();
      if (files.length === 0) return;
      setJob(id);
      const read = await act("round_collect", { round, files: files.map((one) => one.file), job: id });
      close();
      session.current = read.session;
      setFound(read);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.fault.code !== "cancelled") setFault(error.fault);
    } finally {
      setJob(null);
    }
  };
  const over = useFilesDrop((get) => void take(get));
  return { found, fault, job, over, take, close };
}

function Bar({ page, inbox }: { page: Round; inbox: ReturnType<typeof useInbox> }) {
  const { t } = useTranslation();
  const { round, counts, overdue } = page;
  const [changing, setChanging] = useState(false);
  const handOut = async () => {
    const name = `${t("rounds.part.units")} ${round.name}.zip`;
    const place = inWindow ? await pickFolder() : await pickSave(name);
    if (!place) return;
    const done = await act("round_hand_out", { round: round.id, units: [], file: place.file, job: "" });
    if (!inWindow) download(done.file, name);
  };
  return (
    <div className="bar">
      <span className="counts" role="status" aria-label={t("rounds.countsLabel")}>
        {HEAP_NAMES.map((heap) => (
          <span key={heap} title={heapTitle(heap, t)}>
            {t(`rounds.${heap}`)}{" "}
            <b className={heapOf(counts, heap) === 0 ? "i3" : undefined}>{heapOf(counts, heap)}</b>
            <Within counts={counts} heap={heap} />
          </span>
        ))}
        <span className="i3">{t("rounds.sumUnits", { count: all(counts) })}</span>
      </span>
      <span className="vr" />
      <span className={overdue ? "red" : "i2"}>
        {round.closed_ms === null
          ? t(overdue ? "rounds.duePast" : "rounds.dueAt", { at: dueWords(round.due_on, round.due_minute) })
          : t("rounds.closedOn", { at: moment(round.closed_ms) })}
      </span>
      {round.closed_ms === null && (
        <button type="button" className="link" onClick={() => setChanging(true)}>
          {t("rounds.changeIt")}
        </button>
      )}
      {changing && <ChangeRound page={page} onClose={() => setChanging(false)} />}
      <div className="grow" />
      {round.closed_ms === null && (
        <>
          <CopyText ask={{ round: round.id, unit: null }} label={t("rounds.chaseAll")} />
          <button type="button" className="btn s" onClick={() => void tryTo(handOut)}>
            <Icon name="out" />
            {t("rounds.handOut")}
          </button>
          <button
            type="button"
            className="btn s pri"
            onClick={() => void inbox.take(() => pickFiles(t("rounds.fileKinds"), KINDS))}
          >
            <Icon name="in" />
            {t("rounds.takeIn")}
          </button>
          <Close page={page} />
        </>
      )}
    </div>
  );
}

/** What a heap is made of: 已报 8（已收 6，零报告 2）. */
function Within({ counts, heap }: { counts: Round["counts"]; heap: Heap }) {
  const { t } = useTranslation();
  const parts = HEAPS[heap].filter((state) => countOf(counts, state) > 0);
  if (parts.length === 0) return null;
  const told = parts.map((state) => `${t(`rounds.state.${state}`)} ${countOf(counts, state)}`);
  return <span className="i3 within">{t("rounds.within", { parts: told.join(t("import.comma")) })}</span>;
}

/** 关账: says who is missing before it freezes. It can be undone, but what is missing is then missing in print. */
function Close({ page }: { page: Round }) {
  const { t } = useTranslation();
  const { counts, round } = page;
  const missing = all(counts) - heapOf(counts, "reported");
  const close = () => void tryTo(() => act("round_close", { id: round.id }));
  if (missing === 0) {
    return (
      <button type="button" className="btn s" onClick={close}>
        {t("rounds.close")}
      </button>
    );
  }
  return (
    <Popconfirm
      title={t("rounds.closeMissing", { count: missing })}
      description={
        <>
          {t("rounds.closeMissingOf", { missing: heapOf(counts, "missing"), look: heapOf(counts, "toLookAt") })}
          <br />
          {t("rounds.closeMissingLead")}
        </>
      }
      okText={t("rounds.close")}
      cancelText={t("act.cancel")}
      okButtonProps={{ autoInsertSpace: false }}
      cancelButtonProps={{ autoInsertSpace: false }}
      onConfirm={close}
    >
      <button type="button" className="btn s">
        {t("rounds.close")}
      </button>
    </Popconfirm>
  );
}
