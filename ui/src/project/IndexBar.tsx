import { useTranslation } from "react-i18next";
import type { Checklist, Index } from "../bindings/types";
import { useElementName } from "../lib/elements";
import { shifted } from "../lib/money";

/** Hundredths as text with one decimal, half up. */
const tenths = (hundredths: number) => shifted(Math.floor((hundredths + 5) / 10), 1, 1);

/** 要素保障指数: the width of a part is its weight, its fill the coverage; together they make the points. */
export function IndexBar({ index, checklist }: { index: Index; checklist: Checklist }) {
  const { t } = useTranslation();
  const nameOf = useElementName();
  return (
    <section className="ix" aria-label={t("index.title")}>
      <div className="row ixh">
        <span className="i3 t12">{t("index.title")}</span>
        <b className="t16">{index.value === null ? "—" : shifted(index.value, 1, 1)}</b>
        <span className="grow" />
        <span className="i3 t12 cut">{index.value === null ? t("index.none") : t("index.how")}</span>
      </div>
      {index.parts.length > 0 && (
        <ul className="parts">
          {index.parts.map((part) => (
            <li
              key={part.category}
              style={{ flex: part.weight }}
              title={t("index.part", { name: nameOf(part.category), cover: tenths(part.coverage), count: part.count })}
            >
              <span className="part">
                <i style={{ width: `${part.coverage / 100}%` }} />
              </span>
              <span className="cut i2">{nameOf(part.category)}</span>
              <span className="cut">
                <b className={part.coverage === 0 ? "red" : undefined}>{tenths(part.points)}</b>
                <span className="i3">/{tenths(part.of)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {checklist.not_collected > 0 && (
        <span className="note cut">
          {t("index.notCollected", { count: checklist.not_collected, all: checklist.items.length })}
        </span>
      )}
    </section>
  );
}
