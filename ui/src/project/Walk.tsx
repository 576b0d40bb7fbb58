import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { Icon } from "../frame/icons";
import { everything, trail } from "../ledger/trail";
import { isIme } from "../lib/ime";
import { tryTo, useAsk } from "../query";
import type { ProjectTab } from "../router";
import { call } from "../rpc";
import type { SheetLine } from "../today/trail";
import { useSheetPlace } from "../today/useSheetPlace";
import { type ApprovalView, searchOf } from "./approvals/views";

interface Props {
  id: ProjectId;
  /** The approval that the page was opened with. */
  item: string | undefined;
  tab: ProjectTab;
  view: ApprovalView;
}

/** On to the next: of the call sheet where somebody came from there, else of the ledger as it was last asked. */
export function Walk(props: Props) {
  const sheet = useSheetPlace(props.id, props.item);
  if (sheet === undefined) return null;
  return sheet === null ? <LedgerWalk {...props} /> : <SheetWalk {...sheet} view={props.view} />;
}

/** 上一个, 下一个 in the rows of the ledger. */
function LedgerWalk({ id, tab, view }: Props) {
  const navigate = useNavigate();
  const asked = trail();
  const inTrail = useAsk("project_place", { query: asked, id });
  const query = inTrail.data === null ? everything() : asked;
  const place = useAsk("project_place", { query, id }, inTrail.isSuccess);
  const count = useAsk("project_list", { ...query, with_sums: true }).data?.sums?.count ?? 0;
  const at = place.data ?? null;
  const go = (by: number) =>
    tryTo(async () => {
      if (at === null || at + by < 0) return;
      const next = (await call("project_at", { query, offset: at + by })).value;
      if (next) await navigate({ to: "/project/$id", params: { id: next.id }, search: searchOf(tab, view) });
    });
  return <Arrows at={at} count={count} words={["before", "after"]} go={go} />;
}

/** 上一条, 下一条 of the call sheet: each with its approval open. */
function SheetWalk({ lines, at, view }: { lines: SheetLine[]; at: number; view: ApprovalView }) {
  const navigate = useNavigate();
  const go = async (by: number) => {
    const next = lines[at + by];
    if (!next) return;
    const search = { ...searchOf("approvals", view), item: next.item };
    await navigate({ to: "/project/$id", params: { id: next.project }, search });
  };
  return <Arrows at={at} count={lines.length} words={["lineBefore", "lineAfter"]} go={go} />;
}

interface ArrowsProps {
  at: number | null;
  count: number;
  words: ["before", "after"] | ["lineBefore", "lineAfter"];
  go: (by: number) => Promise<void>;
}

/** Where among how many, and the way to the neighbours; Alt and the arrows do the same. */
function Arrows({ at, count, words: [before, after], go }: ArrowsProps) {
  const { t } = useTranslation();
  useEffect(() => {
    const hear = (e: KeyboardEvent) => {
      if (isIme(e) || !e.altKey || e.ctrlKey || e.metaKey) return;
      const by = e.key === "ArrowUp" ? -1 : e.key === "ArrowDown" ? 1 : 0;
      if (by === 0) return;
      e.preventDefault();
      void go(by);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  });
  if (at === null) return null;
  return (
    <span className="walk">
      <span className="i2">{t("walk.place", { at: at + 1, count })}</span>
      <button
        type="button"
        className="btn flat s sq"
        aria-label={t(`walk.${before}`)}
        title={`${t(`walk.${before}`)} Alt ↑`}
        disabled={at === 0}
        onClick={() => void go(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="btn flat s sq"
        aria-label={t(`walk.${after}`)}
        title={`${t(`walk.${after}`)} Alt ↓`}
        disabled={at + 1 >= count}
        onClick={() => void go(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  );
}
