import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectRow } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Page } from "../frame/Page";
import { toQuery } from "../ledger/search";
import { showMoney, showRate } from "../lib/money";
import { call } from "../rpc";
import "./print.css";

/** One answer of the core, and as many rows as paper is printed from the program. */
const WINDOW = 500;
const MOST = 2000;

/** The ledger's present rows as they lie on A3: heads repeat, pages are numbered, signatures at the end. */
export function PrintPage() {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const search = useSearch({ from: "/print" });
  const [byCounty, setByCounty] = useState(false);
  const found = useQuery({
    queryKey: ["print", search],
    queryFn: async () => {
      const rows: ProjectRow[] = [];
      for (;;) {
        const page = (await call("project_list", toQuery(search, rows.length, WINDOW))).value;
        rows.push(...page.rows);
        if (page.rows.length < WINDOW || rows.length >= MOST) return rows.slice(0, MOST);
      }
    },
  });
  const rows = found.data ?? [];
  const parts = byCounty ? groups(rows) : [rows];
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
        <span className="note">{t("paper.count", { n: rows.length })}</span>
        {rows.length === MOST && <span className="note">{t("paper.limit", { n: MOST })}</span>}
        <span className="grow" />
        <Tick checked={byCounty} onTick={setByCounty}>
          {t("paper.byCounty")}
        </Tick>
        <button type="button" className="btn s pri" disabled={!found.data} onClick={() => window.print()}>
          {t("paper.printLedger")}
        </button>
      </div>
      <div className="sheet-a3 scrolls">
        {parts.map((part) => (
          <section key={part[0]?.id ?? ""} className="county">
            <h2>{t("paper.ledgerTitle")}</h2>
            <p>{t("paper.as", { office: desk.office?.name ?? "", day: desk.today, unit: t(`money.${unit}`) })}</p>
            <Table rows={part} />
            <p className="signs">{t("paper.foot")}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** Rows by county, in the order in which the counties are met. */
function groups(rows: ProjectRow[]): ProjectRow[][] {
  const by = new Map<string | null, ProjectRow[]>();
  for (const row of rows) by.set(row.region_name, [...(by.get(row.region_name) ?? []), row]);
  return [...by.values()];
}

function Table({ rows }: { rows: ProjectRow[] }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const heads = [
    "name",
    "region",
    "enterprise",
    "stage",
    "total",
    "plan",
    "done_total",
    "rate",
    "image",
    "issue",
    "leader",
    "responsible_unit",
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("column.entered")}</th>
          {heads.map((head) => (
            <th scope="col" key={head} className={`c-${head}`}>
              {t(`column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.id}>
            <td className="num">{at + 1}</td>
            <td>{row.name}</td>
            <td>{row.region_name}</td>
            <td>{row.enterprise}</td>
            <td>{t(`stage.${row.stage}`)}</td>
            <td className="num">{showMoney(row.total, unit)}</td>
            <td className="num">{showMoney(row.plan, unit)}</td>
            <td className="num">{showMoney(row.done_total, unit)}</td>
            <td className="num">{showRate(row.rate)}</td>
            <td>{row.image}</td>
            <td>{row.issue}</td>
            <td>{row.leader}</td>
            <td>{row.responsible_unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
