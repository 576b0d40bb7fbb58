import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NegativeEntry } from "../bindings/types";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { act, tryTo, useAsk } from "../query";
import { NegativeDialog } from "./NegativeDialog";

/** 负面清单: the office's own entries, each changed and removed in its line. */
export function NegativeList() {
  const { t } = useTranslation();
  const asked = useAsk("negative_list", {});
  const [open, setOpen] = useState<NegativeEntry | "new" | null>(null);
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const add = (
    <button type="button" className="btn pri" onClick={() => setOpen("new")}>
      {t("three_lists.add")}
    </button>
  );
  return (
    <>
      {asked.data.length === 0 ? (
        <div className="hollow">
          <section className="empty">
            <h2>{t("three_lists.negativeNone")}</h2>
            <p className="i2">{t("three_lists.negativeLead")}</p>
            {add}
          </section>
        </div>
      ) : (
        <div className="ab-lists scrolls">
          <table className="lines" aria-label={t("three_lists.negative")}>
            <thead>
              <tr>
                <th scope="col">{t("three_lists.entry")}</th>
                <th scope="col" className="c-measure">
                  {t("three_lists.measure")}
                </th>
                <th scope="col" className="c-industry">
                  {t("three_lists.industry")}
                </th>
                <th scope="col">{t("three_lists.words")}</th>
                <th scope="col">{t("three_lists.basis")}</th>
                <th scope="col" className="c-since">
                  {t("three_lists.since")}
                </th>
                <th scope="col" className="c-gone" aria-label={t("act.remove")} />
              </tr>
            </thead>
            <tbody>
              {asked.data.map((entry) => (
                <Line key={entry.id} entry={entry} onOpen={() => setOpen(entry)} />
              ))}
            </tbody>
          </table>
          <p className="ab-more">{add}</p>
        </div>
      )}
      {open !== null && <NegativeDialog entry={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Line({ entry, onOpen }: { entry: NegativeEntry; onOpen: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const state =
    entry.since !== null && entry.since > desk.today
      ? t("three_lists.state.ahead")
      : entry.until !== null && entry.until < desk.today
        ? t("three_lists.state.over")
        : null;
  return (
    <tr>
      <td title={entry.content ?? entry.name}>
        <button
          type="button"
          className="link cut"
          aria-label={t("three_lists.edit", { name: entry.name })}
          onClick={onOpen}
        >
          {entry.name}
        </button>
      </td>
      <td className={entry.measure === "prohibited" ? "red" : "amber"}>{t(`three_lists.measures.${entry.measure}`)}</td>
      <td className="i2">{entry.industry}</td>
      <td className="i2" title={entry.words ?? undefined}>
        {entry.words}
      </td>
      <td className="i2" title={entry.legal_basis ?? undefined}>
        {entry.legal_basis}
      </td>
      <td className="i2">{state ?? entry.since}</td>
      <td>
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("three_lists.remove", { name: entry.name })}
          onClick={() => void tryTo(() => act("negative_remove", { id: entry.id }))}
        >
          <Icon name="x" />
        </button>
      </td>
    </tr>
  );
}
