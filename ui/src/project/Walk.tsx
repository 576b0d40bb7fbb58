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
import { type ApprovalView, searchOf } from "./approvals/views";

/** 上一个, 下一个 in the rows of the ledger as it was last asked; Alt and the arrows do the same. */
export function Walk({ id, tab, view }: { id: ProjectId; tab: ProjectTab; view: ApprovalView }) {
  const { t } = useTranslation();
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
        aria-label={t("walk.before")}
        title={`${t("walk.before")} Alt ↑`}
        disabled={at === 0}
        onClick={() => void go(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="btn flat s sq"
        aria-label={t("walk.after")}
        title={`${t("walk.after")} Alt ↓`}
        disabled={at + 1 >= count}
        onClick={() => void go(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  );
}
