import { useTranslation } from "react-i18next";
import type { Checklist, Index } from "../bindings/types";
import { shifted } from "../lib/money";

/** 要素保障指数: the width of a part is its weight, its fill the coverage; together they make the points. */
export function IndexBar({ index, checklist }: { index: Index; checklist: Checklist }) {
  const { t } = useTranslation();
  const weights = index.parts.reduce((sum, part) => sum + part.weight, 0);
  return (
    <section className="ix" aria-label={t("index.title")}>
      <div className="row ixh">
        <span className="i3 t12">{t("index.title")}</span>
        <b className="t16">{index.value_tenths === null ? "—" : shifted(index.value_tenths, 1, 1)}</b>
        <span className="grow" />
        <span className="i3 t12 cut">{index.value_tenths === null ? t("index.none") : t("index.how")}</span>
      </div>
      {weights > 0 && (
        <ul className="parts">
          {index.parts.map((part) => (
            <li key={part.category} style={{ flex: part.weight }} title={`${part.category} ${part.detail}`}>
              <span className="part">
                <i style={{ width: `${part.coverage_milli / 10}%` }} />
              </span>
              <span className="cut i2">{part.category}</span>
              <span className="cut">
                <b className={part.coverage_milli === 0 ? "red" : undefined}>{shifted(part.points_tenths, 1, 1)}</b>
                <span className="i3">/{shifted(part.weight, 0, 0)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {checklist.not_collected > 0 && (
        <span className="note cut">{t("index.notCollected", { count: checklist.not_collected, all: checklist.items.length })}</span>
      )}
    </section>
  );
}
