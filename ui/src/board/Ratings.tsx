import { AutoComplete, Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contentment, Grade } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { Icon } from "../frame/icons";
import { useElementName } from "../lib/elements";
import { act, tryTo, useAsk } from "../query";
import { DayField } from "./fields";
import { PickProject } from "./QuestionLine";
import type { BoardSearch } from "./scope";

const GRADES = ["delighted", "satisfied", "fairly", "unsatisfied", "angry"] as const satisfies readonly Grade[];

/** 企业评价: what the unhappy were unhappy about, never who. */
export function Ratings({ found }: { found: Contentment }) {
  const { t } = useTranslation();
  const element = useElementName();
  const list = useAsk("rating_list", {}).data ?? [];
  return (
    <>
      <p className="note">{t("board.protect")}</p>
      {found.topics.length > 0 && (
        <ul className="who">
          {found.topics.map((topic) => (
            <li key={topic.topic ?? ""}>
              <span className="grow">{topic.topic === null ? t("board.say.noTopic") : element(topic.topic)}</span>
              <b>{topic.count}</b>
            </li>
          ))}
        </ul>
      )}
      {list.length > 0 && (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("board.col.on")}</th>
              <th scope="col">{t("board.col.grade")}</th>
              <th scope="col">{t("board.col.topic")}</th>
              <th scope="col" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {list.map((rating) => (
              <tr key={rating.id}>
                <td>{rating.rated_on}</td>
                <td>{t(`board.grades.${rating.grade}`)}</td>
                <td className="wrap">{rating.topic === null ? "" : element(rating.topic)}</td>
                <td className="mid">
                  <button
                    type="button"
                    className="btn flat s sq"
                    aria-label={t("board.add.removeOf", {
                      what: `${rating.rated_on} ${t(`board.grades.${rating.grade}`)}`,
                    })}
                    onClick={() => void tryTo(() => act("rating_remove", { id: rating.id }))}
                  >
                    <Icon name="x" size={12} />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewRating />
    </>
  );
}

function NewRating() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const element = useElementName();
  const [of, setOf] = useState<BoardSearch>({});
  const [grade, setGrade] = useState<Grade>("satisfied");
  const [topic, setTopic] = useState("");
  const [on, setOn] = useState(desk.today);
  const elements = useAsk("element_list", {}).data ?? [];
  const { fault, submit: add } = useSubmit();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const set = { grade, topic, rated_on: on };
    void add(
      () => act("rating_save", { id: null, project: of.project ?? null, set }),
      () => setTopic(""),
    );
  };
  const topics = [...new Set(elements.map((e) => e.category))].map((value) => ({ value, label: element(value) }));
  return (
    <form onSubmit={submit} aria-label={t("board.add.rating")}>
      <div className="f whole">
        {t("board.add.project")}
        <PickProject search={of} onChange={setOf} />
      </div>
      <div className="f">
        {t("board.add.grade")}
        <Select
          aria-label={t("board.add.grade")}
          value={grade}
          options={GRADES.map((value) => ({ value, label: t(`board.grades.${value}`) }))}
          onChange={setGrade}
        />
      </div>
      <div className="f">
        {t("board.add.topic")}
        <AutoComplete
          aria-label={t("board.add.topic")}
          placeholder={t("board.add.topicExample")}
          value={topic}
          options={topics}
          onChange={setTopic}
        />
      </div>
      <DayField label={t("board.add.asOf")} value={on} max={desk.today} onPick={setOn} />
      <button type="submit" className="btn pri">
        {t("board.add.rating")}
      </button>
      <Problem text={fault && (fieldFault(fault, "project") ?? fieldFault(fault, "topic") ?? faultWords(fault))} />
    </form>
  );
}
