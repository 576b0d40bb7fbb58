import { useTranslation } from "react-i18next";
import type { Index, ProjectFile } from "../bindings/types";
import { useElementName } from "../lib/elements";
import { shifted } from "../lib/money";
import { Part } from "./Peek";

/** Hundredths as text with one decimal, half up. */
const tenths = (hundredths: number) => shifted(Math.floor((hundredths + 5) / 10), 1, 1);

/** 要素保障指数: the width of a part is its weight, its fill the coverage; below, the points of each. */
export function PeekIndex({ index, file }: { index: Index; file: ProjectFile }) {
  const { t } = useTranslation();
  const nameOf = useElementName();
  if (index.value === null) return null;
  return (
    <Part
      title={t("grid.index")}
      note={
        <>
          <b className="t14 b">{shifted(index.value, 1, 1)}</b>
          {file.checklist.not_collected > 0 && (
            <span className="nb">
              {t("grid.notCollected", { count: file.checklist.not_collected, all: file.checklist.items.length })}
            </span>
          )}
        </>
      }
    >
      <div className="ixb" aria-hidden="true">
        {index.parts.map((part) => (
          <span key={part.category} style={{ flex: part.weight }}>
            <i style={{ width: `${part.coverage / 100}%` }} />
          </span>
        ))}
      </div>
      <ul className="el">
        {index.parts.map((part) => (
          <li key={part.category}>
            <span className="cut">{nameOf(part.category)}</span>
            <span className="i3">{t("grid.covered", { cover: tenths(part.coverage) })}</span>
            <b>{tenths(part.points)}</b>
            <span className="i3">/ {tenths(part.of)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
