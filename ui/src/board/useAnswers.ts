/** The twelve answers of a board, in order, in the shown language. */
import { useTranslation } from "react-i18next";
import type { Board } from "../bindings/types";
import { useDesk } from "../desk";
import { stateWord } from "../i18n";
import { useElementName } from "../lib/elements";
import { useAsk } from "../query";
import fastEn from "../text/fast.en.json";
import fastZh from "../text/fast.zh.json";
import en from "../text/figures.en.json";
import zh from "../text/figures.zh.json";
import { Speaker } from "./answers";
import { asOf, type BoardSearch, QUESTIONS, type Question } from "./scope";
import type { Piece } from "./sentence";
import type { Answer } from "./voice";

export interface Line {
  q: Question;
  /** Absent while a project or leader is still to be chosen. */
  answer: Answer | null;
  /** A second sentence, shown and copied with the first. */
  more: Piece[];
}

/** A sentence with one form, or the one of two that fits the number. */
const chosen = (said: Record<string, string>, key: string, count = 2): string =>
  said[key] ?? said[`${key}_${count === 1 ? "one" : "other"}`] ?? "";

export function useSpeaker(): Speaker {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const element = useElementName();
  const said = lang === "zh" ? zh.board.say : en.board.say;
  const { letter } = (lang === "zh" ? fastZh : fastEn).fast;
  return new Speaker({
    lang,
    role: t("palette.by.leader"),
    element,
    letter: (one) => letter[one],
    state: ({ kind, state }) => stateWord(kind, state),
    say: (key, count) => chosen(said, key, count),
  });
}

export function useAnswers(search: BoardSearch, board: Board | undefined): Line[] {
  useTranslation();
  const { desk } = useDesk();
  const speaker = useSpeaker();
  const why = useAsk("board_project", { id: search.project ?? "" }, search.project !== undefined);
  const card = useAsk(
    "board_leader",
    { leader: search.of ?? "", as_of: asOf(search, desk.today) },
    search.of !== undefined,
  );
  const people = useAsk("person_list", {}).data ?? [];
  const leaders = useAsk("board_choices", {}).data?.leaders ?? [];
  if (!board) return [];
  const answers: Partial<Record<Question, Answer | null>> = {
    starts: speaker.starts(board),
    money: speaker.invested(board),
    statistics: speaker.statistics(board),
    yearly: speaker.yearly(board),
    places: speaker.places(board),
    stuck: speaker.stuck(board),
    why: search.project !== undefined && why.data ? speaker.why(why.data) : null,
    leader: search.of !== undefined && card.data ? speaker.leader(card.data) : null,
    tasks: speaker.tasks(board),
    gaps: speaker.gaps(board),
    ratings: speaker.ratings(board),
  };
  // Who said something need not hold a project: first the register, as it is ordered.
  const order = [...people, ...leaders].map((one) => one.name);
  const more: Partial<Record<Question, Piece[]>> = {
    starts: speaker.planned(board),
    money: speaker.parts(board),
    tasks: speaker.byLeader(board, order),
  };
  return QUESTIONS.map((q) => ({ q, answer: answers[q] ?? null, more: more[q] ?? [] }));
}
