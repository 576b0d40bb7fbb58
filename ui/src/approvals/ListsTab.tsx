import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuthorityLists } from "../bindings/types";
import { Seg } from "../controls/Seg";
import { WorkbookExport } from "../controls/WorkbookExport";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { act, useAsk } from "../query";
import { NegativeList } from "./NegativeList";
import { type ApprovalSearch, LISTS } from "./search";
import { nameOf } from "./words";

interface Props {
  search: ApprovalSearch;
  onSearch: (search: ApprovalSearch) => void;
}

/** 三张清单: what stands on the units' lists of powers and duties, and the office's negative list. */
export function ListsTab({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const { list = "power" } = search;
  const asked = useAsk("authority_get", {});
  const [exporting, setExporting] = useState(false);
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { power, duty, unmarked } = asked.data;
  return (
    <>
      <div className="bar">
        <Seg
          label={t("three_lists.which")}
          value={list}
          choices={LISTS.map((value) => ({ value, text: t(`three_lists.${value}`) }))}
          onPick={(to) => onSearch({ ...search, list: to })}
        />
        {list !== "negative" && <span className="note cut">{t("three_lists.sums", { power, duty, unmarked })}</span>}
        <span className="grow" />
        <button type="button" className="btn s" onClick={() => setExporting(true)}>
          {t("three_lists.export")}
        </button>
      </div>
      {list === "negative" ? <NegativeList /> : <ByUnit lists={asked.data} list={list} />}
      {exporting && (
        <WorkbookExport
          title={t("three_lists.export")}
          action={t("three_lists.exportDo")}
          name={`${t("three_lists.title")} ${desk.today}.xlsx`}
          width={440}
          write={(file) => act("authority_export", { file, language: lang })}
          told={(count) => t("three_lists.exported", { count })}
          onClose={() => setExporting(false)}
        >
          {() => <p className="note">{t("three_lists.exportLead")}</p>}
        </WorkbookExport>
      )}
    </>
  );
}

/** One list, unit by unit, in the order of the library. */
function ByUnit({ lists, list }: { lists: AuthorityLists; list: "power" | "duty" }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const units = lists.units.filter((unit) => unit[list].length > 0);
  if (units.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t("three_lists.empty", { list: t(`three_lists.${list}`) })}</h2>
          <p className="i2">{t("three_lists.emptyLead")}</p>
          <Link to="/settings" search={{ tab: "library" }} className="btn pri">
            {t("three_lists.toLibrary")}
          </Link>
        </section>
      </div>
    );
  }
  return (
    <div className="ab-lists scrolls">
      <table className="lines" aria-label={t(`three_lists.${list}`)}>
        <thead>
          <tr>
            <th scope="col" className="c-code">
              {t("three_lists.code")}
            </th>
            <th scope="col">{t("three_lists.item")}</th>
            <th scope="col" className="c-basis">
              {t("three_lists.basis")}
            </th>
          </tr>
        </thead>
        {units.map((unit) => (
          <tbody key={unit.department}>
            <tr className="ab-unit">
              <th scope="rowgroup" colSpan={3}>
                {lang === "zh" ? unit.department : unit.department_en}
                <span className="i3">{t("three_lists.unitCount", { count: unit[list].length })}</span>
              </th>
            </tr>
            {unit[list].map((item) => (
              <tr key={item.code}>
                <td className="i2 t12">{item.code}</td>
                <td title={nameOf(item, lang)}>{nameOf(item, lang)}</td>
                <td className="i2" title={item.basis}>
                  {item.basis}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
