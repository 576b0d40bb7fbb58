import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Count } from "../bindings/types";
import { NoLedger } from "../controls/NoLedger";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { Page } from "../frame/Page";
import { useAsk } from "../query";
import { Detail } from "./Detail";
import { QuestionLine } from "./QuestionLine";
import { ScopeBar } from "./ScopeBar";
import { asOf, type BoardSearch, type Question, scopeOf, toBoard } from "./scope";
import { useAnswers } from "./useAnswers";
import "./board.css";

/** 领导要数: the twelve questions, answered from the ledger in one sentence each. */
export function BoardPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const search = useSearch({ from: "/board" });
  const navigate = useNavigate();
  const [count, setCount] = useState<Count | null>(null);
  const go = (to: BoardSearch) => void navigate({ to: "/board", search: to, replace: true });
  const board = useAsk("board_get", toBoard(search, desk.today));
  const answers = useAnswers(search, board.data);
  if (desk.projects === 0) {
    return (
      <Page title={t("board.title")}>
        <NoLedger title={t("board.emptyTitle")} lead={t("board.emptyLead")} />
      </Page>
    );
  }
  const open = (q: Question | undefined, rows: Count | null) => {
    setCount(rows);
    if (q !== search.q) go({ ...search, q });
  };
  const q = search.q;
  return (
    <Page title={t("board.title")}>
      <div className={q ? "board open" : "board"} style={{ gridTemplateRows: "auto minmax(0, 1fr)" }}>
        <div style={{ gridColumn: "1 / -1" }}>
          <ScopeBar
            search={search}
            onChange={(to) => {
              setCount(null);
              go(to);
            }}
          />
        </div>
        <h2 className="board-printed">{t("board.printed", { office: desk.office?.name ?? "" })}</h2>
        {board.isError && <Broken fault={board.error.fault} retry={() => void board.refetch()} />}
        {board.data && (
          <ol className="twelve" lang={desk.language ?? undefined}>
            {answers.map((line, at) => (
              <QuestionLine
                key={line.q}
                n={at + 1}
                line={line}
                search={search}
                on={line.q === q}
                onRows={(rows) => open(line.q, rows)}
                onOpen={() => open(line.q === q && count === null ? undefined : line.q, null)}
                onChange={go}
              />
            ))}
          </ol>
        )}
        {board.data && q && (
          <section className="detail" aria-label={t("board.open")}>
            <div className="cap">
              <h2>{t(`board.q.${q}`)}</h2>
              <span className="grow" />
              <button
                type="button"
                className="btn flat s sq"
                aria-label={t("board.close")}
                onClick={() => open(undefined, null)}
              >
                <Icon name="x" size={12} />
              </button>
            </div>
            <Detail
              q={q}
              board={board.data}
              search={search}
              count={count}
              scope={scopeOf(search)}
              as_of={asOf(search, desk.today) ?? desk.today}
              onRows={setCount}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
