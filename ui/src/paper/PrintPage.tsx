import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { useNews } from "../export/news";
import { Page } from "../frame/Page";
import { toQuery } from "../ledger/search";
import { monthName, wordDay } from "../lib/day";
import { useAsk } from "../query";
import { PrintedTable } from "./PrintedTable";
import "./print.css";

/** The ledger's present rows as they lie on A3: heads repeat, pages are numbered, totals and signatures at the end. */
export function PrintPage() {
  const { t } = useTranslation();
  const { desk, lang, unit } = useDesk();
  const search = useSearch({ from: "/print" });
  const [byCounty, setByCounty] = useState(false);
  const [news, setNews] = useNews(true);
  const found = useAsk("ledger_print", { query: toQuery(search, 0, 0), by_county: byCounty, news });
  const printed = found.data;
  const title =
    desk.sample === null ? t("paper.ledgerTitle") : t("paper.sampleTitle", { title: t("paper.ledgerTitle") });
  // The words of the margins, which only a style can hold.
  const margins = `@page { size: A3 landscape; margin: 12mm 10mm 16mm;
    @bottom-left { content: "${t("paper.internal")}"; font: 9pt sans-serif; }
    @bottom-center { content: "${t("paper.page", { at: '" counter(page) "', all: '" counter(pages) "' })}"; font: 9pt sans-serif; } }`;
  return (
    <Page title={t("paper.ledgerTitle")}>
      <style>{margins}</style>
      <div className="bar noprint">
        <Link to="/ledger" search={search} className="btn s flat">
          {t("paper.back")}
        </Link>
        {printed && <span className="note">{t("paper.count", { n: printed.rows })}</span>}
        {printed?.more && <span className="note">{t("paper.limit", { n: printed.rows })}</span>}
        <span className="grow" />
        <Tick checked={news} onTick={setNews}>
          {t("export.news")}
        </Tick>
        <Tick checked={byCounty} onTick={setByCounty}>
          {t("paper.byCounty")}
        </Tick>
        <button type="button" className="btn s pri" disabled={!printed} onClick={() => window.print()}>
          {t("paper.printLedger")}
        </button>
      </div>
      <section
        className="sheet-a3 scrolls"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t("paper.ledgerTitle")}
      >
        {printed?.parts.map((part) => (
          <section key={part.county ?? ""} className="county">
            <h2>{part.county ? `${part.county} ${title}` : title}</h2>
            <p>
              {t("paper.as", {
                office: desk.office?.name ?? "",
                day: wordDay(printed.as_of, lang),
                unit: t(`money.${unit}`),
              })}
              {printed.news && (
                <span className="since">
                  {t(printed.news.bare ? "paper.notRed" : "paper.red", {
                    month: monthName(printed.news.month, lang),
                  })}
                </span>
              )}
            </p>
            <PrintedTable part={part} />
            <p className="signs">{t("paper.foot")}</p>
          </section>
        ))}
      </section>
    </Page>
  );
}
