import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { shifted } from "../lib/money";
import { tenths, usePartWords } from "./indexParts";

/** 要素保障指数: the width of a part is its weight, its fill the coverage; together they make the points. */
export function IndexBar({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { index, checklist } = file;
  const words = usePartWords(file);
  const missing = { count: checklist.not_collected, all: checklist.items.length };
  const about = [index.value !== null && t("index.how"), missing.count > 0 && t("index.notCollected", missing)];
  return (
    <section className="ix" aria-label={t("index.title")}>
      <div className="row ixh" title={about.filter(Boolean).join("\n")}>
        <span className="i3 t12">{t("index.title")}</span>
        <b className="t16 b">{index.value === null ? "—" : shifted(index.value, 1, 1)}</b>
        <span className="grow" />
        {index.value === null && <span className="i3 t12 cut">{t("index.none")}</span>}
        {missing.count > 0 && <span className="i3 t12 cut">{t("grid.notCollected", missing)}</span>}
      </div>
      {index.parts.length > 0 && (
        <ul className="parts">
          {index.parts.map((part) => (
            <li
              key={part.category}
              style={{ flex: part.weight }}
              title={t("index.part", { name: words.name(part), amount: words.amount(part) })}
            >
              <span className="part">
                <i style={{ width: `${part.coverage / 100}%` }} />
              </span>
              {words.only ? (
                <span className="cut i2">{words.only}</span>
              ) : (
                <>
                  <span className="cut i2">{words.name(part)}</span>
                  <span className="cut">
                    <b className={part.coverage === 0 ? "red" : undefined}>{tenths(part.points)}</b>
                    <span className="i3">/{tenths(part.of)}</span>
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
