import { useTranslation } from "react-i18next";
import type { Listed } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { Ring } from "../../frame/icons";
import { moment, wordDay } from "../../lib/day";
import { useDo } from "../../query";
import { FillDay } from "./FillDay";
import { endedWord, partyWords, pauseWords } from "./pauses";
import { fillOf } from "./states";

/** The steps so far, newest first; the newest typed can be taken back by who typed it. */
export function Steps({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const withdraw = useDo("approval_step_withdraw");
  const newest = Math.max(...item.steps.map((step) => step.typed_ms));
  const steps = [...item.steps].reverse();
  const pausesOf = (step: string) =>
    item.pauses.filter((pause) => pause.step === step).flatMap((pause) => [pauseWords(pause), partyWords(pause)]);
  return (
    <section className="side-part" aria-label={t("step.history")}>
      <div className="cap">
        <h3>{t("step.history")}</h3>
      </div>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.id}>
            <Ring fill={fillOf(step.state)} />
            <span>
              <b>
                {endedWord(
                  item,
                  step.state,
                  item.pauses.find((pause) => pause.ended_by === step.id),
                )}
              </b>
              {step.stop_kind && <span className="i2"> {t(`stop.${step.stop_kind}`)}</span>}
              {step.extension !== null && <span className="i2"> {t("step.extended", { count: step.extension })}</span>}
              {step.restart && <span className="i2"> {t("step.restart")}</span>}
            </span>
            {step.undated ? <FillDay item={item} step={step} /> : <span>{wordDay(step.happened_on, lang)}</span>}
            <span className="note">
              {[...pausesOf(step.id), step.basis, step.note, t("step.typed", { at: moment(step.typed_ms) })]
                .filter(Boolean)
                .join(lang === "zh" ? "；" : "; ")}
            </span>
            {step.typed_ms === newest && (
              <button type="button" className="link t12" onClick={() => withdraw.mutate({ id: step.id })}>
                {t("step.withdraw")}
              </button>
            )}
          </li>
        ))}
      </ol>
      <Problem text={withdraw.error && faultWords(withdraw.error.fault)} />
    </section>
  );
}
