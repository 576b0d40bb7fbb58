import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { NegativeHit } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { NegativeMark } from "./NegativeLine";

interface Props {
  hits: readonly NegativeHit[];
  reason: string;
  problem: string | null;
  onReason: (reason: string) => void;
}

/** 涉及负面清单: what touches a new project, by what and on whose authority; it goes on once the reason is written down. */
export function NegativeAsk({ hits, reason, problem, onReason }: Props) {
  const { t } = useTranslation();
  // It comes below what was just saved: where to write on is where the keyboard is.
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="neg-ask" aria-labelledby="neg-ask">
      <h2 id="neg-ask" className="t14 b">
        {t("three_lists.asks", { count: hits.length })}
      </h2>
      <ul>
        {hits.map((hit) => (
          <li key={hit.entry}>
            <NegativeMark hit={hit} />
            {hit.content && <p>{hit.content}</p>}
            <p className="i2">
              {hit.basis ? t("three_lists.basisOf", { basis: hit.basis }) : t("three_lists.noBasis")}
            </p>
          </li>
        ))}
      </ul>
      <label htmlFor="negative_reason">{t("three_lists.reason")}</label>
      <textarea
        id="negative_reason"
        ref={box}
        rows={2}
        className={problem ? "field bad" : "field"}
        aria-invalid={problem !== null}
        placeholder={t("three_lists.reasonExample")}
        value={reason}
        onChange={(e) => onReason(e.target.value)}
      />
      <Problem text={problem} />
      <p className="note">{t("three_lists.reasonKept")}</p>
    </section>
  );
}
