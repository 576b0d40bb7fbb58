import { useTranslation } from "react-i18next";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { versionOf } from "../lib/lists";
import { act, tryTo, useAsk } from "../query";
import { Target } from "./Target";

/** 年度目标 of the whole ledger and of single lists, beside what there is. */
export function Targets({ year }: { year: number }) {
  const { t } = useTranslation();
  const asked = useAsk("year_get", { year });
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data || asked.data.year !== year) return null;
  const lines = asked.data.targets;
  const add = () => void tryTo(() => act("year_target_save", { id: null, set: { year } }));
  if (lines.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t("years.targets.none", { year })}</h2>
          <p className="i2">{t("years.targets.noneLead")}</p>
          <button type="button" className="btn pri" onClick={add}>
            <Icon name="plus" />
            {t("years.targets.add")}
          </button>
        </section>
      </div>
    );
  }
  const whole = lines.some((line) => line.target.list === null);
  return (
    <div className="scrolls year-sheet">
      {lines.map((line) => (
        <Target key={line.target.id} line={line} />
      ))}
      <div className="row" style={{ marginTop: 16 }}>
        {whole ? (
          <AddForList year={year} taken={lines.map((line) => line.target.list)} />
        ) : (
          <button type="button" className="btn" onClick={add}>
            {t("years.targets.add")}
          </button>
        )}
      </div>
    </div>
  );
}

/** A list of the year that has no target yet. */
function AddForList({ year, taken }: { year: number; taken: (string | null)[] }) {
  const { t } = useTranslation();
  const lists = useAsk("list_list", {});
  const left = (lists.data ?? []).filter((list) => list.year === year && !taken.includes(list.id));
  return left.map((list) => (
    <button
      key={list.id}
      type="button"
      className="btn"
      onClick={() => void tryTo(() => act("year_target_save", { id: null, set: { year, list: list.id } }))}
    >
      <Icon name="plus" />
      {t("years.targets.add")} {[list.name, versionOf(list, lists.data ?? [])].filter(Boolean).join(" ")}
    </button>
  ));
}
