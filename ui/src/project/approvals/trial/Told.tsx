import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewStep } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { useSettled } from "../../../lib/settled";
import { useAsk } from "../../../query";
import { daysWords, shiftWords, toldParts, toneOf } from "./words";
import "./trial.css";

/** What a step would move, before it is recorded; a step that would be refused moves nothing, and why is said when it is recorded. */
export function Told({ step }: { step: NewStep }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const settled = useSettled(step, 200);
  const told = useAsk("approval_step_preview", settled).data;
  const [all, setAll] = useState(false);
  const list = useId();
  const moved = told?.moves.items.filter((one) => one.code !== step.item && one.ends.from !== one.ends.to) ?? [];
  const words = told ? toldParts(told, settled.state, desk.today, lang) : [];
  return (
    <>
      <div className="step-told">
        <span role="status">
          {words.map(({ text, late }, n) => (
            <span key={n}>
              {n > 0 && t("trial.semi")}
              <span className={late ? "red" : undefined}>{text}</span>
            </span>
          ))}
        </span>
        {moved.length > 0 && (
          <button
            type="button"
            className="link"
            aria-expanded={all}
            aria-controls={all ? list : undefined}
            onClick={() => setAll(!all)}
          >
            {t(all ? "trial.hide" : "trial.which")}
          </button>
        )}
      </div>
      {all && moved.length > 0 && (
        <ul className="step-moved" id={list}>
          {moved.map((one) => (
            <li key={one.code}>
              <span className="cut">{lang === "zh" ? one.name : one.name_en}</span>
              <span>{shiftWords(one.ends, desk.today, lang)}</span>
              <span className={toneOf(one.ends.days)}>{daysWords(one.ends.days)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
