import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Broken } from "../frame/Broken";
import { Batch } from "./Batch";
import { HeatStrip } from "./HeatStrip";
import { Holders } from "./Holders";
import { Narrow } from "./Narrow";
import { RowList } from "./RowList";
import { type ApprovalSearch, filterOf, narrowed, widened } from "./search";
import { ImportSheet } from "./sheet/SheetTools";
import { useRows } from "./useRows";
import { useTicks } from "./useTicks";

interface Props {
  search: ApprovalSearch;
  onSearch: (search: ApprovalSearch) => void;
}

/** 在办: how near the due days are, who has how much in which state, and which ones. */
export function BoardTab({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const [tabled, setTabled] = useState(true);
  const filter = filterOf(search);
  const { key, asked, rows, windows, loading, showMore } = useRows(filter);
  const ticks = useTicks(key, rows);
  const board = asked.data;
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!board) return null;
  // What is in nobody's hands may still carry a mark.
  if (board.total === 0 && board.flags.every((one) => one.count === 0)) return <NothingInHand />;
  const withTable = tabled && board.holders.length > 0;
  const narrow = (set: Parameters<typeof narrowed>[1]) => onSearch(narrowed(search, set));
  return (
    <>
      <HeatStrip counts={board.heat} at={search.heat} onPick={(heat) => narrow({ heat })} />
      <Narrow board={board} search={search} tabled={tabled} onTabled={setTabled} onSearch={onSearch} />
      <div className={withTable ? "ab-parts" : "ab-parts alone"}>
        {withTable && <Holders rows={board.holders} search={search} onPick={narrow} />}
        {board.found === 0 ? (
          <div className="hollow">
            <section className="empty">
              <h2>{t("desk_approvals.nothing")}</h2>
              <p className="i2">{t("desk_approvals.nothingLead", { count: board.total })}</p>
              <button type="button" className="btn pri" onClick={() => onSearch(widened(search))}>
                {t("ledger.clearFilters")}
              </button>
            </section>
          </div>
        ) : (
          <RowList
            key={key}
            place={key}
            rows={rows}
            found={board.found}
            people={board.people.some((one) => one.name !== null)}
            windows={windows}
            loading={loading}
            ticks={ticks}
            onMore={showMore}
          />
        )}
      </div>
      {ticks.chosen.length > 0 && <Batch filter={filter} found={board.found} ticks={ticks} />}
    </>
  );
}

function NothingInHand() {
  const { t } = useTranslation();
  return (
    <div className="hollow">
      <section className="empty">
        <h2>{t("desk_approvals.none")}</h2>
        <p className="i2">{t("desk_approvals.noneLead")}</p>
        <div className="row">
          <Link to="/ledger" className="btn pri">
            {t("desk_approvals.toLedger")}
          </Link>
          <ImportSheet className="btn" />
        </div>
      </section>
    </div>
  );
}
