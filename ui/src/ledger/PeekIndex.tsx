import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { shifted } from "../lib/money";
import { tenths, usePartWords } from "../project/indexParts";
import { Part } from "./Peek";

/** 要素保障指数: the width of a part is its weight, its fill the coverage; below, how much of each and its points. */
export function PeekIndex({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { index, checklist } = file;
  const words = usePartWords(file);
  if (index.value === null) return null;
  return (
    <Part
      title={t("grid.index")}
      note={
        <>
          <b className="t14 b">{shifted(index.value, 1, 1)}</b>
          {checklist.not_collected > 0 && (
            <span className="nb">
              {t("grid.notCollected", { count: checklist.not_collected, all: checklist.items.length })}
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
      {words.only ? (
        <p className="note only">{words.only}</p>
      ) : (
        <ul className="el">
          {index.parts.map((part) => (
            <li key={part.category}>
              <span className="cut">{words.name(part)}</span>
              <span className="i3 cut" title={words.amount(part)}>
                {words.amount(part)}
              </span>
              <b>{tenths(part.points)}</b>
              <span className="i3">/ {tenths(part.of)}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
