import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ApprovalFigures } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { useAsk } from "../query";
import { Compression } from "./Compression";
import { Measures } from "./Measures";
import { Milestones } from "./Milestones";
import { ProjectMilestones } from "./ProjectMilestones";
import { Reductions } from "./Reductions";
import { type ApprovalSearch, daysOf, SPANS, type Span } from "./search";

interface Props {
  search: ApprovalSearch;
  onSearch: (search: ApprovalSearch) => void;
}

/** 成效: time used against the law, days from land contract to permit, measures taken. */
export function FiguresTab({ search, onSearch }: Props) {
  const { desk } = useDesk();
  const days = daysOf(search, desk.today);
  const asked = useAsk("approval_figures", days);
  const came = useAsk("milestone_list", days);
  const figures = asked.data;
  const { t } = useTranslation();
  const empty = figures && isEmpty(figures) && came.data?.found === 0;
  return (
    <>
      <SpanBar search={search} onSearch={onSearch} />
      {asked.isError && <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />}
      {figures && figures.undated > 0 && (
        <p className="note ab-lead">
          {t("undated.figures", { count: figures.undated })}{" "}
          <Link to="/approvals" search={{ tab: "undated", decided: true }} className="link">
            {t("undated.toList")}
          </Link>
        </p>
      )}
      {figures && empty && <Nothing search={search} onSearch={onSearch} />}
      {figures && came.data && !empty && (
        <div className="ab-figures scrolls">
          <div className="ab-compressed">
            <Compression figures={figures} search={search} />
            <Reductions sums={figures.cuts} />
          </div>
          <div>
            <Milestones figures={figures} />
            <Measures measures={figures.measures} />
          </div>
          <ProjectMilestones days={days} />
        </div>
      )}
    </>
  );
}

const isEmpty = (figures: ApprovalFigures) =>
  figures.together.decided === 0 &&
  figures.not_compared === 0 &&
  figures.milestones.length === 0 &&
  figures.measures.every((one) => one.count === 0);

function SpanBar({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { span = "year", from = "", to = "" } = search;
  const pick = (next: Span) => {
    // One's own begins with the days that were shown.
    const days = daysOf(search, desk.today);
    const own = next === "own" ? { from: days.from ?? undefined, to: days.to ?? undefined } : {};
    onSearch(dated(search, { span: next, ...own }));
  };
  return (
    <div className="bar ab-span">
      <Seg
        label={t("desk_approvals.span")}
        value={span}
        choices={SPANS.map((value) => ({ value, text: t(`desk_approvals.spans.${value}`) }))}
        onPick={pick}
      />
      {span === "own" && (
        <>
          <DayInput
            label={t("desk_approvals.from")}
            value={from}
            max={desk.today}
            clears
            onPick={(day) => onSearch(dated(search, { span, from: day || undefined, to: to || undefined }))}
          />
          <span className="i3">{t("desk_approvals.until")}</span>
          <DayInput
            label={t("desk_approvals.to")}
            value={to}
            max={desk.today}
            clears
            onPick={(day) => onSearch(dated(search, { span, from: from || undefined, to: day || undefined }))}
          />
        </>
      )}
      <span className="note">{t("desk_approvals.spanNote")}</span>
    </div>
  );
}

/** With other days; those of before are gone. */
function dated(
  { from: _from, to: _to, ...rest }: ApprovalSearch,
  { span, from, to }: { span: Span; from?: string | undefined; to?: string | undefined },
): ApprovalSearch {
  return { ...rest, span, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function Nothing({ search, onSearch }: Props) {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t("desk_approvals.noFigures")}</h2>
        <p className="i2">{t("desk_approvals.noFiguresLead")}</p>
        <div className="row">
          {search.span !== "all" && (
            <button type="button" className="btn pri" onClick={() => onSearch(dated(search, { span: "all" }))}>
              {t("desk_approvals.seeAll")}
            </button>
          )}
          <Link to="/ledger" className={search.span === "all" ? "btn pri" : "btn"}>
            {t("desk_approvals.toLedger")}
          </Link>
        </div>
      </section>
    </div>
  );
}
