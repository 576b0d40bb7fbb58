import { useTranslation } from "react-i18next";
import type { ProjectFile, Stage } from "../bindings/types";
import { useDesk } from "../desk";
import { STAGES } from "../ledger/search";
import { shortDay, wordDay } from "../lib/day";

/** 达产 follows 投产 by years; the line ends where the office's work does, unless the project is there. */
const SHOWN = STAGES.filter((stage) => stage !== "full" && stage !== "land");

/** A month of another year, a day of this one: 2021-11, 05-31; a quarter or a year as it is. */
function dense(day: string, year: string): string {
  const short = shortDay(day);
  if (short.length < 8) return short;
  return short.startsWith(`${year}-`) ? short.slice(5) : short.slice(0, 7);
}

/** From 谋划 to 投产: what is passed, where it stands, what is planned. */
export function StageLine({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const year = desk.today.slice(0, 4);
  const forecast = file.checklist.start_on;
  const { project } = file;
  const at = STAGES.indexOf(project.stage);
  const shown: Stage[] = SHOWN.includes(project.stage as (typeof SHOWN)[number])
    ? [...SHOWN]
    : STAGES.filter((s) => SHOWN.includes(s as (typeof SHOWN)[number]) || s === project.stage);
  return (
    <ol className="stages" aria-label={t("head.stages")}>
      {shown.map((stage) => {
        const n = STAGES.indexOf(stage);
        const actual = project[`${stage}_actual`];
        const planned = project[`${stage}_planned`];
        const state = n < at ? "past" : n === at ? "now" : "ahead";
        return (
          <li key={stage} className={state} aria-current={state === "now" ? "step" : undefined}>
            <span className="sn">{t(`stage.${stage}`)}</span>
            <span className="dot" />
            <span className="sd" title={wordDay(actual ?? planned, lang)}>
              {actual ? dense(actual, year) : planned ? t("head.planned", { day: dense(planned, year) }) : ""}
            </span>
            {stage === "started" && !actual && forecast && (
              <span className={planned && forecast > planned.slice(0, 10) ? "sd amber" : "sd"} title={forecast}>
                {t("head.forecast", { day: dense(forecast, year) })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
