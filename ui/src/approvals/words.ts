import type { FieldFault, State } from "../bindings/types";
import { ruleWords } from "../errors";
import { i18next, type Lang, stateWord } from "../i18n";
import zh from "../text/approvals.zh.json";

interface Named {
  name: string;
  name_en: string;
}

export const nameOf = (one: Named, lang: Lang) => (lang === "zh" ? one.name : one.name_en);

const HEADS = zh.desk_approvals.state;

/** A state over items of every kind; each kind has its own word for it. */
export const headWord = (state: State): string =>
  state in HEADS ? i18next.t(`desk_approvals.state.${state as keyof typeof HEADS}`) : stateWord("permit", state);

/** The holder of a row; without a name the applicant has to move. */
export function holderWord(name: string | null, nameEn: string | null, lang: Lang): string {
  return (lang === "zh" ? name : nameEn) ?? i18next.t("desk_approvals.applicant");
}

/** Why a step was refused. A state was offered: it cannot follow what there is by now. */
export function refusalWords(one: FieldFault, state: string): string {
  if (one.field === "state") return i18next.t("desk_approvals.cannotFollow", { state });
  return one.field === "steps" ? i18next.t("desk_approvals.tooMany") : ruleWords(one);
}
