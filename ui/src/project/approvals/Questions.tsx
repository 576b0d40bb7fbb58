import { useTranslation } from "react-i18next";
import type { ProjectFile, Question } from "../../bindings/types";
import { useDesk } from "../../desk";
import { act } from "../../query";
import { ProjectField } from "../ProjectField";

/** What decides which items a project needs: mode, land, and a few yes-or-no questions. */
export function Questions({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { questions, assumed } = file.checklist;
  const first = questions.filter((q) => q.first || q.answer !== null);
  const rest = questions.filter((q) => !first.includes(q));
  return (
    <>
      <header className="side-head">
        <h2 className="t14 b">{t("approvals.questions")}</h2>
        <p className="note">{t("approvals.questionsLead")}</p>
      </header>
      <section className="side-part">
        <dl className="fields">
          <div>
            <dt>{t("field.mode")}</dt>
            <dd>
              <ProjectField file={file} name="mode" />
            </dd>
          </div>
          <div>
            <dt>{t("field.land")}</dt>
            <dd>
              <ProjectField file={file} name="land" />
            </dd>
          </div>
        </dl>
        {assumed && (
          <p className="warned">
            {t("approvals.assumed", {
              mode: t(`choice.mode.${file.checklist.mode}`),
              land: t(`choice.land.${file.checklist.land}`),
            })}
          </p>
        )}
      </section>
      <section className="side-part">
        <ul className="questions">
          {first.map((q) => (
            <Asked key={q.code} question={q} project={file.project.id} />
          ))}
        </ul>
      </section>
      {rest.length > 0 && (
        <details className="side-part">
          <summary>{t("approvals.moreQuestions", { count: rest.length })}</summary>
          <ul className="questions">
            {rest.map((q) => (
              <Asked key={q.code} question={q} project={file.project.id} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Asked({ question, project }: { question: Question; project: string }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const choices =
    question.choices.length > 0
      ? question.choices.map((c) => ({ value: c.value, text: lang === "zh" ? c.value : c.en }))
      : [
          { value: "yes", text: t("say.yes") },
          { value: "no", text: t("say.no") },
        ];
  const words = lang === "zh" ? question.zh : question.en;
  return (
    <li>
      <span className="grow" id={`ask-${question.code}`}>
        {words}
      </span>
      <div className="seg" role="group" aria-label={words}>
        {choices.map((choice) => {
          const on = question.answer === choice.value;
          return (
            <button
              key={choice.value}
              type="button"
              className={on ? "on" : ""}
              aria-pressed={on}
              onClick={() =>
                void act("approval_answer", { project, question: question.code, answer: on ? null : choice.value })
              }
            >
              {choice.text}
            </button>
          );
        })}
      </div>
    </li>
  );
}
