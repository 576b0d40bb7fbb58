import type { InHand } from "../../bindings/types";
import { i18next, type Lang } from "../../i18n";

/** The unit that has it, and whether it is asked for its opinion; the developer where it has to move. */
export function handWords(hand: InHand, lang: Lang): string {
  const who = (lang === "zh" ? hand.holder : hand.holder_en) ?? i18next.t("path.applicant");
  return hand.turn === "opinion" ? i18next.t("ways.hand.opinionOf", { who }) : who;
}
