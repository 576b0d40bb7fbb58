import { useTranslation } from "react-i18next";
import type { MilestoneCheck, MilestoneLine, ProjectId } from "../bindings/types";
import { Lamp } from "../frame/icons";
import { shortDay } from "../lib/day";
import { daysWords, monthsWords, whyWords } from "../milestones/words";
import { useAsk } from "../query";
import "../milestones/milestones.css";

const CHECKS = ["same_month", "by_year_end", "one_year"] as const;

/** 里程碑: the days of the six, the time between them, and whether it went in one month or year; nothing before two are known. */
export function Milestones({ project }: { project: ProjectId }) {
  const { t } = useTranslation();
  const asked = useAsk("milestone_get", { id: project });
  const found = asked.isPlaceholderData ? undefined : asked.data;
  if (!found || found.lines.every((line) => line.day === null)) return null;
  return (
    <section className="group" aria-label={t("milestones.title")}>
      <div className="cap">
        <h2>{t("milestones.title")}</h2>
        <span className="n">{t("milestones.note")}</span>
      </div>
      <table className="lines ms-lines">
        <thead>
          <tr>
            <th scope="col">{t("milestones.head")}</th>
            <th scope="col">{t("milestones.day")}</th>
            <th scope="col">{t("milestones.since")}</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <Line key={line.kind} line={line} />
          ))}
        </tbody>
      </table>
      <dl className="fields ms-checks">
        {CHECKS.map((name) => (
          <div key={name}>
            <dt>{t(`milestones.check.${name}`)}</dt>
            <dd>
              <Answer check={found[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Line({ line }: { line: MilestoneLine }) {
  const { t } = useTranslation();
  const { since } = line;
  return (
    <tr>
      <th scope="row">{t(`milestones.kind.${line.kind}`)}</th>
      <td>{line.day ? shortDay(line.day) : <span className="i3">—</span>}</td>
      <td className="wrap">
        {since && (
          <>
            {daysWords(since)} <span className="i2">{monthsWords(since)}</span>{" "}
            <span className="i3 t12">{t("milestones.from", { from: t(`milestones.kind.${since.from}`) })}</span>
          </>
        )}
      </td>
    </tr>
  );
}

/** Yes, no, or not known yet, with the reason. */
export function Answer({ check }: { check: MilestoneCheck }) {
  const { t } = useTranslation();
  const word = t(`milestones.answer.${check.answer}`);
  return (
    <span className="plain ms-answer">
      {check.answer === "yes" && <Lamp shade="green" label={word} />}
      <span className={check.answer === "unknown" ? "i2" : "b"}>{word}</span>
      {check.why.length > 0 && <span className="i2 t12">{whyWords(check)}</span>}
    </span>
  );
}
