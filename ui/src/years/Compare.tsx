import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LinePair, ListChange, ListComparison, ListLine } from "../bindings/types";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { shifted, showMoney } from "../lib/money";
import { act, tryTo, useAsk } from "../query";
import { download, inWindow, pickSave } from "../rpc";

const CHANGES = ["moved_in", "moved_out", "renamed", "amount", "regrouped", "reordered"] as const;

/** 调入、调出、更名、改额、改组、改序 between two versions; the counts close. */
export function Compare({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const asked = useAsk("list_compare", { from, to });
  const [only, setOnly] = useState<ListChange | null>(null);
  const report = asked.data;
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!report) return null;
  const save = () =>
    tryTo(async () => {
      const name = `${report.from.name} ${report.to.name}.xlsx`;
      const place = await pickSave(name);
      if (!place) return;
      const written = await act("list_compare_export", { from, to, file: place.file, language: lang });
      if (!inWindow) download(written.file, name);
    });
  const shown = report.pairs.filter((pair) => (only ? pair.changes.includes(only) : pair.changes.length > 0));
  return (
    <>
      <div className="versions-head">
        <div className="seg" role="group" aria-label={t("years.lists.changes")}>
          <button type="button" className={only ? "" : "on"} aria-pressed={only === null} onClick={() => setOnly(null)}>
            {t("years.lists.all")}
          </button>
          {CHANGES.map((change) => (
            <button
              key={change}
              type="button"
              className={only === change ? "on" : ""}
              aria-pressed={only === change}
              onClick={() => setOnly(change)}
            >
              {t(`years.lists.change.${change}`)} {report.counts[change]}
            </button>
          ))}
        </div>
        <Equation report={report} />
        <span className="grow" />
        <button type="button" className="btn s" onClick={() => void save()}>
          <Icon name="out" />
          {t("years.lists.export")}
        </button>
      </div>
      <Pairs pairs={shown} />
    </>
  );
}

function Equation({ report }: { report: ListComparison }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="b">
        {t("years.lists.closes", {
          from: report.from_sums.count,
          in: report.counts.moved_in,
          out: report.counts.moved_out,
          to: report.to_sums.count,
        })}
      </span>
      <span className="i2">{t("years.lists.unchanged", { n: report.unchanged })}</span>
    </>
  );
}

function Pairs({ pairs }: { pairs: LinePair[] }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const money = <span className="u">{t(`money.${unit}`)}</span>;
  return (
    <div className="scrolls list-lines">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" style={{ width: 128 }}>
              {t("years.lists.changes")}
            </th>
            <th scope="col" className="num" style={{ width: 88 }}>
              {t("years.lists.serial")}
            </th>
            <th scope="col">{t("years.lists.name")}</th>
            <th scope="col" className="num" style={{ width: 168 }}>
              {t("years.lists.total")} {money}
            </th>
            <th scope="col" className="num" style={{ width: 168 }}>
              {t("years.lists.plan")} {money}
            </th>
            <th scope="col" style={{ width: "16%" }}>
              {t("years.lists.matched")}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <Pair key={`${pair.from?.project ?? ""} ${pair.to?.project ?? ""}`} pair={pair} />
          ))}
        </tbody>
      </table>
      {pairs.length === 0 && <p className="fold">{t("years.lists.nothing")}</p>}
    </div>
  );
}

function Pair({ pair }: { pair: LinePair }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const both = (show: (line: ListLine) => string) => {
    const [was, is] = [pair.from ? show(pair.from) : "", pair.to ? show(pair.to) : ""];
    if (was === is || was === "") return is;
    return (
      <>
        <s className="was">{was}</s> {is}
      </>
    );
  };
  return (
    <tr>
      <td>{pair.changes.map((change) => t(`years.lists.change.${change}`)).join(" ")}</td>
      <td className="num i2">{both((line) => line.serial ?? "")}</td>
      <td title={pair.to?.name ?? pair.from?.name}>{both((line) => line.name)}</td>
      <td className="num">{both((line) => showMoney(line.total, unit))}</td>
      <td className="num">{both((line) => showMoney(line.plan, unit))}</td>
      <td className={pair.matched_by === "likeness" ? "amber" : "i3"}>
        {pair.matched_by && t(`years.lists.by.${pair.matched_by}`, { rate: shifted(pair.likeness ?? 1000, 1, 1) })}
      </td>
    </tr>
  );
}
